import type { Pack } from './types.ts';

export default {
  advertisement: 'Advertensie',
  source: 'Bron',
  related: 'Verwante artikels',
  share: 'Deel',
} satisfies Pack;
