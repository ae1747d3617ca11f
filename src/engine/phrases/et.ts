import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklaam',
  source: 'Allikas',
  reply: 'Lisa kommentaar',
  related: 'Seotud artiklid',
  share: 'Jaga',
} satisfies Pack;
