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

/** How the walk treats an element, by its tag. Tags that are not listed are inline. */
type Treatment = 'box' | 'loose' | 'skip' | 'media' | 'break' | 'link' | 'control';

const TREATMENTS = new Map<string, Treatment>();
const treat = (treatment: Treatment, tags: string) => {
  for (const tag of tags.split(' ')) TREATMENTS.set(tag, treatment);
};
treat(
  'box',
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption',
);
treat('box', 'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol');
treat('box', 'optgroup p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp');
// Inline by rights, but used as boxes of their own: what they are depends on where they stand.
treat('loose', 'ins del');
treat(
  'skip',
  'script style noscript template head title link meta base select datalist textarea input param source track',
);
treat('skip', 'area map noembed noframes rp rt colgroup col');
treat('media', 'img svg video audio iframe object embed canvas frame');
treat('break', 'br');
treat('link', 'a');
treat('control', 'button');

const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  dt: 'item',
  dd: 'item',
  figcaption: 'caption',
  caption: 'caption',
  blockquote: 'quote',
  pre: 'code',
  listing: 'code',
  xmp: 'code',
  td: 'cell',
  th: 'cell',
};
/** Kinds that a Box hands on to what lies in it. */
const INHERITED: ReadonlySet<BlockKind> = new Set(['caption', 'quote', 'code', 'item']);
/** In these a loose or custom element is a word of a sentence. */
const SENTENCES = /^(?:p|h[1-6]|dt|figcaption|caption|pre|summary)$/;
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const BLANK = /^\s*$/;

/** What the end of an element means to the walk. */
type End = 0 | 1 | 2 | 3 | 4;
const [NOTHING, BOX, FORM, LINK, CONTROL] = [0, 1, 2, 3, 4] as const;

class PageBox implements Box {
  readonly index: number;
  readonly element: Element;
  readonly tag: string;
  readonly parent: PageBox | null;
  readonly first: number;
  readonly kind: BlockKind;
  readonly depth: number;
  readonly hidden: boolean;
  end: number;
  endBox: number;
  length = 0;
  linkLength = 0;
  media = 0;
  #words: string | undefined;

  constructor(index: number, element: Element, tag: string, parent: PageBox | null, first: number) {
    this.index = index;
    this.element = element;
    this.tag = tag;
    this.parent = parent;
    this.first = first;
    this.kind = KINDS[tag] ?? (parent && INHERITED.has(parent.kind) ? parent.kind : 'paragraph');
    this.depth = parent ? parent.depth + 1 : 0;
    this.hidden = parent?.hidden === true || isHidden(element, tag);
    this.end = first;
    this.endBox = index + 1;
  }

  get words(): string {
    this.#words ??= `${attribute(this.element, 'id') ?? ''} ${attribute(this.element, 'class') ?? ''}`.toLowerCase();
    return this.#words;
  }
}

/** Reads an attribute of an element whose properties nothing on the page can hide: of any but a form. */
type Attribute = (element: Element, name: string) => string | null;
const plainly: Attribute = (element, name) => element.getAttribute(name);

/** Hidden by attribute or inline style. `hidden=until-found` can be opened by the reader and is not. */
function isHidden(element: Element, tag: string): boolean {
  const get = tag === 'form' ? attribute : plainly;
  if (tag !== 'form' && !element.hasAttributes()) return tag === 'dialog';
  const hidden = get(element, 'hidden');
  if (hidden !== null && hidden !== 'until-found') return true;
  if (tag === 'dialog' && get(element, 'open') === null) return true;
  const style = get(element, 'style');
  return style !== null && HIDDEN_STYLE.test(style);
}

const STOPS = /[.!?…。！？｡۔؟।॥։።]/g;
const COMMAS = /[,;:，、；：،؛]/g;
const count = (text: string, marks: RegExp) => text.match(marks)?.length ?? 0;
/** White space folded to single spaces, trimmed. */
export const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The run of text that is being gathered into a Block. */
class Run {
  nodes: Text[] = [];
  raw = '';
  linkLength = 0;
  controlLength = 0;
  links: HTMLAnchorElement[] = [];
  breaks = 0;
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

/**
 * Reads a document into Blocks and Boxes in one pass, without changing it. Yields every few thousand nodes, so that
 * the caller can let the page go on; what is read does not depend on it as long as the page stands still.
 *
 * Open shadow roots are read in the place of their host's children, slots where they stand. Never throws, however
 * broken or hostile the document.
 */
export function* readingPage(document: Document, url: string): Generator<undefined, Page> {
  const blocks: Block[] = [];
  const boxes: PageBox[] = [];
  let visited = 0;
  let units = 0;
  let effort = 0;
  let box: PageBox | null = null;
  let run = new Run();
  let link: HTMLAnchorElement | null = null;
  let controls = 0;

  const flush = () => {
    if (run.raw === '') {
      run.breaks = 0;
      return;
    }
    const done = run;
    run = new Run();
    const text = fold(done.raw);
    if (text === '' || !box) return;
    const block = new PageBlock(blocks.length, box, done, text);
    blocks.push(block);
    box.length += block.length;
    box.linkLength += block.linkLength;
  };

  const open = (element: Element, tag: string): PageBox => {
    flush();
    const opened: PageBox = new PageBox(boxes.length, element, tag, box, blocks.length);
    boxes.push(opened);
    return opened;
  };

  const close = () => {
    flush();
    if (!box) return;
    box.end = blocks.length;
    box.endBox = boxes.length;
    if (box.parent) {
      box.parent.length += box.length;
      box.parent.linkLength += box.linkLength;
      box.parent.media += box.media;
    }
    box = box.parent;
  };

  const addText = (node: Text, data: string) => {
    if ((data.charCodeAt(0) <= 32 || data.charCodeAt(0) >= 160 || data === '') && BLANK.test(data)) {
      if (run.raw !== '') {
        run.raw += ' ';
        run.nodes.push(node);
      }
      return;
    }
    run.breaks = 0;
    run.raw += data;
    run.nodes.push(node);
    if (controls > 0) run.controlLength += data.length;
    if (link) {
      run.linkLength += fold(data).length;
      if (run.links[run.links.length - 1] !== link) run.links.push(link);
    }
  };

  /** Walks `first` and, unless it is the only one, its following siblings. */
  function* walk(first: Node | null, alone: boolean, slots: number): Generator<undefined, boolean> {
    // What is left behind on the way down: the node, what its end means, and the link that it interrupted.
    const above: Node[] = [];
    const ends: End[] = [];
    const outerLinks: (HTMLAnchorElement | null)[] = [];
    let node = first;
    while (node) {
      if (++visited > MOST_NODES) return false;
      if (++effort >= SLICE) {
        effort = 0;
        yield;
      }
      const type: unknown = node.nodeType;
      let child: Node | null = null;
      let end: End = NOTHING;
      if (type === 3) {
        const { data } = node as Text;
        effort += data.length / TEXT_EFFORT;
        units += data.length;
        if (units > MOST_TEXT) return false;
        addText(node as Text, data);
      } else if (type === 1 || typeof type !== 'number') {
        const element = node as Element;
        const tag = tagOf(element);
        let treatment = TREATMENTS.get(tag);
        if (treatment === 'loose' || (treatment === undefined && tag.includes('-')))
          treatment = run.raw === '' && !(box && SENTENCES.test(box.tag)) ? 'box' : undefined;
        let enter = treatment === undefined;
        if (treatment === 'box') {
          box = open(element, tag);
          end = tag === 'form' ? FORM : BOX;
          enter = true;
        } else if (treatment === 'media') {
          if (box) box.media++;
        } else if (treatment === 'break') {
          run.raw += run.raw === '' ? '' : ' ';
          if (++run.breaks > 1) flush();
        } else if (treatment === 'link' || treatment === 'control') {
          enter = true;
        }
        if (enter && (end !== NOTHING || !isHidden(element, tag))) {
          if (tag === 'slot') {
            const assigned = slots < MOST_SLOTS ? ((element as HTMLSlotElement).assignedNodes?.() ?? []) : [];
            for (const slotted of assigned) if (!(yield* walk(slotted, true, slots + 1))) return false;
            if (assigned.length === 0) child = element.firstChild;
          } else if (end === FORM) child = read(element, 'firstChild');
          else child = (element.shadowRoot ?? element).firstChild;
          if (child && treatment === 'link' && element.hasAttribute('href')) {
            end = LINK;
            outerLinks.push(link);
            link = element as HTMLAnchorElement;
          } else if (child && treatment === 'control') {
            end = CONTROL;
            controls++;
          }
        }
      }
      if (child) {
        above.push(node);
        ends.push(end);
        node = child;
        continue;
      }
      for (;;) {
        if (end === BOX || end === FORM) close();
        else if (end === LINK) link = outerLinks.pop() ?? null;
        else if (end === CONTROL) controls--;
        if (alone && above.length === 0) return true;
        const sibling: Node | null = end === FORM ? read(node, 'nextSibling') : node.nextSibling;
        if (sibling) {
          node = sibling;
          break;
        }
        const up = above.pop();
        if (!up) return true;
        end = ends.pop() ?? NOTHING;
        node = up;
      }
    }
    return true;
  }

  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  const body = read(document, 'body') ?? read(document, 'documentElement');
  const whole = body ? yield* walk(body, true, 0) : true;
  return whole
    ? { document, url, host, blocks, boxes, nodes: visited, tooLarge: false }
    : { document, url, host, blocks: [], boxes: [], nodes: visited, tooLarge: true };
}

/** Runs a generator of slices to its end in one go. */
export function inOneGo<T>(slices: Generator<unknown, T>): T {
  let step = slices.next();
  while (!step.done) step = slices.next();
  return step.value;
}

/** {@link readingPage} in one go. */
export const readPage = (document: Document, url: string): Page => inOneGo(readingPage(document, url));
