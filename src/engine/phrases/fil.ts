import type { Pack } from './types.ts';

export default {
  advertisement: 'Patalastas',
  source: 'Pinagmulan',
  related: 'Kaugnay',
  share: 'Ibahagi',
} satisfies Pack;
