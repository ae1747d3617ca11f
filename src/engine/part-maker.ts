import { upwards } from './boxes.ts';
import { codeLanguageOf, indentOf, isListing, linesOfCode, listingAround } from './code.ts';
import { holds, isBefore, parentOf } from './dom.ts';
import { signsIn } from './emoji-pictures.ts';
import { readFormula } from './formulas.ts';
import { memoize } from './memoize.ts';
import { NoteLabels } from './note-labels.ts';
import { isMarginNote, type NoteMark } from './notes.ts';
import { PartContainers } from './part-containers.ts';
import { placesOf } from './picture-places.ts';
import { QuotationMarks } from './quotation-marks.ts';
import { around } from './read-words.ts';
import {
  type HiddenContent,
  type Reader,
  type RemainingBlock,
  type RemainingText,
  withoutClutter,
} from './remaining-text.ts';
import { linkAround, marksOf, mergeRuns } from './runs.ts';
import { smallFigures } from './small-figures.ts';
import { TableCells } from './table-cells.ts';
import type { Block, Box, Part, PartContainer, Picture, Run } from './types.ts';
import { withoutUnseenSigns } from './whitespace.ts';

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
  /** Lists, quotations and tables around it count for nothing; `null` where all of them count. */
  readonly edge: Box | null;
}

/**
 * Blocks, formulas and pictures as plain data, each in its place, to be copied, saved and printed. Footnotes that the
 * text refers to stand at the end, wherever they are on the page.
 */
export const partsOf = (blocks: readonly RemainingBlock[], source: PartSource): Part[] =>
  new PartMaker(source, blocks).all();

const LISTING_TAGS = /^(?:pre|listing|xmp)$/;

const ALONE = { level: 0, around: [], group: -1, row: -1 } as const;

/** A Block with its Part. */
interface MadePart {
  readonly remains: RemainingBlock;
  readonly part: Part;
}

/** What stands amid the words of a Block without a text there. */
interface WaitingRun {
  readonly element: Element;
  readonly runs: () => Run[];
}

/** What stands between Blocks, with its Part. */
interface LonePart {
  readonly element: Element;
  readonly part: Part;
}

/** Makes the Parts of one text, and knows what it has made before. */
class PartMaker {
  private readonly source: PartSource;
  private readonly blocks: readonly RemainingBlock[];
  private readonly style: Reader['style'];
  private readonly containers: PartContainers;
  private readonly boxOf: ReadonlyMap<Element, Box>;
  private readonly cells: TableCells;
  /** Formulas of which there is a Run already. */
  private readonly formulas = new Set<Element>();
  private readonly labels = new NoteLabels();
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
    this.containers = new PartContainers(reader.page.boxes, source.edge);
    const plainBlocks = blocks.map(({ block }) => block);
    this.cells = new TableCells(plainBlocks, source.edge);
    const { inside, between } = placesOf(pictures, plainBlocks);
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
    const listing = listingAround(box);
    const isCode = listing !== null || block.kind === 'code' || isListing(texts(), box.element, this.style);
    const isLong = listing !== null || (isCode && texts().some(({ text }) => text.trim().includes('\n')));
    const cell = isLong ? null : this.cells.of(box);
    if (cell) {
      const { table, ...place } = cell;
      const around = this.containers.around(table);
      return { ...ALONE, kind: 'cell', around, ...place, runs: mergeRuns(this.runsOf(block, texts())) };
    }
    const around = this.containers.around(box);
    if (isCode) {
      const language = codeLanguageOf(box.element, texts()[0]?.node);
      const frame = listing ?? [...upwards(box)].findLast(({ tag }) => LISTING_TAGS.test(tag));
      const group = frame?.index ?? -1;
      return {
        ...ALONE,
        kind: 'code',
        around,
        group,
        ...(language && { language }),
        runs: linesOfCode(texts(), listing ? indentOf(box.element) : ''),
      };
    }
    const isHeading = block.kind === 'heading';
    return {
      ...ALONE,
      kind: isHeading || block.kind === 'caption' ? block.kind : 'paragraph',
      level: isHeading ? Math.max(2, Number(box.tag[1]) || 2) : 0,
      around,
      runs: mergeRuns(this.runsOf(block, texts())),
    };
  }

  /** Of what stands between Blocks. */
  private around(element: Element): PartContainer[] {
    for (let up = parentOf(element); up; up = parentOf(up)) {
      const box = this.boxOf.get(up);
      if (box) return this.containers.around(box);
    }
    return [];
  }

  private runsOf(block: Block, texts: readonly RemainingText[]): Run[] {
    const edge = block.box.element;
    const href = linkAround(edge, this.source.reader.page.url);
    const quotes = new QuotationMarks(edge);
    const waiting = this.withoutText(block, texts);
    const runs: Run[] = [];
    const addWaiting = (before: Node | null) => {
      while (waiting[0] && (!before || isBefore(waiting[0].element, before)))
        runs.push(...(waiting.shift()?.runs() ?? []));
    };
    for (const one of texts) {
      const { node, mark, formula } = one;
      addWaiting(node);
      const { closing, opening } = quotes.before(node);
      const last = runs.at(-1);
      if (closing && last) runs[runs.length - 1] = { ...last, text: last.text.trimEnd() + closing };
      if (formula) {
        if (!this.formulas.has(formula)) runs.push(...this.formulaRun(formula, drawnText(formula, texts)));
      } else if (mark) runs.push(...this.markRuns(one, mark, edge, runs.at(-1)));
      else runs.push(this.wordRun(one, edge, href, opening, runs.at(-1)?.text ?? ''));
    }
    addWaiting(null);
    const { closing } = quotes.before(null);
    const last = runs.at(-1);
    if (closing && last) runs[runs.length - 1] = { ...last, text: last.text.trimEnd() + closing };
    return runs;
  }

  private wordRun(
    { node, text, breaks }: RemainingText,
    edge: Element,
    href: string | null,
    opening: string,
    before: string,
  ): Run {
    const keepsLines = [...around(node, edge), edge].some((element) => this.style(element).keepsLines);
    const spaced = keepsLines ? text.replace(/[^\S\n]+/g, ' ') : text.replace(/\s+/g, ' ');
    const words = withoutUnseenSigns(`${breaks > 0 ? '\n' : ''}${opening}${spaced}`.replace(CONTROLS, ''));
    const marks = marksOf(node, edge, this.source.reader.page.url);
    // Small figures right behind words stay small: CO₂, m³.
    const small = marks.script && ENDS_IN_SIGN.test(before) ? smallFigures(words, marks.script) : null;
    return { ...marks, text: small ?? words, href: marks.href ?? href };
  }

  /** What has no text of the Block: formulas, pictures, and emoji that are pictures, in order. */
  private withoutText(block: Block, texts: readonly RemainingText[]): WaitingRun[] {
    const drawn = new Set(texts.map(({ formula }) => formula));
    const formulas = this.source.formulas.filter((one) => !drawn.has(one) && belongsTo(one, block));
    const signs =
      block.box.media > 0 ? signsIn(block.box.element).filter(({ element }) => belongsTo(element, block)) : [];
    return [
      ...formulas.map((element) => ({
        element,
        runs: () => (this.formulas.has(element) ? [] : this.formulaRun(element, '')),
      })),
      ...signs.map(({ element, text }) => ({ element, runs: () => [{ ...PLAIN, text }] })),
      ...(this.inBlocks.get(block) ?? []).map(({ element, picture }) => ({
        element,
        runs: () => [{ ...PLAIN, text: '', picture }],
      })),
    ].sort((one, next) => (isBefore(one.element, next.element) ? -1 : 1));
  }

  private markRuns(
    { node, text, breaks }: RemainingText,
    mark: NoteMark,
    edge: Element,
    before: Run | undefined,
  ): Run[] {
    if (text.trim() === '') return [];
    const { script: _, ...marks } = marksOf(node, edge, this.source.reader.page.url);
    if (isMarginNote(mark)) {
      const { label, runs } = this.labels.inMargin(mark.element);
      runs.push(this.wordRun({ node, text, breaks: 0, mark, formula: null }, mark.element, null, '', ''));
      return runs.length > 1 ? [] : [{ ...PLAIN, text: `[${label}]`, note: label }];
    }
    const box = mark.note && this.boxAround(mark.note, mark.element);
    const label = box && this.labels.of(box, mark.sign);
    if (label && before?.note === label) return [];
    return [{ ...marks, text: `${breaks > 0 ? '\n' : ''}[${mark.sign}]`, ...(label && { note: label, href: null }) }];
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

  /** The Block is in a footnote that the text refers to. */
  private isNote({ box }: Block): boolean {
    return [...upwards(box)].some((up) => this.labels.has(up));
  }

  /** The footnotes that the text refers to. */
  private notes(): Part[] {
    const { reader, hidden } = this.source;
    const inMargin = this.labels.marginNotes.map(
      ({ label, runs }): Part => ({ ...ALONE, kind: 'paragraph', note: label, begins: true, runs: mergeRuns(runs) }),
    );
    const apart = this.labels.footnotes.flatMap(({ note, label, sign }) => {
      const blocks = reader.page.blocks.slice(note.first, note.end);
      const parts = withoutClutter(blocks, hidden, reader).map((remains) => this.partOf(remains));
      const written = parts.map(({ runs }, at) => (at === 0 ? withoutNumber(runs, sign) : runs));
      return written
        .filter((runs) => runs.length > 0)
        .map((runs, at): Part => ({ ...ALONE, kind: 'paragraph', note: label, begins: at === 0, runs }));
    });
    return [...inMargin, ...apart];
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
        return { element: formula, part: { ...ALONE, kind: 'paragraph', around: this.around(formula), runs } };
      });
  }

  private lonePicture({ element, picture, captions }: PlacedPicture): LonePart {
    const around = this.around(element);
    return { element, part: { ...ALONE, kind: 'picture', around, picture, runs: this.captionRuns(captions) } };
  }

  /** Each Block of a caption on a line of its own. */
  private captionRuns(captions: readonly RemainingBlock[]): Run[] {
    const lines = captions.map((remains) => this.plainPartOf(remains).runs);
    return mergeRuns(lines.flatMap((runs, at) => (at === 0 ? runs : [{ ...PLAIN, text: '\n' }, ...runs])));
  }

  /** A picture amid the words of a paragraph stands between two. */
  private withPicturesApart(part: Part): Part[] {
    const isAlone = part.kind === 'paragraph' && part.around.length === 0;
    const at = isAlone ? part.runs.findIndex(({ picture }) => picture) : -1;
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
function withoutNumber(runs: readonly Run[], number: string): Run[] {
  const [first, ...rest] = runs;
  if (!first) return [];
  const text = first.text
    .replace(/^\s*(?:[\^↑]\s*)?(?:\[\s*\]\s*)?/, '')
    .replace(/^\s*(\S+?)[.)\]:]?(?:\s+|$)/, (whole, sign: string) =>
      sign.replace(/^[[(]/, '') === number ? '' : whole,
    );
  return mergeRuns([{ ...first, text }, ...rest]);
}

const ENDS_IN_SIGN = /[^\s([]$/;
/** Control characters other than line break and tab. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;
