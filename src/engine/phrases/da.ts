import type { Pack } from './types.ts';

export default {
  advertisement: 'Annonce|Annoncer|Artiklen fortsætter %annoncen',
  source: 'Kilde|Kildelink|Link til kilden|Læs hele artiklen|Oprindelig artikel|Læs mere på %',
  attribution: 'Artiklen blev først bragt på %|% blev oprindeligt %',
  feedFooter: 'Indlægget % blev først udgivet på %',
  continue: 'Læs mere',
  reply: 'Skriv et svar|Skriv en kommentar',
  related:
    'Relateret|Relaterede artikler|Relaterede indlæg|Læs også|Måske kan du også lide|Måske er du også interesseret i|Relaterede nyheder|Se også',
  share: 'Del|Del dette|Klik for at dele%',
  newsletter: 'Nyhedsbrev|Tilmeld dig vores|Følg os|Hent vores app|Følg vores|Få vores nyhedsbrev',
  scraped: 'Spring til indhold|Lyt til artiklen|Læsetid: # min|Gem artikel|Udskriv|Billede # af #',
} satisfies Pack;
