import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklama|Reklamy',
  source: 'Zdroj|Odkaz na zdroj|Zdroj článku|Původní článek|Přečíst celý článek',
  attribution: 'Článek byl původně publikován na %',
  feedFooter: 'Příspěvek % pochází z %',
  reply: 'Napsat komentář|Napsat komentář k %',
  related: 'Související|Související články|Související příspěvky',
  share: 'Sdílet',
  newsletter: 'Přihlaste se k odběru newsletteru',
} satisfies Pack;
