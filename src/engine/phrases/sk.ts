import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklama|Inzercia',
  source: 'Zdroj|Odkaz na zdroj|Zdroj článku|Pôvodný článok|Prečítať celý článok',
  attribution: 'Pôvodne publikované na %',
  continue: 'Čítať ďalej',
  reply: 'Pridaj komentár|Napísať odpoveď pre %',
  related: 'Súvisiace|Súvisiace články|Čítajte aj',
  share: 'Zdieľať',
  newsletter: 'Prihláste sa na odber noviniek|Sledujte nás',
} satisfies Pack;
