import { analysing } from '../engine/analyse.ts';
import { read } from '../engine/dom.ts';
import { isSign, mayBeRepost } from '../engine/repost/glance.ts';
import type { Analysis } from '../engine/types.ts';
import type { ChangedMessage, Cleaning, Standing } from '../messages.ts';
import { type Asked, cleaningOf, piecesToHide } from './choose.ts';
import type { Choice } from './flags.ts';
import { guarded } from './guarded.ts';
import { headlineAgain } from './headline.ts';
import type { Hiding } from './hide.ts';
import { corrections } from './injected.ts';
import { checkVisibility } from './nodes.ts';
import { Pace } from './pace.ts';
import type { Piece } from './piece.ts';
import { Rounds } from './rounds.ts';
import { arrivedToken } from './tokens.ts';
import type { View } from './view.ts';

/** ms of the engine's work between two chances for the page to go on. */
const SLICE = 40;
/** Share of the main thread that looking again may take while the page streams in, and afterwards. */
const SHARE = { loading: 0.5, living: 0.015 };
/** ms between a change of the page and the look at it. */
const CALM = 250;
/** How often a minute the page may put one thing back before it is given up on. */
const FIGHTS = 4;
/** How often a minute the page is looked at at once because something that was hidden went from it. */
const RUSHES = 6;
/** UTF-16 units of article that a verdict on half a page needs. */
const EARLY_LENGTH = 200;
/** In the place of what was told last: somebody waits to hear, also where the page stands as before. */
const AWAITED = '?';
/** The kind of a headline that stands there twice. */
const AGAIN = 'duplicate-headline';

export interface Surroundings {
  readonly document: Document;
  readonly hiding: Hiding;
  readonly view: View;
  /** Runs what changes the document, so that the watcher does not take it for the page's doing. */
  readonly quietly: (act: () => void) => void;
  /** Called when what is hidden may be another than it was. */
  readonly applied: () => void;
  /** Told when what happens to the page is another than it was. */
  readonly changed: (message: ChangedMessage) => unknown;
  readonly now?: () => number;
}

/** What the page is found to be, and what is hidden of it for that reason. */
export class Cleaner {
  analysis: Analysis | null = null;
  choice: Choice;
  readonly #around: Surroundings;
  readonly #now: () => number;
  readonly #pace: Pace;
  readonly #rounds: Rounds;
  #url: string;
  #asked: Asked = null;
  #gaveUp = false;
  #sameAgain = 0;
  /** The whole page has been looked at since it was parsed. */
  #seenAll = false;
  /** UTF-16 units of text that came, and how many there were at the last look. */
  #arrived = 0;
  #lookedAt = 0;
  /** A text held a sign of a repost. */
  #signed = false;
  /** What was hidden before the engine saw it: tokens, and a headline beside one. */
  #early: Piece[] = [];
  #work: ReturnType<typeof analysing> | null = null;
  /** Pieces by kind and words whose elements went from the page: are they put back? */
  readonly #gone = new Set<string>();
  #told = '';
  /** Pieces that were hidden on this page, now or before. */
  readonly #known = new Set<string>();

  constructor(around: Surroundings, choice: Choice) {
    this.#around = around;
    this.choice = choice;
    this.#now = around.now ?? (() => performance.now());
    this.#url = this.#address;
    this.#pace = new Pace(SHARE.loading, () => this.#glance(), this.#now);
    this.#rounds = new Rounds(this.#now);
  }

  get cleaning(): Cleaning {
    return cleaningOf(this.analysis, this.choice, this.#asked, this.#gaveUp);
  }

  get standing(): Standing {
    return { loading: !this.#seenAll, cleaning: this.cleaning, hidden: this.#around.hiding.pieces.length };
  }

  /** Whether all that arrives matters, and not only tokens: something was found, or the page is cleaned in any case. */
  get awaits(): boolean {
    const { hiding } = this.#around;
    return hiding.pieces.length > 0 || this.analysis !== null || this.choice.mode === 'always' || !!corrections();
  }

  /** A text node came or changed: hides ad tokens in it at once. */
  textArrived(node: Text): void {
    const { hiding } = this.#around;
    this.#arrived += node.data.length;
    this.#signed ||= isSign(node);
    if (hiding.cuts.changed(node)) {
      hiding.cuts.putBack(node);
      if (!this.#isLoading && this.#rounds.tooMany(node, FIGHTS)) this.giveUp();
    }
    if (hiding.cuts.has(node) || !this.#tokensGo) return;
    const piece = arrivedToken(node);
    if (!piece) return;
    // How much of the article there is by now is reckoned from here.
    if (this.#early.length === 0) this.#arrived = 0;
    this.#hideEarly(piece);
  }

  /** The page has new content. */
  contentArrived(): void {
    if (this.#address !== this.#url) this.#elsewhere();
    if (this.#around.hiding.lost && !this.#rounds.tooMany('lost', RUSHES)) this.look();
    else if (!this.#isLoading) this.#pace.ask(CALM);
    else if (corrections()?.choseMore()) this.#apply();
    else {
      this.#headlineArrived();
      if (this.#isWorthALook) this.#pace.ask(0);
    }
  }

  /** Hides the headline that stands there twice before it is painted: until there is some text, nothing is looked at. */
  #headlineArrived(): void {
    if (this.#early.length === 0 || this.analysis || corrections() || !this.#tokensGo) return;
    if (this.#early.some(({ kind }) => kind === AGAIN) || this.choice.kindsOff.includes(AGAIN)) return;
    const piece = headlineAgain(this.#around.document, this.#early);
    if (piece) this.#hideEarly(piece);
  }

  #hideEarly(piece: Piece): void {
    this.#around.hiding.add(piece);
    this.#early.push(piece);
  }

  /** On half a page: when the verdict stands already, or there is a sign of one and twice as much as last time. */
  get #isWorthALook(): boolean {
    if (this.analysis) return true;
    const hasSign = this.#around.hiding.pieces.length > 0 || this.choice.mode === 'always';
    return hasSign && this.#arrived >= Math.max(EARLY_LENGTH, 2 * this.#lookedAt);
  }

  /** The document has been parsed. */
  arrived(): void {
    this.#glance(() => this.#pace.renew(SHARE.living));
  }

  /** Somebody wants to know about the page: it is looked at, also where no glance gave reason to. */
  inform(): void {
    if (this.#isLoading || this.analysis || this.#work) return;
    this.#seenAll = false;
    this.#told = AWAITED;
    this.look();
  }

  /** `document.open`: another document in the place of the last one. */
  startOver(): void {
    this.#elsewhere();
    this.analysis = null;
    this.#seenAll = false;
    this.#work = null;
    this.#arrived = 0;
    this.#lookedAt = 0;
    this.#signed = false;
    this.#early = [];
    this.#pace.renew(SHARE.loading);
    this.#around.hiding.restore();
  }

  /** The address changed without a new document: what the reader asked for was about the last one. */
  addressChanged(): void {
    if (this.#address === this.#url) return;
    this.#elsewhere();
    this.#pace.ask(CALM);
  }

  /** The page took the mark away from a hidden element. */
  markTaken(element: Element): void {
    if (this.#rounds.tooMany(element, FIGHTS)) this.giveUp();
    else this.#around.hiding.remark(element);
  }

  /** The page threw our sheet out. */
  sheetThrownOut(): void {
    if (this.#rounds.tooMany('sheet', FIGHTS)) this.giveUp();
  }

  giveUp(): void {
    this.#gaveUp = true;
    this.#apply();
  }

  ask(asked: Asked): void {
    this.#asked = asked;
    if (asked === 'clean') {
      this.#gaveUp = false;
      this.#rounds.reset();
      if (!this.analysis) this.look();
    }
    this.#apply();
  }

  /** The reader's corrections are others than they were. */
  corrected(): void {
    this.#apply();
    if (!this.analysis && this.#isLoading) return;
    // The popup waits to hear of it, also where the page looks as before, and whichever look it is that comes to its end.
    this.#told = AWAITED;
    this.look();
  }

  choose(choice: Choice): void {
    this.choice = choice;
    this.#asked = null;
    if (this.awaits) this.inform();
    this.#apply();
  }

  peek(on: boolean): void {
    const { hiding, quietly, view } = this.#around;
    quietly(() =>
      view.hold(
        () => this.#anchors(),
        () => hiding.peek(on),
      ),
    );
    this.#around.applied();
  }

  /** Tries again what waited for the reader. */
  noLongerInUse(): void {
    if (this.#around.hiding.waiting.length > 0) this.#apply();
  }

  /** Says how the page stands, when that is another than was said. */
  tell(): void {
    const { pieces } = this.#around.hiding;
    const { cleaning, hidden } = this.standing;
    // A set grows by what it has not had.
    const fresh = pieces.filter((piece) => this.#known.size < this.#known.add(nameOf(piece)).size);
    const now = `${cleaning} ${hidden}`;
    // Nothing is worth saying about a page that has nothing.
    if (fresh.length > 0 || now !== (this.#told || 'offered 0')) {
      this.#told = now;
      this.#around.changed({ type: 'changed', cleaning, hidden, fresh: fresh.map(({ kind }) => kind) });
    }
  }

  stop(): void {
    this.#pace.stop();
    this.#work = null;
    this.#around.quietly(() => this.#around.hiding.restore());
  }

  /** Looks at the page where it can be one to clean. Of most pages a glance says that they are not. */
  #glance(done = () => {}): void {
    const start = this.#now();
    this.#url = this.#address;
    const reason = this.awaits || this.#signed || mayBeRepost(this.#around.document, this.#url);
    this.#pace.spent(this.#now() - start);
    if (reason) this.look(done);
    else {
      this.#seenAll ||= !this.#isLoading;
      done();
    }
  }

  /** Looks at the whole page, in slices when that takes long. */
  look(done = () => {}): void {
    this.#url = this.#address;
    this.#lookedAt = this.#arrived;
    const work = analysing(this.#around.document, this.#url, {
      visible: (element) => this.#isVisible(element),
      told: corrections()?.told(),
    });
    this.#work = work;
    const slice = () => {
      if (this.#work !== work) return;
      const start = this.#now();
      this.#around.quietly(() =>
        this.#around.hiding.withTexts(() => {
          let result = work.next();
          while (!result.done && this.#now() - start < SLICE) result = work.next();
          if (result.done) this.#found(result.value);
        }),
      );
      this.#pace.spent(this.#now() - start);
      if (this.#work === work) setTimeout(guarded(slice));
      else done();
    };
    slice();
  }

  #found(analysis: Analysis): void {
    this.#work = null;
    if (!this.#isLoading) {
      // Whoever asked on half a page is to ask again.
      if (!this.#seenAll && this.#told !== '') this.#told = AWAITED;
      this.#seenAll = true;
      this.#early = [];
    }
    if (this.#isLoading && !this.#standsEarly(analysis)) return;
    // The first look of all is slower than those that follow.
    if (this.analysis === null) this.#pace.renew(this.#isLoading ? SHARE.loading : SHARE.living);
    const before = this.#outcome;
    this.analysis = analysis;
    // A page whose changes change nothing for us is looked at ever less often.
    const isSame = this.#outcome === before && !this.#around.hiding.lost;
    this.#sameAgain = isSame ? Math.min(this.#sameAgain + 1, 4) : 0;
    if (!this.#isLoading) this.#pace.share = SHARE.living / 2 ** this.#sameAgain;
    this.#apply();
  }

  /** What the last look came to. */
  get #outcome(): string {
    const pieces = piecesToHide(this.analysis, this.choice, this.cleaning);
    return [this.analysis?.verdict.kind, ...pieces.map(nameOf)].join(' ');
  }

  /** A verdict on half a page counts only when there is an article to it that says to clean. */
  #standsEarly(analysis: Analysis): boolean {
    const length = analysis.article?.body.reduce((sum, block) => sum + block.length, 0) ?? 0;
    return length >= EARLY_LENGTH && cleaningOf(analysis, this.choice, this.#asked, false) === 'cleaned';
  }

  #apply(): void {
    const { hiding, quietly, view } = this.#around;
    let pieces = this.#pieces();
    if (this.#isPutBack(pieces)) {
      this.#gaveUp = true;
      pieces = this.#pieces();
    }
    quietly(() => {
      if (sameElements(pieces, hiding.pieces)) hiding.set(pieces);
      else
        view.hold(
          () => this.#anchors(),
          () => hiding.set(pieces),
        );
      hiding.forgetDetached();
    });
    this.#around.applied();
    this.tell();
  }

  /** What is to be hidden. Half a page may not show yet what a token is: until it has arrived that stays hidden. */
  #pieces(): readonly Piece[] {
    let pieces: readonly Piece[] = piecesToHide(this.analysis, this.choice, this.cleaning);
    if (this.#isLoading && this.#tokensGo) {
      const nodes = new Set(pieces.flatMap(nodesOf));
      pieces = [...pieces, ...this.#early.filter((piece) => !nodesOf(piece).some((node) => nodes.has(node)))];
    }
    return corrections()?.applied(pieces, this.analysis, this.cleaning) ?? pieces;
  }

  /** Whether pieces that went from the page came again too often. */
  #isPutBack(pieces: readonly Piece[]): boolean {
    const { hiding } = this.#around;
    for (const piece of hiding.pieces) {
      if (piece.elements.some((element) => !read(element, 'isConnected'))) this.#gone.add(nameOf(piece));
    }
    return pieces
      .filter((piece) => this.#gone.has(nameOf(piece)) && piece.elements.some((element) => !hiding.isMarked(element)))
      .some((piece) => {
        this.#gone.delete(nameOf(piece));
        return this.#rounds.tooMany(nameOf(piece), FIGHTS);
      });
  }

  /** Another page in the same document. */
  #elsewhere(): void {
    this.#url = this.#address;
    this.#asked = null;
    this.#gaveUp = false;
    this.#sameAgain = 0;
    this.#pace.renew(SHARE.living);
    this.#gone.clear();
    this.#known.clear();
    this.#rounds.reset();
  }

  get #address(): string {
    return read(this.#around.document, 'URL');
  }

  get #isLoading(): boolean {
    return read(this.#around.document, 'readyState') === 'loading';
  }

  /** Whether ad tokens that arrive are hidden before the page is looked at again. */
  get #tokensGo(): boolean {
    if (this.choice.kindsOff.includes('ad-token') || this.#asked === 'pause' || this.#gaveUp) return false;
    if (!this.choice.adTokensAnywhere && this.cleaning !== 'cleaned') return false;
    return this.analysis === null || this.analysis.article !== null;
  }

  /** What we hid ourselves counts as visible. */
  #isVisible(element: Element): boolean {
    return this.#around.hiding.isHidden(element) || checkVisibility(element);
  }

  *#anchors(): Iterable<Element> {
    for (const { box } of this.analysis?.article?.body ?? []) {
      if (read(box.element, 'isConnected') && !this.#around.hiding.isHidden(box.element)) yield box.element;
    }
  }
}

const nodesOf = ({ elements, spans }: Piece): Node[] => [...elements, ...spans.map(({ node }) => node)];

const nameOf = ({ kind, text }: Piece): string => `${kind} ${text}`;

function sameElements(a: readonly Piece[], b: readonly Piece[]): boolean {
  const elements = new Set(b.flatMap((piece) => piece.elements));
  const own = a.flatMap((piece) => piece.elements);
  return own.length === elements.size && own.every((element) => elements.has(element));
}
