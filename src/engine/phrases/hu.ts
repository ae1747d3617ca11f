import type { Pack } from './types.ts';

export default {
  advertisement: 'Hirdetés|Hirdetések',
  source: 'Forrás|Forrás link|Eredeti cikk|Teljes cikk|A cikk forrása',
  feedFooter: 'A(z) % bejegyzés először %-én jelent meg',
  reply: 'MINDEN VÉLEMÉNY SZÁMÍT!|Vélemény?',
  related: 'Kapcsolódó|Kapcsolódó cikkek|Kapcsolódó bejegyzések',
  share: 'Megosztás',
  newsletter: 'Iratkozz fel hírlevelünkre',
} satisfies Pack;
