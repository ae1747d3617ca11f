import type { Box, Run } from './types.ts';

/** A footnote that stands apart from the text. */
interface Footnote {
  readonly note: Box;
  /** How it is named in the copy. */
  readonly label: string;
  /** How the page names it. */
  readonly sign: string;
}

/** A note in the margin, which stands amid the words, with its own words. */
interface MarginNote {
  readonly label: string;
  readonly runs: Run[];
}

/** Gives each note that a text refers to a label of its own, in the order in which the text refers to them. */
export class NoteLabels {
  readonly #footnotes = new Map<Box, Footnote>();
  readonly #marginNotes = new Map<Element, MarginNote>();

  get footnotes(): Footnote[] {
    return [...this.#footnotes.values()];
  }

  get marginNotes(): MarginNote[] {
    return [...this.#marginNotes.values()];
  }

  has(note: Box): boolean {
    return this.#footnotes.has(note);
  }

  /** The label of a footnote: the page's own sign where it is a free word. */
  of(note: Box, sign: string): string {
    const known = this.#footnotes.get(note);
    if (known) return known.label;
    const label = /^\w+$/.test(sign) && !this.#used().has(sign) ? sign : `n${this.#footnotes.size + 1}`;
    this.#footnotes.set(note, { note, label, sign });
    return label;
  }

  /** A note in the margin has no sign: it gets the first free number. */
  inMargin(element: Element): MarginNote {
    const note = this.#marginNotes.get(element) ?? { label: this.#freeNumber(), runs: [] };
    this.#marginNotes.set(element, note);
    return note;
  }

  #used(): Set<string> {
    return new Set([...this.footnotes, ...this.marginNotes].map(({ label }) => label));
  }

  #freeNumber(): string {
    const used = this.#used();
    let number = 1;
    while (used.has(String(number))) number++;
    return String(number);
  }
}
