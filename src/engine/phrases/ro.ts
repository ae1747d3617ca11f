import type { Pack } from './types.ts';

export default {
  advertisement: 'Publicitate|Reclamă',
  source: 'Sursa|Link sursă|Sursa articolului|Articolul original|Citește articolul complet|Citește mai mult pe %',
  attribution: 'Acest articol a fost publicat inițial pe %',
  feedFooter: 'Articolul % apare prima dată în %',
  reply: 'Lasă un răspuns|Lasă un comentariu',
  related: 'Articole similare|Articole asemănătoare|Articole conexe',
  share: 'Distribuie',
  newsletter: 'Abonează-te',
} satisfies Pack;
