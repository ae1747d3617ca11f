import type { Pack } from './types.ts';

export default {
  advertisement: 'Oglas|Oglasi',
  source: 'Izvor|Poveznica na izvor|Izvorni članak|Link na izvor',
  attribution: 'Izvorno objavljeno na %',
  continue: 'Pročitaj više',
  reply: 'Odgovori|Napiši komentar',
  related: 'Povezano|Povezani članci|Vezane vijesti|Pročitajte i|Slični članci|Možda će vas zanimati',
  share: 'Podijeli|Kliknite za dijeljenje%',
  newsletter: 'Prijavite se na newsletter|Pratite nas|Pridružite se našem',
} satisfies Pack;
