import type { Pack } from './types.ts';

export default {
  advertisement: 'Annons|Annonser',
  source: 'Källa|Källänk|Länk till källan|Läs hela artikeln|Ursprunglig artikel|Läs mer på %',
  attribution: 'Artikeln publicerades först på %',
  feedFooter: 'Inlägget % dök först upp på %',
  reply: 'Kommentera|Lämna ett svar till %',
  related: 'Relaterat|Relaterade artiklar|Relaterade inlägg',
  share: 'Dela',
  newsletter: 'Nyhetsbrev',
} satisfies Pack;
