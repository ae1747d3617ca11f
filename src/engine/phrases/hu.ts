import type { Pack } from './types.ts';

export default {
  advertisement: 'Hirdetés|Hirdetések|A cikk a hirdetés után folytatódik',
  source: 'Forrás|Forrás link|Eredeti cikk|Teljes cikk|A cikk forrása',
  attribution: 'A cikk eredetileg %',
  feedFooter: 'A(z) % bejegyzés először %-én jelent meg',
  continue: 'Tovább olvasom|Tovább',
  reply: 'MINDEN VÉLEMÉNY SZÁMÍT!|Vélemény?',
  related: 'Kapcsolódó|Kapcsolódó cikkek|Kapcsolódó bejegyzések|Ez is érdekelhet',
  share: 'Megosztás',
  newsletter: 'Iratkozz fel hírlevelünkre|Kövess minket|Töltsd le az',
} satisfies Pack;
