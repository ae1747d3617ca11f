import { attribute, findAll, read } from './dom.ts';
import { fold } from './fold.ts';
import type { Block, BlockKind, Box, Page } from './types.ts';

/** Pages with more nodes than this are not looked at: the answer is "too large". */
export const MOST_NODES = 200_000;
/** Pages with more text than this, in UTF-16 units, are not looked at. */
export const MOST_TEXT = 10_000_000;
/** How much is read between two chances to let the page go on: nodes, and so many units of text as a node takes. */
const SLICE = 4_000;
const TEXT_EFFORT = 200;
/** UTF-16 units of an element's words that are looked at. */
const LONGEST_WORDS = 5_000;
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
/**
 * What can be hidden by attribute or inline style. The browser finds these few faster than each element is asked, and
 * faster than with a selector that says more.
 */
const HIDEABLE = '[hidden],[style],dialog';

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
  readonly hidden: boolean;
  #words: string | undefined;

  constructor(
    index: number,
    element: Element,
    tag: string,
    kind: BlockKind | null,
    parent: PageBox | null,
    first: number,
    hidden: boolean,
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
    this.hidden = parent?.hidden || (hidden && !OPENS.test(this.words));
  }

  get words(): string {
    this.#words ??= wordsOf(this.element, this.tag).slice(0, LONGEST_WORDS).toLowerCase();
    return this.#words;
  }
}

/** Known to be no form, an element is asked directly. What a custom element is for, its name says. */
const wordsOf = (element: Element, tag: string): string =>
  tag === 'form'
    ? `${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`
    : `${element.id} ${element.className}${tag.includes('-') ? ` ${tag}` : ''}`;

/** A reader can open it. */
const OPENS = /accordion|collapsib|expand/;

/** Hidden by attribute or inline style. `hidden=until-found` can be opened by the reader and is not. */
function isHidden(element: Element): boolean {
  if (tagOf(element) === 'dialog' && attribute(element, 'open') === null) return true;
  const hidden = attribute(element, 'hidden');
  return (hidden !== null && hidden !== 'until-found') || HIDDEN_STYLE.test(attribute(element, 'style') ?? '');
}

const hiddenIn = (root: Document | ShadowRoot): Element[] => findAll(root, HIDEABLE).filter(isHidden);

const STOPS = /[.!?…。！？｡۔؟।॥։።]/g;
const COMMAS = /[,;:，、；：،؛]/g;
const count = (text: string, marks: RegExp) => text.match(marks)?.length ?? 0;

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

  constructor(
    index: number,
    box: PageBox,
    kind: BlockKind,
    text: string,
    nodes: readonly Text[],
    links: readonly HTMLAnchorElement[],
    linkLength: number,
  ) {
    this.index = index;
    this.box = box;
    this.kind = kind;
    this.text = text;
    this.length = text.length;
    this.nodes = nodes;
    this.links = links;
    this.linkLength = linkLength;
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

/** Where the reading of a tree stands. */
interface Reading {
  readonly blocks: readonly PageBlock[];
  readonly boxes: readonly PageBox[];
  readonly visited: number;
  readonly tooLarge: boolean;
  /** Reads on for about a slice. @returns whether there is more to read */
  more(): boolean;
}

/** Reads a tree in one pass. Nothing else in the engine runs as often: what it keeps, it keeps in variables. */
function reading(document: Document): Reading {
  const blocks: PageBlock[] = [];
  const boxes: PageBox[] = [];
  let visited = 0;
  let units = 0;
  let effort = 0;
  let node: Node | null = read(document, 'body') ?? read(document, 'documentElement');
  const hidden = new Set(hiddenIn(document));
  let level: Level | null = null;
  let slots = 0;
  let box: PageBox | null = null;
  let breaks = 0;
  let link: HTMLAnchorElement | null = null;
  let controls = 0;
  // The run of text that is being gathered into a Block.
  let raw = '';
  let nodes: Text[] = [];
  let links: HTMLAnchorElement[] = [];
  let linked = '';
  let controlLength = 0;

  const isTooLarge = () => visited > MOST_NODES || units > MOST_TEXT;

  function more(): boolean {
    effort = 0;
    while (node && effort++ < SLICE) {
      if (++visited > MOST_NODES) return false;
      node = enter(node) ?? after(node, NOTHING);
    }
    return node !== null && !isTooLarge();
  }

  /** Takes in a node. @returns the first node inside that is to be read */
  function enter(entered: Node): Node | null {
    const type: unknown = entered.nodeType;
    if (type === 3) {
      addText(entered as Text);
      return null;
    }
    if (type !== 1 && typeof type === 'number') return null;
    const element = entered as Element;
    const tag = tagOf(element);
    const rule = RULES.get(tag) ?? (tag.includes('-') ? CUSTOM : INLINE);
    let { treatment } = rule;
    if (treatment === 'loose') treatment = raw === '' && !(box && SENTENCES.test(box.tag)) ? 'box' : 'inline';
    if (treatment === 'box') return enterBox(element, tag, rule);
    if (treatment === 'skip') return null;
    if (treatment === 'media') {
      if (box) box.media++;
      return null;
    }
    if (treatment === 'break') {
      if (raw !== '') raw += ' ';
      if (++breaks > 1) flush();
      return null;
    }
    if (hidden.has(element)) return null;
    if (treatment === 'slot') return enterSlot(element as HTMLSlotElement);
    const child = firstIn(element, rule.isHost);
    if (!child) return null;
    if (treatment === 'link' && element.hasAttribute('href')) {
      down(element, child, LINK);
      link = element as HTMLAnchorElement;
      return child;
    }
    if (treatment === 'control') controls++;
    return down(element, child, treatment === 'control' ? CONTROL : NOTHING);
  }

  /** The first node to read in an element that is no form: in its open shadow root where it has one. */
  function firstIn(element: Element, canBeHost: boolean): Node | null {
    const shadow = canBeHost ? element.shadowRoot : null;
    if (!shadow) return element.firstChild;
    for (const unseen of hiddenIn(shadow)) hidden.add(unseen);
    return shadow.firstChild;
  }

  function enterBox(element: Element, tag: string, rule: Rule): Node | null {
    flush();
    box = new PageBox(boxes.length, element, tag, rule.kind, box, blocks.length, hidden.has(element));
    boxes.push(box);
    const isForm = tag === 'form';
    const child = isForm ? read(element, 'firstChild') : firstIn(element, rule.isHost);
    if (child) return down(element, child, isForm ? FORM : BOX);
    close();
    return isForm ? after(element, FORM) : null;
  }

  function enterSlot(slot: HTMLSlotElement): Node | null {
    const assigned = slots < MOST_SLOTS ? (slot.assignedNodes?.() ?? []) : [];
    const [first] = assigned;
    const child = first ?? slot.firstChild;
    if (!child) return null;
    down(slot, child, NOTHING, first ? assigned : null);
    if (first) slots++;
    return child;
  }

  function down(parent: Node, child: Node, end: End, slotted: readonly Node[] | null = null): Node {
    level = { node: parent, end, link, slotted, at: 0, slots, up: level };
    return child;
  }

  /** Ends elements until there is a node beside. @returns the next node to read */
  function after(last: Node, its: End): Node | null {
    let ended = last;
    let end = its;
    while (level) {
      const { slotted }: Level = level;
      const next = slotted ? slotted[++level.at] : end === FORM ? read(ended, 'nextSibling') : ended.nextSibling;
      if (next) return next;
      ({ node: ended, end, slots } = level);
      if (end === LINK) link = level.link;
      level = level.up;
      if (end === BOX || end === FORM) close();
      else if (end === CONTROL) controls--;
    }
    return null;
  }

  /** The innermost Box ends. */
  function close(): void {
    flush();
    if (!box) return;
    box.end = blocks.length;
    box.endBox = boxes.length;
    const { parent }: PageBox = box;
    if (parent) {
      parent.length += box.length;
      parent.linkLength += box.linkLength;
      parent.media += box.media;
    }
    box = parent;
  }

  function addText(text: Text): void {
    const { data } = text;
    const { length } = data;
    effort += length / TEXT_EFFORT;
    units += length;
    const first = data.charCodeAt(0);
    if (!(first > 32 && first < 160) && data.trim() === '') {
      if (raw !== '') {
        raw += ' ';
        nodes.push(text);
      }
      return;
    }
    breaks = 0;
    raw += data;
    nodes.push(text);
    if (controls > 0) controlLength += length;
    if (link) {
      linked += data;
      if (links[links.length - 1] !== link) links.push(link);
    }
  }

  /** What was gathered becomes a Block. */
  function flush(): void {
    breaks = 0;
    if (raw === '') return;
    const text = fold(raw);
    const { length } = text;
    if (box && length > 0) {
      // A heading that opens what it heads is a button as a whole.
      const kind = controlLength >= length && box.kind !== 'heading' ? 'control' : box.kind;
      const linkLength = linked === raw ? length : Math.min(fold(linked).length, length);
      blocks.push(new PageBlock(blocks.length, box, kind, text, nodes, links, linkLength));
      box.length += length;
      box.linkLength += linkLength;
    }
    raw = '';
    nodes = [];
    links = [];
    linked = '';
    controlLength = 0;
  }

  return {
    blocks,
    boxes,
    more,
    get visited() {
      return visited;
    },
    get tooLarge() {
      return isTooLarge();
    },
  };
}

/**
 * Reads a document into Blocks and Boxes in one pass, without changing it. Yields every few thousand nodes, so that
 * the caller can let the page go on; what is read does not depend on it as long as the page stands still.
 *
 * Open shadow roots are read in the place of their host's children, slots where they stand. Never throws, however
 * broken or hostile the document.
 */
export function* readingPage(document: Document, url: string): Generator<undefined, Page> {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  const tree = reading(document);
  while (tree.more()) yield;
  const { tooLarge, visited: nodes } = tree;
  const [blocks, boxes] = tooLarge ? [[], []] : [tree.blocks, tree.boxes];
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
