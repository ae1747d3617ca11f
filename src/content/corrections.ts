import { holds, read } from '../engine/dom.ts';
import type { Analysis, ClutterKind, UserOverride } from '../engine/types.ts';
import { userOverrideFrom } from '../engine/user-override.ts';
import { collapsedText } from '../engine/whitespace.ts';
import type { Cleaning } from '../messages.ts';
import { find } from '../rules/find.ts';
import type { Correction, Rule, Verb } from '../rules/rule.ts';
import { holdsAt } from '../rules/where.ts';
import type { HiddenPiece } from './types.ts';

/** Here nothing is hidden, not even what the reader chose. */
const NOTHING_HIDDEN: readonly Cleaning[] = ['paused', 'gave-up'];
/** Of the words of a piece that the reader chose: as much as the Report shows. UTF-16 units. */
const MAX_PIECE_CHARS = 200;

type RuleWith<V extends Verb> = Rule & Extract<Correction, { verb: V }>;

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

  /** @returns whether these are others than before */
  set(rules: readonly Rule[]): boolean {
    if (JSON.stringify(rules) === JSON.stringify(this.#rules)) return false;
    this.#rules = rules;
    this.#url = '';
    return true;
  }

  /** What outranks the engine on this page. */
  userOverride(): UserOverride {
    const verdict = this.#last('copy', 'not-copy');
    const article = this.#last('article');
    return userOverrideFrom({
      copy: verdict ? verdict.verb === 'copy' : null,
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
  applied(pieces: readonly HiddenPiece[], analysis: Analysis | null, cleaning: Cleaning): HiddenPiece[] {
    const chosen = NOTHING_HIDDEN.includes(cleaning) ? [] : this.#pieces(analysis);
    const taken = new Set(chosen.flatMap(({ elements }) => elements));
    const isTaken = ({ elements, spans }: HiddenPiece) =>
      spans.length === 0 && elements.every((element) => taken.has(element));
    return [...this.shown(pieces).filter((piece) => !isTaken(piece)), ...chosen];
  }

  /** Pieces without those that the reader wants shown. */
  shown(pieces: readonly HiddenPiece[]): HiddenPiece[] {
    const kinds: readonly string[] = this.#all('keep').map(({ kind }: { kind: ClutterKind }) => kind);
    const shown = this.#all('show').map(({ piece }) => piece);
    const elements = new Set(shown.flatMap((piece) => find(this.#document, piece)));
    const isShown = (piece: HiddenPiece) =>
      kinds.includes(piece.kind) ||
      piece.elements.some((element) => elements.has(element)) ||
      shown.some(({ path, label }) => path.length === 0 && piece.text === label);
    return pieces.filter((piece) => !isShown(piece));
  }

  /** What the reader chose; never what holds the article. */
  #pieces(analysis: Analysis | null): HiddenPiece[] {
    const body = analysis?.article?.body.map(({ box }) => box.element) ?? [];
    const isWhole = (element: Element) => body.length > 0 && body.every((part) => holds(element, part));
    const elements = new Set(this.#all('hide').flatMap(({ piece }) => find(this.#document, piece)));
    return [...elements].filter((element) => !isWhole(element)).map(chosen);
  }

  #all<V extends Verb>(...verbs: V[]): RuleWith<V>[] {
    const url = read(this.#document, 'URL');
    if (url !== this.#url) this.#here = this.#rules.filter((rule) => holdsAt(rule, url));
    this.#url = url;
    return this.#here.filter((rule): rule is RuleWith<V> => (verbs as Verb[]).includes(rule.verb));
  }

  /** What is said of the page outranks what is said of its Site; of several the last. */
  #last<V extends Verb>(...verbs: V[]): RuleWith<V> | undefined {
    const all = this.#all(...verbs);
    return all.findLast(({ page }) => page !== null) ?? all.at(-1);
  }
}

function chosen(element: Element): HiddenPiece {
  const text = collapsedText(element).slice(0, MAX_PIECE_CHARS);
  return { kind: 'chosen', text, elements: [element], spans: [] };
}
