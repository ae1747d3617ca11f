import type { Pack } from './types.ts';

export default {
  advertisement: 'Oglas',
  source: 'Vir',
  reply: 'Dodaj odgovor',
  related: 'Sorodno',
  share: 'Deli',
} satisfies Pack;
