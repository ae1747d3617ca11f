import type { Pack } from './types.ts';

export default {
  advertisement: 'Διαφήμιση|Διαφημίσεις',
  source: 'Πηγή',
  attribution: 'Δημοσιεύθηκε αρχικά στο %',
  reply: 'Σχολιάστε|Γράψτε σχόλιο',
  related: 'Σχετικά|Σχετικά άρθρα|Σχετικές αναρτήσεις',
  share: 'Κοινοποίηση',
  newsletter: 'Εγγραφείτε στο newsletter',
} satisfies Pack;
