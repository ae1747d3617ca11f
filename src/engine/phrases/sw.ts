import type { Pack } from './types.ts';

export default {
  advertisement: 'Tangazo',
  source: 'Chanzo|Kiungo cha chanzo',
  reply: 'Toa Jibu',
  related: 'Zinazohusiana',
  share: 'Shiriki',
} satisfies Pack;
