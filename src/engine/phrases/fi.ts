import type { Pack } from './types.ts';

export default {
  advertisement: 'Mainos|Mainokset|% jatkuu mainoksen %',
  source: 'Lähde|Lähdelinkki|Linkki lähteeseen|Lue koko artikkeli|Alkuperäinen artikkeli',
  attribution: 'Julkaistu alun perin %|% julkaist% alun perin %',
  continue: 'Lue lisää|Jatka lukemista',
  reply: 'Vastaa|Jätä kommentti',
  related:
    'Aiheeseen liittyvää|Liittyvät artikkelit|Lue myös|Saatat pitää myös näistä|Aiheeseen liittyy|Aiheeseen liittyviä artikkeleita|Saatat pitää myös',
  share: 'Jaa|Jaa tämä|Jaa % Avautuu uudessa ikkunassa',
  newsletter: 'Tilaa uutiskirjeemme|Tilaa uutiskirje|Seuraa meitä|Lataa sovelluksemme',
  scraped: 'Tykkää%Lataa%',
} satisfies Pack;
