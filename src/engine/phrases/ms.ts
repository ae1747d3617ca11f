import type { Pack } from './types.ts';

export default {
  advertisement: 'Iklan|% bersambung selepas iklan',
  source: 'Sumber|Pautan sumber|Artikel asal|Baca artikel penuh',
  attribution: 'Artikel ini pertama kali diterbitkan di %',
  reply: 'Tinggalkan Jawapan|Tinggalkan Komen|Tinggalkan Balasan',
  related: 'Berkaitan|Artikel berkaitan|Berita berkaitan|Baca juga|Anda mungkin juga suka',
  share: 'Kongsi|Kongsikan ini|Klik untuk berkongsi%',
  newsletter: 'Langgan|Sertai saluran|Ikuti kami',
} satisfies Pack;
