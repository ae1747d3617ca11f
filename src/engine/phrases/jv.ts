import type { Pack } from './types.ts';

export default {
  advertisement: 'Iklan',
  source: 'Sumber',
  reply: 'Maringi Balesan',
  related: 'Gegayutan',
  share: 'Dumake',
} satisfies Pack;
