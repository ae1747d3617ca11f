import type { Pack } from './types.ts';

export default {
  advertisement: 'ਇਸ਼ਤਿਹਾਰ',
  source: 'ਸਰੋਤ',
  related: 'ਸੰਬੰਧਿਤ',
  share: 'ਸਾਂਝਾ ਕਰੋ',
} satisfies Pack;
