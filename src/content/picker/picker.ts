import { holds } from '../../engine/dom.ts';
import type { PickPurpose } from '../../messages.ts';
import { describe, isNamed } from '../../rules/describe.ts';
import { find } from '../../rules/find.ts';
import type { Description } from '../../rules/rule.ts';
import { send } from '../api.ts';
import { rectOf } from '../nodes.ts';
import { runningScript } from '../running.ts';
import { Layer } from './layer.ts';
import { elementAt, firstLevel, isFixed, levelsFrom, neighbour } from './levels.ts';
import { Panel } from './panel.ts';
import { PICKER } from './style.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A page may have thousands of the same piece. */
const MAX_OUTLINES = 200;

let open: Picker | null = null;

/** Has the reader point at a piece of the page: an outline shows it, and nothing happens until it is confirmed. */
export class Picker {
  readonly #what: PickPurpose;
  readonly #layer: Layer;
  readonly #panel: Panel;
  readonly #outlines: HTMLElement[] = [];
  #levels: readonly Element[] = [];
  #level = 0;
  #description: Description | null = null;
  #matches: readonly Element[] = [];
  /** The reader pressed: a mouse that goes on to the panel points at nothing. */
  #settled = false;
  #over: Point | null = null;
  /** A key that is held down, and ends the picker. */
  #ending: string | null = null;

  /** @param from where to begin. CSS pixels of the window */
  static async open(what: PickPurpose, from: Point | null): Promise<void> {
    open?.close();
    const layer = await Layer.open(document, PICKER);
    open = new Picker(what, layer);
    open.#begin(from);
  }

  private constructor(what: PickPurpose, layer: Layer) {
    this.#what = what;
    this.#layer = layer;
    this.#panel = new Panel(layer.document, what, {
      level: (index) => this.#choose(this.#levels, index),
      confirm: () => this.confirm(),
      cancel: () => this.close(),
    });
    layer.document.body.append(this.#panel.stage);
    this.#listen();
  }

  #begin(from: Point | null): void {
    const atTheFoot = elementAt(document, innerWidth / 2, innerHeight - 1);
    if (atTheFoot && isFixed(atTheFoot)) this.#panel.standAbove(true);
    this.#panel.panel.focus();
    // What the browser shows last may be a menu or the popup, which takes the keys with it.
    if (from) this.#pointAt(from);
    this.#settled = from !== null;
    this.#layer.eachFrame(() => this.#draw());
  }

  #listen(): void {
    const { signal, document: ours } = this.#layer;
    const at = ({ clientX: x, clientY: y }: MouseEvent) => ({ x, y });
    const isOnPanel = ({ target }: Event) => this.#panel.panel.contains(target as Node);
    const key = (event: KeyboardEvent) => this.#key(event);
    ours.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'mouse' && !this.#settled) this.#over = isOnPanel(event) ? null : at(event);
    });
    ours.addEventListener('click', (event) => {
      if (isOnPanel(event)) return;
      event.preventDefault();
      this.#over = null;
      this.#pointAt(at(event));
      this.#settled = true;
    });
    ours.addEventListener('contextmenu', (event) => event.preventDefault());
    ours.addEventListener('keydown', key, { capture: true });
    ours.addEventListener('keyup', (event) => this.#released(event), { capture: true });
    // While the browser brings the page back to the front, keys may come to the page.
    for (const type of ['keydown', 'keypress', 'keyup'] as const)
      window.addEventListener(
        type,
        (event) => {
          event.stopImmediatePropagation();
          event.preventDefault();
          if (type === 'keydown') key(event);
          if (type === 'keyup') this.#released(event);
        },
        { capture: true, signal },
      );
  }

  #key(event: KeyboardEvent): void {
    const act = this.#keys[event.key];
    const { activeElement } = this.#layer.document;
    const isForControl =
      (activeElement?.localName === 'button' && /^(?:Enter| )$/.test(event.key)) ||
      (activeElement?.localName === 'input' && /^Arrow(?:Left|Right)$/.test(event.key));
    if (!act || isForControl || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (/^(?:Escape|Enter)$/.test(event.key)) this.#ending = event.key;
    else act(event);
  }

  /** What ends the picker does so when the key comes up: the page would hear that otherwise. */
  #released(event: KeyboardEvent): void {
    if (event.key !== this.#ending) return;
    this.#ending = null;
    this.#keys[event.key]?.(event);
  }

  readonly #keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    Tab: ({ shiftKey }) => this.#panel.focusNext(shiftKey),
    Escape: () => this.close(),
    Enter: () => this.confirm(),
    ArrowUp: () => this.#widen(1),
    ArrowDown: () => this.#widen(-1),
    ArrowLeft: () => this.#aside(document.dir === 'rtl' ? 'after' : 'before'),
    ArrowRight: () => this.#aside(document.dir === 'rtl' ? 'before' : 'after'),
  };

  get #picked(): Element | undefined {
    return this.#levels[this.#level];
  }

  /** What a key moves on from. Where nothing has been pointed at, the key points at the middle of the window. */
  #byKey(): Element | undefined {
    this.#settled = true;
    const picked = this.#picked;
    if (!picked) this.#pointAt({ x: innerWidth / 2, y: innerHeight / 2 });
    return picked;
  }

  #widen(by: 1 | -1): void {
    const picked = this.#byKey();
    if (!picked) return;
    const inner = by === -1 && this.#level === 0 ? neighbour(picked, 'inside') : null;
    if (inner) this.#choose([inner, ...this.#levels], 0);
    else this.#choose(this.#levels, this.#level + by);
    this.#reveal();
  }

  #aside(where: 'before' | 'after'): void {
    const picked = this.#byKey();
    const next = picked && neighbour(picked, where);
    if (next) this.#choose(levelsFrom(next, isNamed), 0);
    this.#reveal();
  }

  #reveal(): void {
    this.#picked?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  #pointAt({ x, y }: Point): void {
    const element = elementAt(document, x, y);
    if (!element || element === this.#levels[0]) return;
    const levels = levelsFrom(element, isNamed);
    this.#choose(levels, firstLevel(levels));
  }

  #choose(levels: readonly Element[], level: number): void {
    const picked = levels[level];
    if (!picked) return;
    const isOther = picked !== this.#picked;
    this.#levels = levels;
    this.#level = level;
    if (isOther) {
      this.#description = describe(picked);
      this.#matches = this.#found(picked, this.#description);
    }
    const isWhole = this.#isWhole(picked);
    this.#panel.show({ level, levels: levels.length, matches: this.#matches.length, isWhole });
  }

  /** What the rule would be about: nothing where that holds the article, or where the piece would not be found again. */
  #found(picked: Element, description: Description): Element[] {
    const found = find(document, description);
    if (this.#what === 'article') return found[0] === picked ? [picked] : [];
    if (this.#isWhole(picked) || !found.includes(picked)) return [];
    return found.filter((element) => !this.#isWhole(element));
  }

  #isWhole(element: Element): boolean {
    const body = runningScript()?.cleaner?.analysis?.article?.body ?? [];
    return body.length > 0 && body.every(({ box }) => holds(element, box.element));
  }

  #draw(): void {
    if (!runningScript()) {
      this.close();
      return;
    }
    if (this.#over) this.#pointAt(this.#over);
    this.#over = null;
    const drawn = [...new Set([this.#picked, ...this.#matches])].slice(0, MAX_OUTLINES);
    const pieces = drawn.filter((element) => element !== undefined);
    // All places are read before any is written.
    const places = pieces.map(rectOf);
    for (const [i, place] of places.entries()) this.#outline(i, place);
    for (const outline of this.#outlines.splice(places.length)) outline.remove();
    this.#panel.place(places[0] ?? null);
  }

  #outline(i: number, { x, y, width, height }: DOMRect): void {
    const outline = this.#outlines[i] ?? this.#layer.document.createElement('div');
    if (!outline.parentNode) {
      outline.className = i === 0 ? 'outline picked' : 'outline';
      this.#layer.document.body.insertBefore(outline, this.#panel.stage);
      this.#outlines[i] = outline;
    }
    outline.style.transform = `translate(${x}px, ${y}px)`;
    outline.style.width = `${width}px`;
    outline.style.height = `${height}px`;
  }

  confirm(): void {
    if (this.#matches.length === 0 || !this.#description) return;
    const correction = { verb: this.#what, piece: this.#description } as const;
    void send({ type: 'correct', correction });
    this.close();
  }

  close(): void {
    this.#layer.remove();
    if (open === this) open = null;
  }
}
