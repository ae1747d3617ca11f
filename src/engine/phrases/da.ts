import type { Pack } from './types.ts';

export default {
  advertisement: 'Annonce|Annoncer',
  source: 'Kilde|Kildelink|Link til kilden|Læs hele artiklen|Oprindelig artikel|Læs mere på %',
  attribution: 'Artiklen blev først bragt på %',
  feedFooter: 'Indlægget % blev først udgivet på %',
  reply: 'Skriv et svar|Skriv en kommentar',
  related: 'Relateret|Relaterede artikler|Relaterede indlæg',
  share: 'Del',
  newsletter: 'Nyhedsbrev',
} satisfies Pack;
