import type { Pack } from './types.ts';

export default {
  advertisement: 'Διαφήμιση|Διαφημίσεις',
  source: 'Πηγή|Σύνδεσμος πηγής|Πηγή άρθρου|Αρχικό άρθρο|Διαβάστε ολόκληρο το άρθρο',
  attribution: 'Δημοσιεύθηκε αρχικά στο %',
  reply: 'Σχολιάστε|Γράψτε σχόλιο',
  related: 'Σχετικά|Σχετικά άρθρα|Σχετικές αναρτήσεις',
  share: 'Κοινοποίηση',
  newsletter: 'Εγγραφείτε στο newsletter',
} satisfies Pack;
