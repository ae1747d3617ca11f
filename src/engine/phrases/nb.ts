import type { Pack } from './types.ts';

export default {
  advertisement: 'Annonse|Annonser',
  source: 'Kilde|Kildelenke|Lenke til kilden|Les hele artikkelen|Opprinnelig artikkel|Les mer på %',
  attribution: 'Artikkelen ble først publisert på %',
  feedFooter: 'Innlegget % dukket først opp på %',
  reply: 'Legg igjen et svar|Legg igjen en kommentar',
  related: 'Relatert|Relaterte artikler|Relaterte innlegg',
  share: 'Del',
  newsletter: 'Meld deg på vårt nyhetsbrev',
} satisfies Pack;
