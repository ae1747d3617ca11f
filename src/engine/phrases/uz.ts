import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklama',
  source: 'Manba|Manba havolasi',
  related: "O'xshash maqolalar",
  share: 'Ulashish',
} satisfies Pack;
