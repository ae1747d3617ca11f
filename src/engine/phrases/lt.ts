import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklama',
  source: 'Šaltinis',
  related: 'Susiję straipsniai',
  share: 'Dalintis',
} satisfies Pack;
