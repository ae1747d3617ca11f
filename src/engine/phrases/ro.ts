import type { Pack } from './types.ts';

export default {
  advertisement: 'Publicitate|Reclamă|% continuă după reclamă|% continuă după publicitate',
  source: 'Sursa|Link sursă|Sursa articolului|Articolul original|Citește articolul complet|Citește mai mult pe %',
  attribution: 'Acest articol a fost publicat inițial pe %',
  feedFooter: 'Articolul % apare prima dată în %',
  continue: 'Citește mai mult|Citește mai departe',
  reply: 'Lasă un răspuns|Lasă un comentariu',
  related:
    'Articole similare|Articole asemănătoare|Articole conexe|Citește și|S-ar putea să-ți placă și|Similare|S-ar putea să îți placă și',
  share: 'Distribuie|Partajează%',
  newsletter: 'Abonează-te|Urmărește-ne|Descarcă aplicația|Intră pe canalul',
} satisfies Pack;
