import type { Pack } from './types.ts';

export default {
  advertisement: 'Fógra',
  source: 'Foinse',
  related: 'Gaolmhar',
  share: 'Roinn',
} satisfies Pack;
