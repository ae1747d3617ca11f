import type { Pack } from './types.ts';

export default {
  advertisement: 'Зар сурталчилгаа',
  source: 'Эх сурвалж',
  related: 'Холбоотой мэдээ',
  share: 'Хуваалцах',
} satisfies Pack;
