import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklamë',
  source: 'Burimi|Lidhja e burimit|Artikulli origjinal',
  reply: 'Lini një Përgjigje',
  related: 'Të ngjashme',
  share: 'Shpërndaje',
} satisfies Pack;
