import type { Pack } from './types.ts';

export default {
  advertisement: 'Auglýsing',
  source: 'Heimild',
  related: 'Tengdar fréttir',
  share: 'Deila',
} satisfies Pack;
