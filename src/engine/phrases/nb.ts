import type { Pack } from './types.ts';

export default {
  advertisement: 'Annonse|Annonser|Artikkelen fortsetter under annonsen',
  source: 'Kilde|Kildelenke|Lenke til kilden|Les hele artikkelen|Opprinnelig artikkel|Les mer på %',
  attribution: 'Artikkelen ble først publisert på %|% ble opprinnelig publisert %',
  feedFooter: 'Innlegget % dukket først opp på %',
  continue: 'Les mer|Les videre',
  reply: 'Legg igjen et svar|Legg igjen en kommentar',
  related: 'Relatert|Relaterte artikler|Relaterte innlegg|Les også|Relaterte saker|Se også',
  share: 'Del',
  newsletter: 'Meld deg på vårt nyhetsbrev|Følg oss|Få nyhetsbrevet vårt|Følg oss på',
  scraped: 'Hopp til innhold|Lytt til saken|Lesetid: # min|Lagre artikkel|Skriv ut|Bilde # av #',
} satisfies Pack;
