import type { Pack } from './types.ts';

export default {
  advertisement: 'Գովազդ',
  source: 'Աղբյուր|Աղբյուրի հղում',
  related: 'Առնչվող',
  share: 'Կիսվել',
} satisfies Pack;
