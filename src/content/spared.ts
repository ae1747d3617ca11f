import { attribute, closest, holds, parentOf, read } from '../engine/dom.ts';
import { AskedPlaces, isAskedFor } from './asked.ts';
import { guarded } from './guarded.ts';
import { holdsInput, type Interaction, isInUse, readInteraction } from './in-use.ts';
import { checkVisibility, queryAll } from './nodes.ts';
import type { HiddenPiece } from './types.ts';

/** What is looked at before anything is hidden. */
interface Scene {
  readonly interaction: Interaction;
  /** The page cannot be scrolled or used now: something may lie over it, and hold it. */
  readonly isLocked: boolean;
  /** Places that the reader asked for. */
  readonly asked: readonly Element[];
  /** Part of the article, where there is one. */
  readonly article: Element | null;
  /** What the page shows whatever we do. */
  readonly kept: WeakSet<Element>;
}

/** Why an element stays in view for now, although it is to be hidden. */
const REASONS: readonly ((element: Element, scene: Scene, isHidden: boolean) => boolean)[] = [
  // What is hidden already cannot be in anybody's hand.
  (element, { interaction }, isHidden) => !isHidden && isInUse(element, interaction),
  // A page may put back what somebody typed before, also into what is hidden.
  (element) => holdsInput(element),
  // What is edited is kept by somebody as it is.
  (element) => (element as HTMLElement).isContentEditable === true,
  isOpened,
  (element, { isLocked, article }) => isLocked && isOverlay(element, article),
  (element, { kept }) => kept.has(element),
  (element, { asked, article }) => asked.some((place) => isAskedFor(element, place, article)),
];

/** Between the end of what the reader did and the hiding of what waited for it: a focus may move on. Milliseconds. */
const SETTLE_MS = 300;
/** Elements of a piece that are asked whether they lie over the page. */
const MAX_INNER = 100;

/** Pieces that are to be hidden, and stay in view for now: the reader has them in hand, or asked for them, or they hold the page. */
export class SparedPieces {
  readonly #document: Document;
  readonly #changed: () => void;
  readonly #hasSelected: () => boolean;
  readonly #asked: AskedPlaces;
  readonly #locks: MutationObserver;
  readonly #kept = new WeakSet<Element>();
  #lockable: Element | null = null;
  #waiting: readonly HiddenPiece[] = [];
  #isPressed = false;
  #settling: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param changed called when other pieces may be spared than before
   * @param hasSelected whether the reader may have selected something by now
   */
  constructor(document: Document, changed: () => void, hasSelected: () => boolean) {
    this.#document = document;
    this.#changed = changed;
    this.#hasSelected = hasSelected;
    this.#asked = new AskedPlaces(document);
    this.#locks = new MutationObserver(guarded(changed));
  }

  /**
   * @param isHidden whether an element or a text is hidden already
   * @param article part of the article
   * @returns the pieces that can be hidden now
   */
  without(
    pieces: readonly HiddenPiece[],
    isHidden: (node: Element | Text) => boolean,
    article: Element | null,
  ): readonly HiddenPiece[] {
    if (pieces.length === 0) {
      this.#waiting = pieces;
      return pieces;
    }
    this.#observeLocks();
    const interaction = readInteraction(this.#document, this.#isPressed, this.#hasSelected());
    const isLocked = isScrollLocked(this.#document) || (article !== null && closest(article, '[inert]') !== null);
    const scene: Scene = { interaction, isLocked, asked: this.#asked.elements, article, kept: this.#kept };
    const isSpared = ({ elements, spans }: HiddenPiece) =>
      elements.some((element) => REASONS.some((isReason) => isReason(element, scene, isHidden(element)))) ||
      spans.some(({ node }) => !isHidden(node) && interaction.selection?.containsNode(node, true)) ||
      spans.some(({ node }) => node.parentElement?.isContentEditable === true);
    this.#waiting = pieces.filter(isSpared);
    return this.#waiting.length === 0 ? pieces : pieces.filter((piece) => !this.#waiting.includes(piece));
  }

  /** The page shows these elements whatever we do: nobody is to be told that they are hidden. */
  keptShown(elements: readonly Element[]): void {
    for (const element of elements) this.#kept.add(element);
    this.#changed();
  }

  /** Listens for what the reader does, until the signal. */
  listen(signal: AbortSignal): void {
    const on = (target: EventTarget, types: readonly string[], act: (event: Event) => void) => {
      for (const type of types)
        EventTarget.prototype.addEventListener.call(target, type, guarded(act), { capture: true, signal });
    };
    on(this.#document, ['pointerdown'], () => {
      this.#isPressed = true;
    });
    on(this.#document, ['pointerup', 'pointercancel', 'dragend'], () => {
      this.#isPressed = false;
      this.#settle();
    });
    on(this.#document, ['focusout', 'selectionchange', 'pause', 'ended'], () => this.#settle());
    on(this.#document, ['toggle'], ({ target }) => {
      if (target instanceof Element && attribute(target, 'popover') !== null) this.#changed();
    });
    // Before the browser goes there: it finds the place shown.
    on(this.#document, ['click'], ({ target }) => {
      if (target instanceof Element && this.#asked.askForClicked(target)) this.#changed();
    });
    const view = read(this.#document, 'defaultView');
    if (view) on(view, ['hashchange'], () => this.#goToAddress());
    signal.addEventListener('abort', () => {
      clearTimeout(this.#settling);
      this.#locks.disconnect();
    });
  }

  /** The browser has been there already, and found nothing where the place was hidden. */
  #goToAddress(): void {
    if (!this.#asked.askForAddress()) return;
    const place = this.#asked.elements.at(-1);
    const wasHidden = place !== undefined && !checkVisibility(place);
    this.#changed();
    if (wasHidden) place?.scrollIntoView();
  }

  #settle(): void {
    if (this.#waiting.length === 0) return;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(
      guarded(() => {
        if (!this.#isPressed) this.#changed();
      }),
      SETTLE_MS,
    );
  }

  /** A dialogue opens by an attribute of its own, and a page is mostly locked by one of the two outer elements. */
  #observeLocks(): void {
    const body = read(this.#document, 'body');
    if (this.#lockable === body) return;
    this.#lockable = body;
    this.#locks.disconnect();
    this.#locks.observe(this.#document, { subtree: true, attributeFilter: ['open', 'inert'] });
    // A class, a style, or an attribute that the page's own sheet knows.
    for (const outer of [read(this.#document, 'documentElement'), body])
      if (outer) this.#locks.observe(outer, { attributes: true });
  }
}

/** The page itself cannot be scrolled or clicked. Needs style, not layout. */
function isScrollLocked(document: Document): boolean {
  return [read(document, 'documentElement'), read(document, 'body')]
    .filter((outer) => outer !== null)
    .map((outer) => getComputedStyle(outer))
    .some(
      ({ overflowY, position, pointerEvents }) =>
        position === 'fixed' || pointerEvents === 'none' || /^(?:hidden|clip)$/.test(overflowY),
    );
}

/** Around it or in it, an open dialogue makes everything else inert, or something was opened over the page by a button. */
function isOpened(element: Element): boolean {
  return closest(element, OPENED) !== null || queryAll(element, OPENED).length > 0;
}

const OPENED = ':modal,:popover-open';

/** It lies over the page: it, something around it that does not hold the article, or something in it. */
function isOverlay(element: Element, article: Element | null): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (article && holds(at, article)) break;
    if (liesOver(at)) return true;
  }
  return queryAll(element, '*').slice(0, MAX_INNER).some(liesOver);
}

const liesOver = (element: Element): boolean =>
  element.matches('[role=dialog],[role=alertdialog],[aria-modal=true]') ||
  getComputedStyle(element).position === 'fixed';
