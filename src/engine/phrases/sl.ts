import type { Pack } from './types.ts';

export default {
  advertisement: 'Oglas',
  source: 'Vir|Povezava do vira|Izvirni članek',
  reply: 'Dodaj odgovor',
  related: 'Sorodno',
  share: 'Deli',
} satisfies Pack;
