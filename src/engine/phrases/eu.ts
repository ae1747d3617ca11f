import type { Pack } from './types.ts';

export default {
  advertisement: 'Publizitatea',
  source: 'Iturria|Jatorrizko artikulua',
  reply: 'Utzi erantzuna',
  related: 'Lotutakoak',
  share: 'Partekatu',
} satisfies Pack;
