import type { Pack } from './types.ts';

export default {
  advertisement: 'Рэклама',
  source: 'Крыніца',
  related: 'Падобныя запісы',
  share: 'Падзяліцца',
} satisfies Pack;
