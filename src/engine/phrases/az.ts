import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklam',
  source: 'Mənbə',
  related: 'Əlaqəli',
  share: 'Paylaş',
} satisfies Pack;
