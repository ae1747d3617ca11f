import type { Pack } from './types.ts';

export default {
  advertisement: 'Iklan|Artikel bersambung selepas iklan',
  source: 'Sumber|Pautan sumber|Artikel asal',
  attribution: 'Artikel ini pertama kali diterbitkan di %',
  reply: 'Tinggalkan Jawapan|Tinggalkan Komen',
  related: 'Berkaitan|Artikel berkaitan|Berita berkaitan',
  share: 'Kongsi',
  newsletter: 'Langgan',
} satisfies Pack;
