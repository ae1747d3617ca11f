import { upwards } from './boxes.ts';
import { codeLanguageOf, isListing, linesOfCode } from './code.ts';
import { attribute, holds, isBefore, parentOf } from './dom.ts';
import { readFormula } from './formulas.ts';
import { memoize } from './memoize.ts';
import { placesOf } from './picture-places.ts';
import { around } from './read-words.ts';
import {
  type HiddenContent,
  type Reader,
  type RemainingBlock,
  type RemainingText,
  withoutClutter,
} from './remaining-text.ts';
import { marksOf, mergeRuns } from './runs.ts';
import { columnsOf } from './table-columns.ts';
import type { Block, Box, Part, Picture, Run } from './types.ts';
import { withoutSoftHyphens } from './whitespace.ts';

/** A picture on a page, with the Blocks that are its caption. */
export interface PlacedPicture {
  readonly element: Element;
  readonly picture: Picture;
  readonly captions: readonly RemainingBlock[];
}

/** What Parts are made of, beside the Blocks. */
export interface PartSource {
  readonly reader: Reader;
  /** What footnotes are read without, wherever they are on the page. */
  readonly hidden: readonly HiddenContent[];
  /** In order. */
  readonly formulas: readonly Element[];
  /** In order. */
  readonly pictures: readonly PlacedPicture[];
  /** This Block is emphasized. */
  readonly standfirst: Block | null;
}

/**
 * Blocks, formulas and pictures as plain data, each in its place, to be copied, saved and printed. Footnotes that the
 * text refers to stand at the end, wherever they are on the page.
 */
export const partsOf = (blocks: readonly RemainingBlock[], source: PartSource): Part[] =>
  new PartMaker(source, blocks).all();

const GROUPS: Partial<Record<Part['kind'], RegExp>> = {
  item: /^(?:ul|ol|dl|menu|dir)$/,
  quote: /^blockquote$/,
  code: /^(?:pre|listing|xmp)$/,
  cell: /^table$/,
};

const ALONE = { level: 0, number: null, begins: false, group: -1, row: -1 } as const;

/** A Block with its Part. */
interface MadePart {
  readonly remains: RemainingBlock;
  readonly part: Part;
}

/** What stands between Blocks, with its Part. */
interface LonePart {
  readonly element: Element;
  readonly part: Part;
}

function layoutTablesIn(blocks: readonly Block[]): Set<Box> {
  const cells = new Map<Box, Set<Box>>();
  for (const { kind, box } of blocks) {
    const up = kind === 'cell' ? [...upwards(box)] : [];
    const [cell, table] = [up.find(isCell), up.find(({ tag }) => tag === 'table')];
    if (cell && table) cells.set(table, (cells.get(table) ?? new Set()).add(cell));
  }
  return new Set([...cells].flatMap(([table, { size }]) => (size === 1 ? table : [])));
}

const isCell = ({ tag }: Box): boolean => /^t[dh]$/.test(tag);

/** Makes the Parts of one text, and knows what it has made before. */
class PartMaker {
  private readonly source: PartSource;
  private readonly blocks: readonly RemainingBlock[];
  private readonly style: Reader['style'];
  /** Boxes of list items of which there is a Part already. */
  private readonly seen = new Set<Box>();
  private readonly boxOf: ReadonlyMap<Element, Box>;
  private readonly columns = memoize(columnsOf);
  /** Formulas of which there is a Run already. */
  private readonly formulas = new Set<Element>();
  /** Footnotes with their labels, in the order in which the text refers to them. */
  private readonly labels = new Map<Box, string>();
  /** Tables of which one cell alone has text: they lay the page out. Fixture: copies/table-for-layout */
  private readonly layoutTables: ReadonlySet<Box>;
  /** Pictures amid the words of a Block. */
  private readonly inBlocks: ReadonlyMap<Block, readonly PlacedPicture[]>;
  /** Pictures between Blocks. */
  private readonly lonePictures: readonly PlacedPicture[];

  constructor(source: PartSource, blocks: readonly RemainingBlock[]) {
    const { reader, pictures } = source;
    this.source = source;
    this.blocks = blocks;
    this.style = memoize(reader.style);
    this.boxOf = new Map(reader.page.boxes.map((box) => [box.element, box]));
    this.layoutTables = layoutTablesIn(blocks.map(({ block }) => block));
    const { inside, between } = placesOf(
      pictures,
      blocks.map(({ block }) => block),
    );
    this.inBlocks = inside;
    this.lonePictures = between;
  }

  all(): Part[] {
    const made = this.blocks.map((remains): MadePart => ({ remains, part: this.partOf(remains) }));
    const notes = this.notes();
    // A heading over nothing but footnotes is theirs.
    const isNote = ({ remains }: MadePart) => this.isNote(remains.block);
    const isOverNotes = ({ part }: MadePart, at: number) => {
      const next = made[at + 1];
      return notes.length > 0 && part.kind === 'heading' && (!next || isNote(next));
    };
    const inText = made.filter((one, at) => !isNote(one) && !isOverNotes(one, at));
    const lone = [...this.loneFormulas(inText), ...this.lonePictures.map((placed) => this.lonePicture(placed))];
    lone.sort((a, b) => (isBefore(a.element, b.element) ? -1 : 1));
    const written = inText.flatMap(({ remains: { block }, part }) => {
      const own = lone.findIndex(({ element }) => !isBefore(element, block.nodes[0] as Node));
      return [...lone.splice(0, own < 0 ? lone.length : own).map((one) => one.part), ...this.withPicturesApart(part)];
    });
    return [...written, ...lone.map((one) => one.part), ...notes].filter(
      ({ runs, picture }) => runs.length > 0 || picture,
    );
  }

  private partOf(remains: RemainingBlock): Part {
    const part = this.plainPartOf(remains);
    if (remains.block !== this.source.standfirst) return part;
    return { ...part, kind: 'paragraph', level: 0, runs: part.runs.map((run) => ({ ...run, emphasis: true })) };
  }

  private plainPartOf(remains: RemainingBlock): Part {
    const { block, texts } = remains;
    const { box } = block;
    const up = [...upwards(box)];
    const isCode = block.kind === 'code' || isListing(texts(), box.element, this.style);
    const isLaidOut = block.kind === 'cell' && this.layoutTables.has(up.find(({ tag }) => tag === 'table') as Box);
    const kind = isCode ? 'code' : isLaidOut ? 'paragraph' : block.kind;
    const item = kind === 'item' ? up.find(({ tag }) => /^(?:li|dt|dd)$/.test(tag)) : undefined;
    const begins = item !== undefined && !this.seen.has(item);
    if (item) this.seen.add(item);
    const inGroup = up.filter(({ tag }) => GROUPS[kind]?.test(tag));
    const language = isCode ? codeLanguageOf(box.element, texts()[0]?.node) : null;
    return {
      kind,
      level: kind === 'heading' ? Math.max(2, Number(box.tag[1]) || 2) : inGroup.length,
      number: begins ? numberOf(item) : null,
      begins,
      group: inGroup.at(-1)?.index ?? -1,
      row: kind === 'cell' ? (up.find(({ tag }) => tag === 'tr')?.index ?? -1) : -1,
      ...(kind === 'cell' && this.placeInRow(up)),
      ...(language && { language }),
      runs: isCode ? linesOfCode(texts()) : mergeRuns(this.runsOf(block, texts())),
    };
  }

  private placeInRow(up: readonly Box[]): Pick<Part, 'column'> {
    const cell = up.find(isCell);
    const table = up.find(({ tag }) => tag === 'table');
    const column = cell && table && this.columns(table.element).get(cell.element);
    return column === undefined ? {} : { column };
  }

  private runsOf(block: Block, texts: readonly RemainingText[]): Run[] {
    const edge = block.box.element;
    const base = this.source.reader.page.url;
    const waiting = this.source.formulas.filter((one) => !this.formulas.has(one) && belongsTo(one, block));
    const pictures = [...(this.inBlocks.get(block) ?? [])];
    const runs: Run[] = [];
    const addFormulas = (before: Node | null) => {
      for (const formula of [...waiting])
        if (!before || isBefore(formula, before)) {
          waiting.splice(waiting.indexOf(formula), 1);
          runs.push(...this.formulaRun(formula, drawnText(formula, texts)));
        }
    };
    const addPictures = (before: Node | null) => {
      while (pictures[0] && (!before || isBefore(pictures[0].element, before)))
        runs.push({ ...PLAIN, text: '', picture: (pictures.shift() as PlacedPicture).picture });
    };
    for (const one of texts) {
      const { node, text, breaks, mark, formula } = one;
      addPictures(node);
      if (formula) {
        if (!this.formulas.has(formula)) {
          addFormulas(formula);
          waiting.splice(0, waiting.length, ...waiting.filter((other) => other !== formula));
          runs.push(...this.formulaRun(formula, drawnText(formula, texts)));
        }
        continue;
      }
      addFormulas(node);
      const keepsLines = [...around(node, edge), edge].some((element) => this.style(element).keepsLines);
      const spaced = keepsLines ? text.replace(/[^\S\n]+/g, ' ') : text.replace(/\s+/g, ' ');
      const words = withoutSoftHyphens(`${breaks > 0 ? '\n' : ''}${spaced}`.replace(CONTROLS, ''));
      const marks = marksOf(node, edge, base);
      if (!mark) runs.push({ text: words, ...marks });
      else if (text.trim() !== '') {
        const note = mark.note && this.boxAround(mark.note, mark.element);
        const label = note && this.labelOf(note, mark.sign);
        const known = runs.at(-1);
        if (label && known?.note === label) continue;
        const { script: _, ...others } = marks;
        runs.push({ ...others, text: `[${mark.sign}]`, ...(label && { note: label, href: null }) });
      }
    }
    addFormulas(null);
    addPictures(null);
    return runs;
  }

  private formulaRun(formula: Element, drawn: string): Run[] {
    this.formulas.add(formula);
    const read = readFormula(formula);
    if (!read) return drawn.trim() === '' ? [] : [{ ...PLAIN, text: drawn }];
    return [{ ...PLAIN, text: drawn.trim() || read.tex, formula: read }];
  }

  /** The Box with a note, which does not hold the mark too. */
  private boxAround(note: Element, mark: Element): Box | null {
    let at: Element | null = note;
    for (let i = 0; at && i < MAX_ELEMENTS_TO_BOX && !holds(at, mark); i++, at = parentOf(at)) {
      const box = this.boxOf.get(at);
      if (box) return box;
    }
    return null;
  }

  private labelOf(note: Box, sign: string): string {
    const known = this.labels.get(note);
    if (known) return known;
    const isFree = /^\w+$/.test(sign) && ![...this.labels.values()].includes(sign);
    const label = isFree ? sign : `n${this.labels.size + 1}`;
    this.labels.set(note, label);
    return label;
  }

  /** The Block is in a footnote that the text refers to. */
  private isNote({ box }: Block): boolean {
    return [...upwards(box)].some((up) => this.labels.has(up));
  }

  /** The footnotes that the text refers to. */
  private notes(): Part[] {
    const { reader, hidden } = this.source;
    return [...this.labels].flatMap(([note, label]) => {
      const blocks = reader.page.blocks.slice(note.first, note.end);
      const parts = withoutClutter(blocks, hidden, reader).map((remains) => this.partOf(remains));
      return parts
        .filter(({ runs }) => runs.length > 0)
        .map(
          (part, at): Part => ({
            ...part,
            ...ALONE,
            kind: 'paragraph',
            begins: at === 0,
            note: label,
            runs: at === 0 ? withoutNumber(part.runs, label) : part.runs,
          }),
        );
    });
  }

  /** Formulas between the Blocks that no Block has the words of. */
  private loneFormulas(made: readonly MadePart[]): LonePart[] {
    const [first, last] = [made[0], made.at(-1)].map((one) => one?.remains.block.nodes[0]);
    if (!first || !last) return [];
    return this.source.formulas
      .filter((formula) => !this.formulas.has(formula) && isBefore(first, formula) && isBefore(formula, last))
      .map((formula) => {
        const runs = this.formulaRun(formula, '').map((run) =>
          run.formula ? { ...run, formula: { ...run.formula, isDisplay: true } } : run,
        );
        return { element: formula, part: { ...ALONE, kind: 'paragraph', runs } };
      });
  }

  private lonePicture({ element, picture, captions }: PlacedPicture): LonePart {
    return { element, part: { ...ALONE, kind: 'picture', picture, runs: this.captionRuns(captions) } };
  }

  /** Each Block of a caption on a line of its own. */
  private captionRuns(captions: readonly RemainingBlock[]): Run[] {
    const lines = captions.map((remains) => this.plainPartOf(remains).runs);
    return mergeRuns(lines.flatMap((runs, at) => (at === 0 ? runs : [{ ...PLAIN, text: '\n' }, ...runs])));
  }

  /** A picture amid the words of a paragraph stands between two. */
  private withPicturesApart(part: Part): Part[] {
    const at = part.kind === 'paragraph' ? part.runs.findIndex(({ picture }) => picture) : -1;
    const picture = part.runs[at]?.picture;
    if (!picture) return [part];
    const captions = this.source.pictures.find((one) => one.picture === picture)?.captions ?? [];
    return [
      { ...part, runs: mergeRuns(part.runs.slice(0, at)) },
      { ...ALONE, kind: 'picture', picture, runs: this.captionRuns(captions) },
      ...this.withPicturesApart({ ...part, runs: mergeRuns(part.runs.slice(at + 1)) }),
    ];
  }
}

/** From an element inside a line to the Box of the line. */
const MAX_ELEMENTS_TO_BOX = 4;
const PLAIN = { href: null, strong: false, emphasis: false, code: false } as const;

/** The formula stands in the Block itself, not in a Box inside the Block's Box. */
function belongsTo(formula: Element, { nodes, box }: Block): boolean {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last || !holds(box.element, formula)) return false;
  const parent = parentOf(formula);
  return parent !== null && (holds(parent, first) || holds(parent, last));
}

const drawnText = (formula: Element, texts: readonly RemainingText[]): string =>
  texts
    .filter((one) => one.formula === formula)
    .map(({ text }) => text)
    .join('')
    .trim();

/** A footnote's number, where it stands before its words. */
function withoutNumber(runs: readonly Run[], label: string): Run[] {
  const [first, ...rest] = runs;
  if (!first) return [];
  const text = first.text
    .replace(/^\s*[\^↑]\s*/, '')
    .replace(/^\s*(\S+?)[.)\]:]?(?:\s+|$)/, (whole, sign: string) =>
      sign.replace(/^[[(]/, '') === label ? '' : whole,
    );
  return mergeRuns([{ ...first, text }, ...rest]);
}

/** The number of an item in a numbered list; `null` in other lists. */
function numberOf({ element, parent }: Box): number | null {
  if (parent?.tag !== 'ol') return null;
  const first = Number.parseInt(attribute(parent.element, 'start') ?? '1', 10);
  const before = [...parent.element.children].filter(({ localName }) => localName === 'li').indexOf(element);
  return (Number.isNaN(first) ? 1 : first) + Math.max(0, before);
}

/** Control characters other than line break and tab. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;
