import type { Pack } from './types.ts';

export default {
  advertisement: 'Publicitate|Reclamă',
  source: 'Sursa',
  attribution: 'Acest articol a fost publicat inițial pe %',
  feedFooter: 'Articolul % apare prima dată în %',
  reply: 'Lasă un răspuns|Lasă un comentariu',
  related: 'Articole similare|Articole asemănătoare|Articole conexe',
  share: 'Distribuie',
  newsletter: 'Abonează-te',
} satisfies Pack;
