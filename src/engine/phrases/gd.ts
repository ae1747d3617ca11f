import type { Pack } from './types.ts';

export default {
  advertisement: 'Sanas',
  source: 'Tùs',
  reply: 'Fàg freagairt',
  related: 'Co-cheangailte',
  share: 'Co-roinn',
} satisfies Pack;
