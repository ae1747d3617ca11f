import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklama|Reklamy',
  source: 'Zdroj',
  attribution: 'Článek byl původně publikován na %',
  feedFooter: 'Příspěvek % pochází z %',
  reply: 'Napsat komentář|Napsat komentář k %',
  related: 'Související|Související články|Související příspěvky',
  share: 'Sdílet',
  newsletter: 'Přihlaste se k odběru newsletteru',
} satisfies Pack;
