import type { Pack } from './types.ts';

export default {
  advertisement: 'Patalastas|Ipagpatuloy ang pagbabasa pagkatapos ng patalastas',
  source: 'Pinagmulan|Link ng pinagmulan|Basahin ang buong balita',
  related: 'Kaugnay|Kaugnay na balita|Basahin din|Basahin rin',
  share: 'Ibahagi',
  newsletter: 'Mag-subscribe sa aming|I-follow kami',
} satisfies Pack;
