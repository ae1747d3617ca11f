import type { Pack } from './types.ts';

export default {
  advertisement: 'Hysbyseb',
  source: 'Ffynhonnell',
  reply: 'Gadael Ymateb',
  related: 'Perthnasol',
  share: 'Rhannu',
} satisfies Pack;
