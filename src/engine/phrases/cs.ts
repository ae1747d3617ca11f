import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklama|Reklamy|Článek pokračuje %reklam%',
  source: 'Zdroj|Odkaz na zdroj|Zdroj článku|Původní článek|Přečíst celý článek',
  attribution: 'Článek byl původně publikován na %',
  feedFooter: 'Příspěvek % pochází z %',
  continue: 'Číst dále|Číst více|Celý článek',
  reply: 'Napsat komentář|Napsat komentář k %',
  related: 'Související|Související články|Související příspěvky|Mohlo by vás zajímat|Čtěte také|Mohlo by se vám líbit',
  share: 'Sdílet|Sdílejte|Klikněte pro sdílení%',
  newsletter: 'Sledujte nás|Stáhněte si naši aplikaci|Přihlaste se k odběru|Připojte se ke kanálu',
  scraped: 'To se mi líbí % Načítání',
} satisfies Pack;
