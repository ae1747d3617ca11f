import { attribute, read } from './dom.ts';
import type { Block, BlockKind, Box, Page } from './types.ts';

/** Pages with more nodes than this are not looked at: the answer is "too large". */
export const MOST_NODES = 200_000;
/** Pages with more text than this, in UTF-16 units, are not looked at. */
export const MOST_TEXT = 10_000_000;
/** How much is read between two chances to let the page go on: nodes, and so many units of text as a node takes. */
const SLICE = 4_000;
const TEXT_EFFORT = 200;
/** How deep slots may lie in slots. */
const MOST_SLOTS = 20;

/** How the walk treats an element. */
type Treatment = 'box' | 'loose' | 'skip' | 'media' | 'break' | 'link' | 'control' | 'slot' | 'inline';

const TREATMENTS: Readonly<Record<Exclude<Treatment, 'inline'>, string>> = {
  box: `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup p plaintext pre
    search section summary table tbody td tfoot th thead tr ul xmp`,
  // Inline by rights, but used as boxes of their own: what they are depends on where they stand.
  loose: 'ins del',
  skip: `area base colgroup col datalist head input link map meta noembed noframes noscript param rp rt script select
    source style template textarea title track`,
  media: 'audio canvas embed frame iframe img object svg video',
  break: 'br',
  link: 'a',
  control: 'button',
  slot: 'slot',
};
const KINDS: Partial<Record<BlockKind, string>> = {
  heading: 'h1 h2 h3 h4 h5 h6',
  item: 'li dt dd',
  caption: 'figcaption caption',
  quote: 'blockquote',
  code: 'pre listing xmp',
  cell: 'td th',
};
/** Kinds that a Box hands on to what lies in it. */
const INHERITED: ReadonlySet<BlockKind> = new Set(['caption', 'quote', 'code', 'item']);
/** In these a loose or custom element is a word of a sentence. */
const SENTENCES = /^(?:p|h[1-6]|dt|figcaption|caption|pre|summary)$/;
/** Elements of HTML that can have a shadow root, beside custom ones. */
const HOSTS = /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** What the tables above say about a tag. */
interface Rule {
  readonly treatment: Treatment;
  readonly kind: BlockKind | null;
  readonly isHost: boolean;
}
const INLINE: Rule = { treatment: 'inline', kind: null, isHost: false };
const CUSTOM: Rule = { treatment: 'loose', kind: null, isHost: true };
const RULES = new Map<string, Rule>([['span', { ...INLINE, isHost: true }]]);
const words = (tags: string) => tags.split(/\s+/);
for (const [treatment, tags] of Object.entries(TREATMENTS))
  for (const tag of words(tags))
    RULES.set(tag, { treatment: treatment as Treatment, kind: null, isHost: HOSTS.test(tag) });
for (const [kind, tags] of Object.entries(KINDS))
  for (const tag of words(tags)) RULES.set(tag, { ...(RULES.get(tag) ?? INLINE), kind: kind as BlockKind });

class PageBox implements Box {
  readonly index: number;
  readonly element: Element;
  readonly tag: string;
  readonly parent: PageBox | null;
  readonly first: number;
  readonly kind: BlockKind;
  readonly depth: number;
  end: number;
  endBox: number;
  length = 0;
  linkLength = 0;
  media = 0;
  #hidden: boolean | undefined;
  #words: string | undefined;

  constructor(
    index: number,
    element: Element,
    tag: string,
    kind: BlockKind | null,
    parent: PageBox | null,
    first: number,
  ) {
    this.index = index;
    this.element = element;
    this.tag = tag;
    this.parent = parent;
    this.first = first;
    this.kind = kind ?? (parent && INHERITED.has(parent.kind) ? parent.kind : 'paragraph');
    this.depth = parent ? parent.depth + 1 : 0;
    this.end = first;
    this.endBox = index + 1;
  }

  get hidden(): boolean {
    if (this.#hidden === undefined) {
      // Boxes can lie thousands deep: no recursion.
      const asked: PageBox[] = [];
      let up: PageBox | null = this;
      for (; up && up.#hidden === undefined; up = up.parent) asked.push(up);
      let hidden = up !== null && up.#hidden === true;
      for (const box of asked.reverse()) {
        hidden ||= isHidden(box.element, box.tag);
        box.#hidden = hidden;
      }
    }
    return this.#hidden as boolean;
  }

  get words(): string {
    this.#words ??= `${this.#attribute('id') ?? ''} ${this.#attribute('class') ?? ''}`.toLowerCase();
    return this.#words;
  }

  /** Known to be no form, an element is asked directly. */
  #attribute(name: string): string | null {
    return this.tag === 'form' ? attribute(this.element, name) : this.element.getAttribute(name);
  }
}

/** Hidden by attribute or inline style. `hidden=until-found` can be opened by the reader and is not. */
function isHidden(element: Element, tag: string): boolean {
  if (tag === 'form') return hides(attribute(element, 'hidden'), attribute(element, 'style'));
  if (!element.hasAttributes()) return tag === 'dialog';
  if (tag === 'dialog' && !element.hasAttribute('open')) return true;
  return hides(element.getAttribute('hidden'), element.getAttribute('style'));
}

const hides = (hidden: string | null, style: string | null): boolean =>
  (hidden !== null && hidden !== 'until-found') || (style !== null && HIDDEN_STYLE.test(style));

const STOPS = /[.!?…。！？｡۔؟।॥։።]/g;
const COMMAS = /[,;:，、；：،؛]/g;
const count = (text: string, marks: RegExp) => text.match(marks)?.length ?? 0;
const BLANK = /^\s*$/;
/** White space that is not single spaces already. */
const UNEVEN = /[^\S ]| {2}/;
/** White space folded to single spaces, trimmed. */
export function fold(text: string): string {
  const trimmed = text.trim();
  return UNEVEN.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** The run of text that is being gathered into a Block. */
class Run {
  raw = '';
  readonly nodes: Text[] = [];
  readonly links: HTMLAnchorElement[] = [];
  linkLength = 0;
  controlLength = 0;
}

class PageBlock implements Block {
  readonly index: number;
  readonly kind: BlockKind;
  readonly box: PageBox;
  readonly nodes: readonly Text[];
  readonly text: string;
  readonly length: number;
  readonly linkLength: number;
  readonly links: readonly HTMLAnchorElement[];
  #stops = -1;
  #commas = -1;

  constructor(index: number, box: PageBox, run: Run, text: string) {
    this.index = index;
    this.box = box;
    this.nodes = run.nodes;
    this.text = text;
    this.length = text.length;
    this.linkLength = Math.min(run.linkLength, text.length);
    this.links = run.links;
    this.kind = run.controlLength >= text.length ? 'control' : box.kind;
  }

  get stops(): number {
    if (this.#stops < 0) this.#stops = count(this.text, STOPS);
    return this.#stops;
  }

  get commas(): number {
    if (this.#commas < 0) this.#commas = count(this.text, COMMAS);
    return this.#commas;
  }
}

/** Lower-case tag name. Only a form can have a field that hides the property. */
function tagOf(element: Element): string {
  const name: unknown = element.localName;
  return typeof name === 'string' ? name : 'form';
}

/** What the end of an element means to the walk. */
type End = 0 | 1 | 2 | 3 | 4;
const [NOTHING, BOX, FORM, LINK, CONTROL] = [0, 1, 2, 3, 4] as const;

/** A way down: whose children are being read, and what is to be done when they are. */
interface Level {
  readonly node: Node;
  readonly end: End;
  /** The link that a link interrupted. */
  readonly link: HTMLAnchorElement | null;
  /** What is read in the place of children: nodes assigned to a slot. */
  readonly slotted: readonly Node[] | null;
  at: number;
  /** Slots around. */
  readonly slots: number;
  readonly up: Level | null;
}

/** Reads a tree in one pass, a slice at a time. */
class Reader {
  readonly blocks: PageBlock[] = [];
  readonly boxes: PageBox[] = [];
  visited = 0;
  #units = 0;
  #effort = 0;
  #node: Node | null;
  #level: Level | null = null;
  #box: PageBox | null = null;
  #run = new Run();
  #breaks = 0;
  #link: HTMLAnchorElement | null = null;
  #controls = 0;

  constructor(root: Node | null) {
    this.#node = root;
  }

  get tooLarge(): boolean {
    return this.visited > MOST_NODES || this.#units > MOST_TEXT;
  }

  /** Reads on for about a slice. @returns whether there is more to read */
  more(): boolean {
    this.#effort = 0;
    let node = this.#node;
    while (node && this.#effort++ < SLICE) {
      if (++this.visited > MOST_NODES) return false;
      node = this.#enter(node) ?? this.#after(node);
    }
    if (this.tooLarge) return false;
    this.#node = node;
    return node !== null;
  }

  /** Takes in a node. @returns the first node inside that is to be read */
  #enter(node: Node): Node | null {
    const type: unknown = node.nodeType;
    if (type === 3) {
      this.#addText(node as Text);
      return null;
    }
    if (type !== 1 && typeof type === 'number') return null;
    const element = node as Element;
    const tag = tagOf(element);
    const rule = RULES.get(tag) ?? (tag.includes('-') ? CUSTOM : INLINE);
    let { treatment } = rule;
    if (treatment === 'loose') treatment = this.#run.raw === '' && !this.#inSentence() ? 'box' : 'inline';
    if (treatment === 'box') return this.#enterBox(element, tag, rule);
    if (treatment === 'skip') return null;
    if (treatment === 'media') {
      if (this.#box) this.#box.media++;
      return null;
    }
    if (treatment === 'break') {
      if (this.#run.raw !== '') this.#run.raw += ' ';
      if (++this.#breaks > 1) this.#flush();
      return null;
    }
    if (isHidden(element, tag)) return null;
    if (treatment === 'slot') return this.#enterSlot(element as HTMLSlotElement);
    const child = firstIn(element, rule);
    if (!child) return null;
    if (treatment === 'link' && element.hasAttribute('href')) {
      this.#down(node, child, LINK);
      this.#link = element as HTMLAnchorElement;
      return child;
    }
    if (treatment === 'control') this.#controls++;
    return this.#down(node, child, treatment === 'control' ? CONTROL : NOTHING);
  }

  #enterBox(element: Element, tag: string, rule: Rule): Node | null {
    this.#open(element, tag, rule.kind);
    const isForm = tag === 'form';
    const child = isForm ? read(element, 'firstChild') : firstIn(element, rule);
    if (child) return this.#down(element, child, isForm ? FORM : BOX);
    this.#close();
    return isForm ? this.#after(element, FORM) : null;
  }

  #enterSlot(slot: HTMLSlotElement): Node | null {
    const slots = (this.#level?.slots ?? 0) + 1;
    const assigned = slots <= MOST_SLOTS ? (slot.assignedNodes?.() ?? []) : [];
    const [first] = assigned;
    if (first) return this.#down(slot, first, NOTHING, assigned, slots);
    return slot.firstChild && this.#down(slot, slot.firstChild, NOTHING);
  }

  #down(
    node: Node,
    child: Node,
    end: End,
    slotted: readonly Node[] | null = null,
    slots = this.#level?.slots ?? 0,
  ): Node {
    this.#level = { node, end, link: this.#link, slotted, at: 0, slots, up: this.#level };
    return child;
  }

  /** Ends elements until there is a node beside. @returns the next node to read */
  #after(last: Node, its: End = NOTHING): Node | null {
    let node = last;
    let end = its;
    for (;;) {
      const level: Level | null = this.#level;
      if (!level) return null;
      const next: Node | null | undefined = level.slotted
        ? level.slotted[++level.at]
        : end === FORM
          ? read(node, 'nextSibling')
          : node.nextSibling;
      if (next) return next;
      ({ node, end } = level);
      this.#level = level.up;
      if (end === BOX || end === FORM) this.#close();
      else if (end === LINK) this.#link = level.link;
      else if (end === CONTROL) this.#controls--;
    }
  }

  #inSentence(): boolean {
    return this.#box !== null && SENTENCES.test(this.#box.tag);
  }

  #open(element: Element, tag: string, kind: BlockKind | null): void {
    this.#flush();
    this.#box = new PageBox(this.boxes.length, element, tag, kind, this.#box, this.blocks.length);
    this.boxes.push(this.#box);
  }

  #close(): void {
    this.#flush();
    const box = this.#box;
    if (!box) return;
    box.end = this.blocks.length;
    box.endBox = this.boxes.length;
    const { parent } = box;
    if (parent) {
      parent.length += box.length;
      parent.linkLength += box.linkLength;
      parent.media += box.media;
    }
    this.#box = parent;
  }

  #addText(node: Text): void {
    const { data } = node;
    const { length } = data;
    this.#effort += length / TEXT_EFFORT;
    this.#units += length;
    const run = this.#run;
    const first = data.charCodeAt(0);
    if (!(first > 32 && first < 160) && BLANK.test(data)) {
      if (run.raw !== '') {
        run.raw += ' ';
        run.nodes.push(node);
      }
      return;
    }
    this.#breaks = 0;
    run.raw += data;
    run.nodes.push(node);
    if (this.#controls > 0) run.controlLength += length;
    const link = this.#link;
    if (link) {
      run.linkLength += fold(data).length;
      if (run.links[run.links.length - 1] !== link) run.links.push(link);
    }
  }

  /** What was gathered becomes a Block. */
  #flush(): void {
    this.#breaks = 0;
    const run = this.#run;
    if (run.raw === '') return;
    this.#run = new Run();
    const text = fold(run.raw);
    const box = this.#box;
    if (text === '' || !box) return;
    const block = new PageBlock(this.blocks.length, box, run, text);
    this.blocks.push(block);
    box.length += block.length;
    box.linkLength += block.linkLength;
  }
}

/** The first node to read in an element that is no form: in its open shadow root where it has one. */
const firstIn = (element: Element, { isHost }: Rule): Node | null =>
  ((isHost && element.shadowRoot) || element).firstChild;

/**
 * Reads a document into Blocks and Boxes in one pass, without changing it. Yields every few thousand nodes, so that
 * the caller can let the page go on; what is read does not depend on it as long as the page stands still.
 *
 * Open shadow roots are read in the place of their host's children, slots where they stand. Never throws, however
 * broken or hostile the document.
 */
export function* readingPage(document: Document, url: string): Generator<undefined, Page> {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  const reader = new Reader(read(document, 'body') ?? read(document, 'documentElement'));
  while (reader.more()) yield;
  const { tooLarge, visited: nodes } = reader;
  const [blocks, boxes] = tooLarge ? [[], []] : [reader.blocks, reader.boxes];
  return { document, url, host, blocks, boxes, nodes, tooLarge };
}

/** Runs a generator of slices to its end in one go. */
export function inOneGo<T>(slices: Generator<unknown, T>): T {
  let step = slices.next();
  while (!step.done) step = slices.next();
  return step.value;
}

/** {@link readingPage} in one go. */
export const readPage = (document: Document, url: string): Page => inOneGo(readingPage(document, url));
