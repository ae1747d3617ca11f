import type { Pack } from './types.ts';

export default {
  advertisement: 'જાહેરાત',
  source: 'સ્ત્રોત',
  related: 'સંબંધિત',
  share: 'શેર કરો',
} satisfies Pack;
