import { holds, read } from '../engine/dom.ts';
import { foldedText } from '../engine/fold.ts';
import { toldBy } from '../engine/told.ts';
import type { Analysis, ClutterKind, Told } from '../engine/types.ts';
import type { Cleaning } from '../messages.ts';
import { find } from '../rules/find.ts';
import type { Correction, Rule, Verb } from '../rules/rule.ts';
import { holdsAt } from '../rules/where.ts';
import type { Piece } from './piece.ts';

/** Cleanings in which the reader wants the page as it is. */
const LEFT_ALONE: readonly Cleaning[] = ['paused', 'gave-up'];
/** Of the words of a piece that a Report carries. UTF-16 units. */
const LONGEST = 200;

type Of<V extends Verb> = Rule & Extract<Correction, { verb: V }>;

/** The Site's corrections, and what they mean for the page as it is. */
export class Corrections {
  readonly #document: Document;
  #rules: readonly Rule[] = [];
  /** Those that hold at this address. */
  #here: readonly Rule[] = [];
  #url = '';
  #chosen = 0;

  constructor(document: Document) {
    this.#document = document;
  }

  set(rules: readonly Rule[]): void {
    this.#rules = rules;
    this.#url = '';
  }

  /** What outranks the engine on this page. */
  told(): Told {
    const said = this.#last('copy', 'not-copy');
    const article = this.#last('article');
    return toldBy({
      copy: said ? said.verb === 'copy' : null,
      original: this.#last('original')?.url ?? null,
      body: (article && find(this.#document, article.piece)[0]) ?? null,
    });
  }

  /** Whether more elements are there to hide than at the last time. */
  choseMore(): boolean {
    const before = this.#chosen;
    this.#chosen = this.#all('hide').reduce((sum, { piece }) => sum + find(this.#document, piece).length, 0);
    return this.#chosen > before;
  }

  /** The pieces to hide: those that the reader wants shown are left out, those that the reader chose come with them. */
  applied(pieces: readonly Piece[], analysis: Analysis | null, cleaning: Cleaning): Piece[] {
    const chosen = LEFT_ALONE.includes(cleaning) ? [] : this.#pieces(analysis);
    const taken = new Set(chosen.flatMap(({ elements }) => elements));
    const isTaken = ({ elements, spans }: Piece) =>
      spans.length === 0 && elements.every((element) => taken.has(element));
    return [...this.shown(pieces).filter((piece) => !isTaken(piece)), ...chosen];
  }

  /** Pieces without those that the reader wants shown. */
  shown(pieces: readonly Piece[]): Piece[] {
    const kinds: readonly string[] = this.#all('keep').map(({ kind }: { kind: ClutterKind }) => kind);
    const shown = this.#all('show').map(({ piece }) => piece);
    const elements = new Set(shown.flatMap((piece) => find(this.#document, piece)));
    const isShown = (piece: Piece) =>
      kinds.includes(piece.kind) ||
      piece.elements.some((element) => elements.has(element)) ||
      shown.some(({ path, label }) => path.length === 0 && piece.text === label);
    return pieces.filter((piece) => !isShown(piece));
  }

  /** What the reader chose; never what holds the article. */
  #pieces(analysis: Analysis | null): Piece[] {
    const body = analysis?.article?.body.map(({ box }) => box.element) ?? [];
    const isWhole = (element: Element) => body.length > 0 && body.every((part) => holds(element, part));
    const elements = new Set(this.#all('hide').flatMap(({ piece }) => find(this.#document, piece)));
    return [...elements].filter((element) => !isWhole(element)).map(chosen);
  }

  #all<V extends Verb>(...verbs: V[]): Of<V>[] {
    const url = read(this.#document, 'URL');
    if (url !== this.#url) this.#here = this.#rules.filter((rule) => holdsAt(rule, url));
    this.#url = url;
    return this.#here.filter((rule): rule is Of<V> => (verbs as Verb[]).includes(rule.verb));
  }

  /** What is said of the page outranks what is said of its Site; of several the last. */
  #last<V extends Verb>(...verbs: V[]): Of<V> | undefined {
    const all = this.#all(...verbs);
    return all.findLast(({ page }) => page !== null) ?? all.at(-1);
  }
}

function chosen(element: Element): Piece {
  const text = foldedText(element).slice(0, LONGEST);
  return { kind: 'chosen', text, elements: [element], spans: [] };
}
