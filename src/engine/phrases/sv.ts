import type { Pack } from './types.ts';

export default {
  advertisement: 'Annons|Annonser|Artikeln fortsätter %annonsen',
  source: 'Källa|Källänk|Länk till källan|Läs hela artikeln|Ursprunglig artikel|Läs mer på %',
  attribution: 'Artikeln publicerades först på %|% publicerades ursprungligen %',
  feedFooter: 'Inlägget % dök först upp på %',
  continue: 'Läs mer',
  reply: 'Kommentera|Lämna ett svar till %|Lämna ett svar|Lämna en kommentar',
  related: 'Relaterat|Relaterade artiklar|Relaterade inlägg|Läs också|Du kanske också gillar|Relaterade',
  share: 'Dela|Dela detta|Dela på % Öppnas i ett nytt fönster',
  newsletter: 'Nyhetsbrev|Prenumerera på vårt|Följ oss|Ladda ner vår app',
  scraped: 'Gilla%Laddar%',
} satisfies Pack;
