import { upwards } from './boxes.ts';
import { codeLanguageOf, isListing, linesOfCode } from './code.ts';
import { attribute, holds, parentOf, read, webUrl } from './dom.ts';
import { formulasIn, readFormula } from './formulas.ts';
import { memoize } from './memoize.ts';
import { around } from './read-words.ts';
import { bodyWithoutClutter, type RemainingBlock, type RemainingText, withoutClutter } from './remaining-text.ts';
import { withoutTracking } from './repost/tracking.ts';
import type { Analysis, Block, Box, Part, Run } from './types.ts';
import { withoutSoftHyphens } from './whitespace.ts';

/** The article's text with a line break between Blocks, without its standfirst and the marks of footnotes. */
export const articleText = (analysis: Analysis): string =>
  bodyWithoutClutter(analysis)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n');

/**
 * Standfirst and body without Clutter as plain data, to be copied, saved and printed. The standfirst is emphasized.
 * Footnotes that the text refers to stand at the end, wherever they are on the page.
 */
export function articleParts(analysis: Analysis): Part[] {
  const { article, clutter } = analysis;
  if (!article) return [];
  const maker = new PartMaker(analysis);
  const standfirst = withoutClutter(article.standfirst ? [article.standfirst] : [], clutter, analysis)
    .map((remains) => maker.partOf(remains))
    .map((part): Part => ({ ...part, ...STANDFIRST, runs: part.runs.map((run) => ({ ...run, emphasis: true })) }));
  const body = bodyWithoutClutter(analysis);
  const made = body.map((remains) => ({ remains, part: maker.partOf(remains) }));
  const notes = maker.notes();
  // A heading over nothing but footnotes is theirs.
  const isNote = ({ remains }: (typeof made)[number]) => maker.isNote(remains.block);
  const isOverNotes = ({ part }: (typeof made)[number], at: number) => {
    const next = made[at + 1];
    return notes.length > 0 && part.kind === 'heading' && (!next || isNote(next));
  };
  const inText = made.filter((one, at) => !isNote(one) && !isOverNotes(one, at));
  const written = maker.withLoneFormulas(inText);
  return [...standfirst, ...written, ...notes].filter(({ runs }) => runs.length > 0);
}

const STANDFIRST = { kind: 'paragraph', level: 0 } as const;

const GROUPS: Partial<Record<Part['kind'], RegExp>> = {
  item: /^(?:ul|ol|dl|menu|dir)$/,
  quote: /^blockquote$/,
  code: /^(?:pre|listing|xmp)$/,
  cell: /^table$/,
};

const ALONE = { level: 0, number: null, begins: false, group: -1, row: -1 } as const;

/** Makes the Parts of one article, and knows what it has made before. */
class PartMaker {
  private readonly analysis: Analysis;
  private readonly style: Analysis['style'];
  /** Boxes of list items of which there is a Part already. */
  private readonly seen = new Set<Box>();
  /** All formulas of the article. */
  private readonly all: readonly Element[];
  private readonly boxOf: ReadonlyMap<Element, Box>;
  /** Formulas of which there is a Run already. */
  private readonly formulas = new Set<Element>();
  /** Footnotes with their labels, in the order in which the text refers to them. */
  private readonly labels = new Map<Box, string>();

  constructor(analysis: Analysis) {
    this.analysis = analysis;
    this.style = memoize(analysis.style);
    this.all = analysis.article ? formulasIn(analysis.article.root.element) : [];
    this.boxOf = new Map(analysis.page.boxes.map((box) => [box.element, box]));
  }

  partOf(remains: RemainingBlock): Part {
    const { block, texts } = remains;
    const { box } = block;
    const up = [...upwards(box)];
    const isCode = block.kind === 'code' || isListing(texts(), box.element, this.style);
    const kind = isCode ? 'code' : block.kind;
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
      ...(language && { language }),
      runs: isCode ? linesOfCode(texts()) : mergeRuns(this.runsOf(block, texts())),
    };
  }

  private runsOf(block: Block, texts: readonly RemainingText[]): Run[] {
    const edge = block.box.element;
    const base = this.analysis.page.url;
    const waiting = this.all.filter((formula) => !this.formulas.has(formula) && belongsTo(formula, block));
    const runs: Run[] = [];
    const addFormulas = (before: Node | null) => {
      for (const formula of [...waiting])
        if (!before || read(before, 'compareDocumentPosition').call(before, formula) & 2) {
          waiting.splice(waiting.indexOf(formula), 1);
          runs.push(...this.formulaRun(formula, drawnText(formula, texts)));
        }
    };
    for (const one of texts) {
      const { node, text, breaks, mark, formula } = one;
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
  isNote({ box }: Block): boolean {
    return [...upwards(box)].some((up) => this.labels.has(up));
  }

  /** The footnotes that the text refers to. */
  notes(): Part[] {
    const { page, clutter } = this.analysis;
    return [...this.labels].flatMap(([note, label]) => {
      const blocks = page.blocks.slice(note.first, note.end);
      const parts = withoutClutter(blocks, clutter, this.analysis).map((remains) => this.partOf(remains));
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

  /** Formulas between the Blocks of the body that no Block has the words of. */
  withLoneFormulas(made: readonly { readonly remains: RemainingBlock; readonly part: Part }[]): Part[] {
    const lone = this.all.filter((formula) => !this.formulas.has(formula));
    const isBefore = (formula: Element, block: Block) => {
      const [node] = block.nodes;
      return node !== undefined && (read(formula, 'compareDocumentPosition').call(formula, node) & 4) !== 0;
    };
    return made.flatMap(({ remains, part }, at) => {
      const before = at === 0 ? [] : lone.filter((formula) => isBefore(formula, remains.block));
      const skipped = lone.filter((formula) => isBefore(formula, remains.block));
      lone.splice(0, lone.length, ...lone.filter((formula) => !skipped.includes(formula)));
      const own = before.flatMap((formula): Part[] => {
        const runs = this.formulaRun(formula, '').map((run) =>
          run.formula ? { ...run, formula: { ...run.formula, isDisplay: true } } : run,
        );
        return runs.length > 0 ? [{ ...ALONE, kind: 'paragraph', runs }] : [];
      });
      return [...own, part];
    });
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
const STRONG = /^(?:strong|b)$/;
const EMPHASIS = /^(?:em|i|cite)$/;
const CODE = /^(?:code|kbd|samp|tt)$/;

/** The formatting and the link that the elements between a text node and its Block give it. */
function marksOf(node: Text, edge: Element, base: string): Omit<Run, 'text'> {
  const names: string[] = [];
  let href: string | null = null;
  for (const up of around(node, edge)) {
    names.push(up.localName);
    if (up.localName === 'a') href ??= linkOf(up, base);
  }
  const has = (words: RegExp) => names.some((name) => words.test(name));
  const script = names.find((name) => name === 'sup' || name === 'sub') as Run['script'];
  return { href, strong: has(STRONG), emphasis: has(EMPHASIS), code: has(CODE), ...(script && { script }) };
}

/** Where a link leads, without tracking; `null` for a place on the page itself and for what is no web address. */
function linkOf(link: Element, base: string): string | null {
  const url = webUrl(attribute(link, 'href'), base);
  if (!url || (url.hash && url.href.startsWith(`${base.split('#')[0]}#`))) return null;
  return withoutTracking(url).href;
}

/** Merges neighbours with the same formatting and collapses white space across them; none is left at the ends. */
function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    const text = joined(last?.text ?? '\n', run.text);
    if (text === '') continue;
    if (last && sameMarks(last, run)) merged[merged.length - 1] = { ...last, text: last.text + text };
    else merged.push({ ...run, text });
  }
  const last = merged.at(-1);
  if (last) merged[merged.length - 1] = { ...last, text: last.text.trimEnd() };
  return merged.filter(({ text }) => text !== '');
}

/** The text that a run adds to the text before it: no space after a space, none around a line break. */
const joined = (before: string, text: string) =>
  (/\s$/.test(before) ? text.replace(/^ +/, '') : text)
    .replace(/(?<! ) *\n */g, '\n')
    .replace(/\n{2,}/g, '\n')
    .replace(/^\n/, before === '\n' ? '' : '\n');

const sameMarks = (a: Run, b: Run) =>
  a.href === b.href &&
  a.strong === b.strong &&
  a.emphasis === b.emphasis &&
  a.code === b.code &&
  a.script === b.script &&
  !(a.note ?? b.note ?? a.formula ?? b.formula);
