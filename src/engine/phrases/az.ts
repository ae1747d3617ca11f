import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklam',
  source: 'Mənbə|Mənbə linki|Orijinal məqalə',
  related: 'Əlaqəli',
  share: 'Paylaş',
} satisfies Pack;
