import type { Pack } from './types.ts';

export default {
  advertisement: 'Tangazo',
  source: 'Chanzo',
  reply: 'Toa Jibu',
  related: 'Zinazohusiana',
  share: 'Shiriki',
} satisfies Pack;
