import type { Pack } from './types.ts';

export default {
  advertisement: 'Publizitatea',
  source: 'Iturria',
  reply: 'Utzi erantzuna',
  related: 'Lotutakoak',
  share: 'Partekatu',
} satisfies Pack;
