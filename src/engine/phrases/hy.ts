import type { Pack } from './types.ts';

export default {
  advertisement: 'Գովազդ',
  source: 'Աղբյուր',
  related: 'Առնչվող',
  share: 'Կիսվել',
} satisfies Pack;
