import type { Pack } from './types.ts';

export default {
  advertisement: 'Patalastas',
  source: 'Pinagmulan|Link ng pinagmulan',
  related: 'Kaugnay',
  share: 'Ibahagi',
} satisfies Pack;
