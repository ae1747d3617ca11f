import type { Pack } from './types.ts';

export default {
  advertisement: 'Reklama',
  source: 'Šaltinis|Šaltinio nuoroda|Originalus straipsnis',
  related: 'Susiję straipsniai|Susiję|Jums taip pat gali patikti|Skaitykite taip pat',
  share: 'Dalintis',
  newsletter: 'Sekite mus|Prenumeruokite naujienlaiškį',
  reply: 'Parašykite komentarą',
} satisfies Pack;
