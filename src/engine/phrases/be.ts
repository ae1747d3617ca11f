import type { Pack } from './types.ts';

export default {
  advertisement: 'Рэклама',
  source: 'Крыніца|Спасылка на крыніцу',
  related: 'Падобныя запісы',
  share: 'Падзяліцца',
} satisfies Pack;
