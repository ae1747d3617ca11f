import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklama|Inzercia|Článok pokračuje pod reklamou|Pokračovanie článku pod reklamou',
  source: 'Zdroj|Odkaz na zdroj|Zdroj článku|Pôvodný článok|Prečítať celý článok|Celý článok',
  attribution: 'Pôvodne publikované na %',
  continue: 'Čítať ďalej',
  reply: 'Pridaj komentár|Napísať odpoveď pre %',
  related: 'Súvisiace|Súvisiace články|Čítajte aj|Súvisiace správy|Prečítajte si aj|Mohlo by vás zaujímať',
  share: 'Zdieľať',
  newsletter: 'Prihláste sa na odber noviniek|Sledujte nás|Odoberajte náš|Pridajte sa k nášmu kanálu',
  scraped: 'Preskočiť na obsah|Vypočuť článok|Čas čítania: # min|Uložiť článok|Načítava sa|© % Všetky práva vyhradené',
} satisfies Pack;
