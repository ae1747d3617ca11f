import { hostOf, read, tagOf } from './dom.ts';
import { hiddenIn } from './hidden-elements.ts';
import { PageBlock } from './page-block.ts';
import { PageBox } from './page-box.ts';
import { MAX_PAGE_NODES, runToCompletion } from './steps.ts';
import { type TagRule, type TagTreatment, tagRule } from './tag-rules.ts';
import type { Page } from './types.ts';
import { REGION_WORDS } from './vocabulary.ts';
import { collapseWhitespace } from './whitespace.ts';

/** A page with more text, in UTF-16 units, is not analysed. */
export const MAX_PAGE_CHARS = 10_000_000;
/** Nodes that are read in one slice. Between two slices the page can go on. */
const NODES_PER_SLICE = 4_000;
/** UTF-16 units of text that take as long to read as a node. */
const CHARS_PER_NODE = 200;
/** How deep slots may lie in slots. */
const MAX_SLOT_DEPTH = 20;
/** Less unlinked text in a Block is a label. UTF-16 units. */
const MIN_SENTENCE_CHARS = 60;
/** So many times as much text as all that is shown makes a hidden Box the page. */
const MIN_HIDDEN_TIMES_SHOWN = 4;

/** In these a loose or custom element is part of a sentence. */
const SENTENCE_TAGS = /^(?:p|h[1-6]|dt|figcaption|caption|pre|summary)$/;

/** What there is to do when all children of an element are read. */
type AtEnd = 'nothing' | 'close-box' | 'close-form' | 'leave-link' | 'leave-control';

/** An element whose children are being read. */
interface Level {
  readonly node: Node;
  readonly atEnd: AtEnd;
  /** The link around the element, which a link inside it interrupts. */
  readonly link: HTMLAnchorElement | null;
  /** Nodes assigned to a slot, which are read in the place of its children. */
  readonly slotted: readonly Node[] | null;
  /** Index of the node in `slotted` that is being read. */
  at: number;
  /** How many slots with assigned nodes are around. */
  readonly slots: number;
  readonly outer: Level | null;
}

/**
 * Reads a tree in one pass, slice by slice. No other code of the engine runs as often. TypeScript's `private` and not
 * `#`: the fields change with nearly every node.
 */
class PageReader {
  readonly blocks: PageBlock[] = [];
  readonly boxes: PageBox[] = [];
  /** DOM nodes that were read. */
  visited = 0;
  /** UTF-16 units that were read. */
  private chars = 0;
  /** How much of the current slice is used, in nodes. */
  private effort = 0;
  /** The next node to read. */
  private node: Node | null;
  private readonly hidden: Set<Element>;
  private level: Level | null = null;
  private slots = 0;
  private box: PageBox | null = null;
  /** `<br>`s in a row. */
  private breaks = 0;
  private link: HTMLAnchorElement | null = null;
  /** How many controls are around. */
  private controls = 0;
  // The run of text that is being gathered into a Block.
  private raw = '';
  private nodes: Text[] = [];
  private links: HTMLAnchorElement[] = [];
  private linked = '';
  private controlLength = 0;

  constructor(document: Document) {
    this.node = read(document, 'body') ?? read(document, 'documentElement');
    this.hidden = new Set(hiddenIn(document));
  }

  get isTooLarge(): boolean {
    return this.visited > MAX_PAGE_NODES || this.chars > MAX_PAGE_CHARS;
  }

  /** Reads on for about a slice. @returns whether there is more to read */
  readSlice(): boolean {
    this.effort = 0;
    while (this.node && this.effort++ < NODES_PER_SLICE) {
      if (++this.visited > MAX_PAGE_NODES) return false;
      this.node = this.enter(this.node) ?? this.after(this.node, 'nothing');
    }
    return this.node !== null && !this.isTooLarge;
  }

  /** Reads a node. @returns the first node inside that is to be read */
  private enter(node: Node): Node | null {
    const type: unknown = node.nodeType;
    if (type === 3) {
      this.addText(node as Text);
      return null;
    }
    if (type !== 1 && typeof type === 'number') return null;
    const element = node as Element;
    const tag = tagOf(element);
    const rule = tagRule(tag);
    switch (this.treatmentOf(rule)) {
      case 'box':
        return this.enterBox(element, tag, rule);
      case 'skip':
        return null;
      case 'media':
        if (this.box) this.box.media++;
        return null;
      case 'break':
        if (this.raw !== '') this.raw += ' ';
        // Code may have an empty line.
        if (++this.breaks > 1 && this.box?.kind !== 'code') this.flush();
        return null;
      case 'slot':
        return this.hidden.has(element) ? null : this.enterSlot(element as HTMLSlotElement);
      case 'link':
        return this.hidden.has(element) ? null : this.enterLink(element as HTMLAnchorElement, rule);
      case 'control':
        return this.hidden.has(element) ? null : this.enterControl(element, rule);
      default:
        return this.hidden.has(element) ? null : this.enterInline(element, rule);
    }
  }

  /**
   * A page that is streamed has its text in a hidden Box until its script runs, and a saved one for ever. Where next to
   * nothing else is there, that Box counts as shown, with those beside it. Fixtures: streamed, streamed-parts.
   */
  showHiddenPage(): void {
    let shown = 0;
    const isPart = ({ tag, words }: PageBox) => tag !== 'dialog' && !REGION_WORDS.test(words);
    /** By the Box that the hidden ones stand in side by side; `null` for the page. */
    const hidden = new Map<PageBox | null, number>();
    for (const { box, length, linkLength } of this.blocks) {
      const amount = length - linkLength;
      if (amount < MIN_SENTENCE_CHARS) continue;
      const by = box.hiddenBy;
      if (!by) shown += amount;
      else if (isPart(by)) hidden.set(by.parent, amount + (hidden.get(by.parent) ?? 0));
    }
    const [around, amount] = [...hidden].reduce((most, one) => (one[1] > most[1] ? one : most), [null, 0]);
    if (amount <= MIN_HIDDEN_TIMES_SHOWN * shown) return;
    for (const box of this.boxes.slice(around ? around.index + 1 : 0, around?.endBox))
      box.hide(box.isHiddenItself && !(box.parent === around && isPart(box)));
  }

  private treatmentOf({ treatment }: TagRule): TagTreatment {
    if (treatment !== 'loose') return treatment;
    return this.raw === '' && !(this.box && SENTENCE_TAGS.test(this.box.tag)) ? 'box' : 'inline';
  }

  private enterBox(element: Element, tag: string, rule: TagRule): Node | null {
    this.flush();
    const isHidden = this.hidden.has(element);
    this.box = new PageBox(this.boxes.length, element, tag, rule.kind, this.box, this.blocks.length, isHidden);
    this.boxes.push(this.box);
    const isForm = tag === 'form';
    const child = isForm ? read(element, 'firstChild') : this.firstIn(element, rule.isHost);
    if (child) return this.down(element, child, isForm ? 'close-form' : 'close-box');
    this.closeBox();
    return isForm ? this.after(element, 'close-form') : null;
  }

  private enterInline(element: Element, rule: TagRule): Node | null {
    const child = this.firstIn(element, rule.isHost);
    return child && this.down(element, child, 'nothing');
  }

  private enterLink(element: HTMLAnchorElement, rule: TagRule): Node | null {
    const child = this.firstIn(element, rule.isHost);
    if (!child) return null;
    if (!element.hasAttribute('href')) return this.down(element, child, 'nothing');
    this.down(element, child, 'leave-link');
    this.link = element;
    return child;
  }

  private enterControl(element: Element, rule: TagRule): Node | null {
    const child = this.firstIn(element, rule.isHost);
    if (!child) return null;
    this.controls++;
    return this.down(element, child, 'leave-control');
  }

  private enterSlot(slot: HTMLSlotElement): Node | null {
    const assigned = this.slots < MAX_SLOT_DEPTH ? (slot.assignedNodes?.() ?? []) : [];
    const [first] = assigned;
    const child = first ?? slot.firstChild;
    if (!child) return null;
    this.down(slot, child, 'nothing', first ? assigned : null);
    if (first) this.slots++;
    return child;
  }

  /** The first node to read in an element that is no form: in its open shadow root where it has one. */
  private firstIn(element: Element, canBeHost: boolean): Node | null {
    const shadow = canBeHost ? element.shadowRoot : null;
    if (!shadow) return element.firstChild;
    for (const hidden of hiddenIn(shadow)) this.hidden.add(hidden);
    return shadow.firstChild;
  }

  private down(node: Node, child: Node, atEnd: AtEnd, slotted: readonly Node[] | null = null): Node {
    this.level = { node, atEnd, link: this.link, slotted, at: 0, slots: this.slots, outer: this.level };
    return child;
  }

  /**
   * Ends elements until there is a node beside one.
   *
   * @param last the node that was read last
   * @param atEnd what there was to do at its end
   * @returns the next node to read
   */
  private after(last: Node, atEnd: AtEnd): Node | null {
    let ended = last;
    let isForm = atEnd === 'close-form';
    while (this.level) {
      const { level } = this;
      const { slotted } = level;
      const next = slotted ? slotted[++level.at] : isForm ? read(ended, 'nextSibling') : ended.nextSibling;
      if (next) return next;
      ended = level.node;
      isForm = level.atEnd === 'close-form';
      this.slots = level.slots;
      this.level = level.outer;
      if (level.atEnd === 'leave-link') this.link = level.link;
      else if (level.atEnd === 'leave-control') this.controls--;
      else if (level.atEnd !== 'nothing') this.closeBox();
    }
    return null;
  }

  /** The innermost Box ends. */
  private closeBox(): void {
    this.flush();
    const { box } = this;
    if (!box) return;
    box.end = this.blocks.length;
    box.endBox = this.boxes.length;
    const { parent } = box;
    if (parent) {
      parent.length += box.length;
      parent.linkLength += box.linkLength;
      parent.media += box.media;
    }
    this.box = parent;
  }

  private addText(text: Text): void {
    const { data } = text;
    const { length } = data;
    this.effort += length / CHARS_PER_NODE;
    this.chars += length;
    const first = data.charCodeAt(0);
    if (!(first > 32 && first < 160) && data.trim() === '') {
      if (this.raw !== '') {
        this.raw += ' ';
        this.nodes.push(text);
      }
      return;
    }
    this.breaks = 0;
    this.raw += data;
    this.nodes.push(text);
    if (this.controls > 0) this.controlLength += length;
    const { link, links } = this;
    if (link) {
      this.linked += data;
      if (links[links.length - 1] !== link) links.push(link);
    }
  }

  /** The text that was gathered becomes a Block. */
  private flush(): void {
    this.breaks = 0;
    if (this.raw === '') return;
    const text = collapseWhitespace(this.raw);
    if (this.box && text !== '') this.addBlock(this.box, text);
    this.raw = '';
    this.nodes = [];
    this.links = [];
    this.linked = '';
    this.controlLength = 0;
  }

  private addBlock(box: PageBox, text: string): void {
    const { blocks, nodes, links, linked } = this;
    const { length } = text;
    // A heading that opens what it heads is a button as a whole.
    const kind = this.controlLength >= length && box.kind !== 'heading' ? 'control' : box.kind;
    const linkLength = linked === this.raw ? length : Math.min(collapseWhitespace(linked).length, length);
    blocks.push(new PageBlock(blocks.length, box, kind, text, nodes, links, linkLength));
    box.length += length;
    box.linkLength += linkLength;
  }
}

/**
 * Reads a document into Blocks and Boxes in one pass, without changing it. Yields every few thousand nodes, so that the
 * page can go on. The result does not depend on that as long as the page does not change meanwhile.
 *
 * Open shadow roots are read in the place of their host's children, assigned nodes in the place of their slot. Never
 * throws, however broken or hostile the document.
 */
export function* readPageSteps(document: Document, url: string): Generator<undefined, Page> {
  const host = URL.canParse(url) ? hostOf(new URL(url)) : '';
  const reader = new PageReader(document);
  while (reader.readSlice()) yield;
  reader.showHiddenPage();
  const { isTooLarge: tooLarge, visited: nodes } = reader;
  const [blocks, boxes] = tooLarge ? [[], []] : [reader.blocks, reader.boxes];
  return { document, url, host, blocks, boxes, nodes, tooLarge };
}

/** {@link readPageSteps} in one go. */
export const readPage = (document: Document, url: string): Page => runToCompletion(readPageSteps(document, url));
