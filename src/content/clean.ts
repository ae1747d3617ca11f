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
import { makePace } from './pace.ts';
import type { Piece } from './piece.ts';
import { makeRounds } from './rounds.ts';
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
export function makeCleaner(around: Surroundings, chosen: Choice) {
  const { document, hiding, view, quietly, now = () => performance.now() } = around;
  const pace = makePace(SHARE.loading, glance, now);
  const rounds = makeRounds(now);
  let analysis: Analysis | null = null;
  let choice = chosen;
  let url = address();
  let asked: Asked = null;
  let gaveUp = false;
  let sameAgain = 0;
  /** The whole page has been looked at since it was parsed. */
  let seenAll = false;
  /** UTF-16 units of text that came, and how many there were at the last look. */
  let lengthNow = 0;
  let lengthThen = 0;
  /** A text held a sign of a repost. */
  let signed = false;
  /** What was hidden before the engine saw it: tokens, and a headline beside one. */
  let early: Piece[] = [];
  let running: ReturnType<typeof analysing> | null = null;
  /** Pieces by kind and words whose elements went from the page: are they put back? */
  const gone = new Set<string>();
  let told = '';
  /** Pieces that were hidden on this page, now or before. */
  const known = new Set<string>();

  function cleaning(): Cleaning {
    return cleaningOf(analysis, choice, asked, gaveUp);
  }

  function standing(): Standing {
    return { loading: !seenAll, cleaning: cleaning(), hidden: hiding.pieces.length };
  }

  /** Whether all that arrives matters, and not only tokens: something was found, or the page is cleaned in any case. */
  function awaits(): boolean {
    return hiding.pieces.length > 0 || analysis !== null || choice.mode === 'always' || !!corrections();
  }

  /** A text node came or changed: hides ad tokens in it at once. */
  function textArrived(node: Text): void {
    lengthNow += node.data.length;
    signed ||= isSign(node);
    if (hiding.cuts.changed(node)) {
      hiding.cuts.putBack(node);
      if (!isLoading() && rounds.tooMany(node, FIGHTS)) giveUp();
    }
    if (hiding.cuts.has(node) || !tokensGo()) return;
    const piece = arrivedToken(node);
    if (!piece) return;
    // How much of the article there is by now is reckoned from here.
    if (early.length === 0) lengthNow = 0;
    hideEarly(piece);
  }

  /** The page has new content. */
  function contentArrived(): void {
    if (address() !== url) elsewhere();
    if (hiding.lost && !rounds.tooMany('lost', RUSHES)) look();
    else if (!isLoading()) pace.ask(CALM);
    else if (corrections()?.choseMore()) apply();
    else {
      headlineArrived();
      if (isWorthALook()) pace.ask(0);
    }
  }

  /** Hides the headline that stands there twice before it is painted: until there is some text, nothing is looked at. */
  function headlineArrived(): void {
    if (early.length === 0 || analysis || corrections() || !tokensGo()) return;
    if (early.some(({ kind }) => kind === AGAIN) || choice.kindsOff.includes(AGAIN)) return;
    const piece = headlineAgain(document, early);
    if (piece) hideEarly(piece);
  }

  function hideEarly(piece: Piece): void {
    hiding.add(piece);
    early.push(piece);
  }

  /** On half a page: when the verdict stands already, or there is a sign of one and twice as much as last time. */
  function isWorthALook(): boolean {
    if (analysis) return true;
    const hasSign = hiding.pieces.length > 0 || choice.mode === 'always';
    return hasSign && lengthNow >= Math.max(EARLY_LENGTH, 2 * lengthThen);
  }

  /** The document has been parsed. */
  function arrived(): void {
    glance(() => pace.renew(SHARE.living));
  }

  /** Somebody wants to know about the page: it is looked at, also where no glance gave reason to. */
  function inform(): void {
    if (isLoading() || analysis || running) return;
    seenAll = false;
    told = AWAITED;
    look();
  }

  /** `document.open`: another document in the place of the last one. */
  function startOver(): void {
    elsewhere();
    analysis = null;
    seenAll = false;
    running = null;
    lengthNow = 0;
    lengthThen = 0;
    signed = false;
    early = [];
    pace.renew(SHARE.loading);
    hiding.restore();
  }

  /** The address changed without a new document: what the reader asked for was about the last one. */
  function addressChanged(): void {
    if (address() === url) return;
    elsewhere();
    pace.ask(CALM);
  }

  /** The page took the mark away from a hidden element. */
  function markTaken(element: Element): void {
    if (rounds.tooMany(element, FIGHTS)) giveUp();
    else hiding.remark(element);
  }

  /** The page threw our sheet out. */
  function sheetThrownOut(): void {
    if (rounds.tooMany('sheet', FIGHTS)) giveUp();
  }

  function giveUp(): void {
    gaveUp = true;
    apply();
  }

  function ask(what: Asked): void {
    asked = what;
    if (what === 'clean') {
      gaveUp = false;
      rounds.reset();
      if (!analysis) look();
    }
    apply();
  }

  /** The reader's corrections are others than they were. */
  function corrected(): void {
    apply();
    if (!analysis && isLoading()) return;
    // The popup waits to hear of it, also where the page looks as before, and whichever look it is that comes to its end.
    told = AWAITED;
    look();
  }

  function choose(other: Choice): void {
    choice = other;
    asked = null;
    if (awaits()) inform();
    apply();
  }

  function peek(on: boolean): void {
    quietly(() => view.hold(anchors, () => hiding.peek(on)));
    around.applied();
  }

  /** Tries again what waited for the reader. */
  function noLongerInUse(): void {
    if (hiding.waiting.length > 0) apply();
  }

  /** Says how the page stands, when that is another than was said. */
  function tell(): void {
    const { pieces } = hiding;
    const { cleaning: state, hidden } = standing();
    // A set grows by what it has not had.
    const fresh = pieces.filter((piece) => known.size < known.add(nameOf(piece)).size);
    const standingNow = `${state} ${hidden}`;
    // Nothing is worth saying about a page that has nothing.
    if (fresh.length > 0 || standingNow !== (told || 'offered 0')) {
      told = standingNow;
      around.changed({ type: 'changed', cleaning: state, hidden, fresh: fresh.map(({ kind }) => kind) });
    }
  }

  function stop(): void {
    pace.stop();
    running = null;
    quietly(() => hiding.restore());
  }

  /** Looks at the page where it can be one to clean. Of most pages a glance says that they are not. */
  function glance(done = () => {}): void {
    const start = now();
    url = address();
    const reason = awaits() || signed || mayBeRepost(document, url);
    pace.spent(now() - start);
    if (reason) look(done);
    else {
      seenAll ||= !isLoading();
      done();
    }
  }

  /** Looks at the whole page, in slices when that takes long. */
  function look(done = () => {}): void {
    url = address();
    lengthThen = lengthNow;
    const work = analysing(document, url, {
      visible: (element) => isVisible(element),
      told: corrections()?.told(),
    });
    running = work;
    const slice = () => {
      if (running !== work) return;
      const start = now();
      quietly(() =>
        hiding.withTexts(() => {
          let result = work.next();
          while (!result.done && now() - start < SLICE) result = work.next();
          if (result.done) found(result.value);
        }),
      );
      pace.spent(now() - start);
      if (running === work) setTimeout(guarded(slice));
      else done();
    };
    slice();
  }

  function found(seen: Analysis): void {
    running = null;
    if (!isLoading()) {
      // Whoever asked on half a page is to ask again.
      if (!seenAll && told !== '') told = AWAITED;
      seenAll = true;
      early = [];
    }
    if (isLoading() && !standsEarly(seen)) return;
    // The first look of all is slower than those that follow.
    if (analysis === null) pace.renew(isLoading() ? SHARE.loading : SHARE.living);
    const before = outcome();
    analysis = seen;
    // A page whose changes change nothing for us is looked at ever less often.
    const isSame = outcome() === before && !hiding.lost;
    sameAgain = isSame ? Math.min(sameAgain + 1, 4) : 0;
    if (!isLoading()) pace.setShare(SHARE.living / 2 ** sameAgain);
    apply();
  }

  /** What the last look came to. */
  function outcome(): string {
    const pieces = piecesToHide(analysis, choice, cleaning());
    return [analysis?.verdict.kind, ...pieces.map(nameOf)].join(' ');
  }

  /** A verdict on half a page counts only when there is an article to it that says to clean. */
  function standsEarly(analysis: Analysis): boolean {
    const length = analysis.article?.body.reduce((sum, block) => sum + block.length, 0) ?? 0;
    return length >= EARLY_LENGTH && cleaningOf(analysis, choice, asked, false) === 'cleaned';
  }

  function apply(): void {
    let pieces = wanted();
    if (isPutBack(pieces)) {
      gaveUp = true;
      pieces = wanted();
    }
    quietly(() => {
      if (sameElements(pieces, hiding.pieces)) hiding.set(pieces);
      else view.hold(anchors, () => hiding.set(pieces));
      hiding.forgetDetached();
    });
    around.applied();
    tell();
  }

  /** What is to be hidden. Half a page may not show yet what a token is: until it has arrived that stays hidden. */
  function wanted(): readonly Piece[] {
    let pieces: readonly Piece[] = piecesToHide(analysis, choice, cleaning());
    if (isLoading() && tokensGo()) {
      const nodes = new Set(pieces.flatMap(nodesOf));
      pieces = [...pieces, ...early.filter((piece) => !nodesOf(piece).some((node) => nodes.has(node)))];
    }
    return corrections()?.applied(pieces, analysis, cleaning()) ?? pieces;
  }

  /** Whether pieces that went from the page came again too often. */
  function isPutBack(pieces: readonly Piece[]): boolean {
    for (const piece of hiding.pieces) {
      if (piece.elements.some((element) => !read(element, 'isConnected'))) gone.add(nameOf(piece));
    }
    return pieces
      .filter((piece) => gone.has(nameOf(piece)) && piece.elements.some((element) => !hiding.isMarked(element)))
      .some((piece) => {
        gone.delete(nameOf(piece));
        return rounds.tooMany(nameOf(piece), FIGHTS);
      });
  }

  /** Another page in the same document. */
  function elsewhere(): void {
    url = address();
    asked = null;
    gaveUp = false;
    sameAgain = 0;
    pace.renew(SHARE.living);
    gone.clear();
    known.clear();
    rounds.reset();
  }

  function address(): string {
    return read(document, 'URL');
  }

  function isLoading(): boolean {
    return read(document, 'readyState') === 'loading';
  }

  /** Whether ad tokens that arrive are hidden before the page is looked at again. */
  function tokensGo(): boolean {
    if (choice.kindsOff.includes('ad-token') || asked === 'pause' || gaveUp) return false;
    if (!choice.adTokensAnywhere && cleaning() !== 'cleaned') return false;
    return analysis === null || analysis.article !== null;
  }

  /** What we hid ourselves counts as visible. */
  function isVisible(element: Element): boolean {
    return hiding.isHidden(element) || checkVisibility(element);
  }

  function* anchors(): Iterable<Element> {
    for (const { box } of analysis?.article?.body ?? []) {
      if (read(box.element, 'isConnected') && !hiding.isHidden(box.element)) yield box.element;
    }
  }

  return {
    get analysis() {
      return analysis;
    },
    get choice() {
      return choice;
    },
    get cleaning() {
      return cleaning();
    },
    get standing() {
      return standing();
    },
    get awaits() {
      return awaits();
    },
    textArrived,
    contentArrived,
    arrived,
    inform,
    startOver,
    addressChanged,
    markTaken,
    sheetThrownOut,
    ask,
    corrected,
    choose,
    peek,
    noLongerInUse,
    stop,
    look,
  };
}

export type Cleaner = ReturnType<typeof makeCleaner>;

const nodesOf = ({ elements, spans }: Piece): Node[] => [...elements, ...spans.map(({ node }) => node)];

const nameOf = ({ kind, text }: Piece): string => `${kind} ${text}`;

function sameElements(a: readonly Piece[], b: readonly Piece[]): boolean {
  const elements = new Set(b.flatMap((piece) => piece.elements));
  const own = a.flatMap((piece) => piece.elements);
  return own.length === elements.size && own.every((element) => elements.has(element));
}
