import type { Pack } from './types.ts';

export default {
  advertisement: 'Tangazo|Habari inaendelea baada ya tangazo',
  source: 'Chanzo|Kiungo cha chanzo|Soma habari kamili',
  reply: 'Toa Jibu',
  related: 'Zinazohusiana|Habari zinazohusiana|Soma pia',
  share: 'Shiriki',
  newsletter: 'Jiunge na jarida',
} satisfies Pack;
