import type { Pack } from './types.ts';

export default {
  advertisement: 'Hirdetés|Hirdetések|A cikk % folytatódik',
  source: 'Forrás|Forrás link|Eredeti cikk|Teljes cikk|A cikk forrása',
  attribution: 'A cikk eredetileg %',
  feedFooter: 'A(z) % bejegyzés először %-én jelent meg',
  continue: 'Tovább olvasom|Tovább',
  reply: 'MINDEN VÉLEMÉNY SZÁMÍT!|Vélemény?|Hozzászólás',
  related: 'Kapcsolódó|Kapcsolódó cikkek|Kapcsolódó bejegyzések|Ez is érdekelhet|Olvasd el ezt is|Ez is érdekelheti',
  share: 'Megosztás|Ossz meg másokkal is|%megosztáshoz kattints%',
  newsletter: 'Kövess minket|Töltsd le az|Iratkozz fel hírlevelünkre',
  scraped: 'Tetszik % Betöltés',
} satisfies Pack;
