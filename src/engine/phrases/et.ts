import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklaam',
  source: 'Allikas|Allika link|Algne artikkel',
  reply: 'Lisa kommentaar',
  related: 'Seotud artiklid',
  share: 'Jaga',
} satisfies Pack;
