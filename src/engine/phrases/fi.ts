import type { Pack } from './types.ts';

export default {
  advertisement: 'Mainos|Mainokset',
  source: 'Lähde|Lähdelinkki|Linkki lähteeseen|Lue koko artikkeli|Alkuperäinen artikkeli',
  attribution: 'Julkaistu alun perin %',
  reply: 'Vastaa|Jätä kommentti',
  related: 'Aiheeseen liittyvää|Liittyvät artikkelit|Lue myös',
  share: 'Jaa',
  newsletter: 'Tilaa uutiskirjeemme',
} satisfies Pack;
