import type { MathTree, Part, Picture, Run } from '../engine/types.ts';
import { webAddress } from './fit-to-show.ts';
import { type NestedList, type NestedNode, nested } from './nested.ts';
import { plainText, rowsOf } from './parts.ts';

/** All that there is in what we write: no scripts, no styles. Pictures are in what is saved, and in no page of ours. */
export type ExportedTag =
  | 'a' | 'article' | 'blockquote' | 'br' | 'code' | 'del' | 'em' | 'figcaption' | 'figure' | 'footer' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'header'
  | 'img' | 'li' | 'ol' | 'p' | 'pre' | 'section' | 'strong' | 'sub' | 'sup' | 'table' | 'tbody' | 'td' | 'th' | 'tr' | 'ul'
  | 'math' | 'menclose' | 'merror' | 'mfenced' | 'mfrac' | 'mi' | 'mmultiscripts' | 'mn' | 'mo' | 'mover' | 'mpadded'
  | 'mphantom' | 'mprescripts' | 'mroot' | 'mrow' | 'ms' | 'mspace' | 'msqrt' | 'mstyle' | 'msub' | 'msubsup' | 'msup'
  | 'mtable' | 'mtd' | 'mtext' | 'mtr' | 'munder' | 'munderover'; // biome-ignore format: a list

/** An element to be written or shown. */
export interface ElementTree {
  readonly tag: ExportedTag;
  /** A web address, or the `id` of a place in the article, for links. */
  readonly href?: string;
  /** Of a picture. */
  readonly src?: string;
  readonly alt?: string;
  /** Where a list that counts starts. */
  readonly start?: number;
  /** The number of an item that does not go on from the one before. */
  readonly value?: number;
  /** The name of a place that footnotes and their marks lead to. */
  readonly id?: string;
  /** The language of code, as a class. */
  readonly language?: string;
  /** Of an element of MathML. */
  readonly math?: Readonly<Record<string, string>>;
  readonly children: readonly TreeNode[];
}
export type TreeNode = ElementTree | string;

const twig = (tag: ExportedTag, children: readonly TreeNode[]): ElementTree => ({ tag, children });

/** Lines are set apart by `<br>`. */
const lines = (text: string): TreeNode[] =>
  text.split('\n').flatMap((line, at): TreeNode[] => (at > 0 ? [twig('br', []), line] : [line]));

/** The attributes of an element, in order. */
export const attributesOf = ({ href, src, alt, start, value, id, language, math }: ElementTree): [string, string][] =>
  Object.entries({ ...math, id, href, src, alt, start, value, class: language && `language-${language}` }).flatMap(
    ([name, value]) => (value === undefined ? [] : [[name, String(value)]]),
  );

/** Tags of MathML, by what is known of a formula: data of a page, so that nothing else may come of it. */
const MATH_TAGS: ReadonlySet<string> = new Set(
  'math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover'.split(
    ' ',
  ),
);

const formula = ({ tag, attributes, children }: MathTree): ElementTree => ({
  tag: MATH_TAGS.has(tag) ? (tag as ExportedTag) : 'mrow',
  math: attributes,
  children: children.map((child) => (typeof child === 'string' ? child : formula(child))),
});

const placeOfNote = (label: string): string => `note-${label}`;
const placeOfMark = (label: string): string => `mark-${label}`;

function inline(run: Run): TreeNode[] {
  const { text, href, strong, emphasis, struck, code, script, note } = run;
  if (run.formula) return [formulaTree(run.formula, text)];
  if (run.picture) return pictureTree(run.picture);
  if (note) {
    const link: ElementTree = { tag: 'a', href: `#${placeOfNote(note)}`, children: [text] };
    return [{ tag: 'sup', id: placeOfMark(note), children: [link] }];
  }
  let leaves: TreeNode[] = lines(text);
  // Small figures are figures again: the element makes them small.
  if (script) leaves = [twig(script, lines(text.normalize('NFKC')))];
  if (code) leaves = [twig('code', leaves)];
  if (struck) leaves = [twig('del', leaves)];
  if (emphasis) leaves = [twig('em', leaves)];
  if (strong) leaves = [twig('strong', leaves)];
  const url = webAddress(href);
  return url ? [{ tag: 'a', href: url.href, children: leaves }] : leaves;
}

function pictureTree({ url, alt }: Picture): ElementTree[] {
  const src = webAddress(url)?.href;
  return src ? [{ tag: 'img', src, alt, children: [] }] : [];
}

function figureTree(part: Part): ElementTree[] {
  const picture = part.picture ? pictureTree(part.picture) : [];
  const caption = part.runs.length > 0 ? [twig('figcaption', words(part))] : [];
  return picture.length > 0 ? [twig('figure', [...picture, ...caption])] : [];
}

/** As MathML; where there is none, its source as code. */
function formulaTree({ mathml, tex, isDisplay }: NonNullable<Run['formula']>, text: string): TreeNode {
  if (!mathml) return twig('code', [tex || text]);
  const tree = formula(mathml);
  return isDisplay ? { ...tree, math: { ...tree.math, display: 'block' } } : tree;
}

/** The footnotes, each with a way back to its mark. */
function notesOf(parts: readonly Part[]): ElementTree[] {
  const labels = [...new Set(parts.flatMap(({ note }) => note ?? []))];
  if (labels.length === 0) return [];
  const items = labels.map((label): ElementTree => {
    const own = parts.filter(({ note }) => note === label).map((part) => twig('p', words(part)));
    const back: ElementTree = { tag: 'a', href: `#${placeOfMark(label)}`, children: ['↩'] };
    const last = own.at(-1);
    return {
      tag: 'li',
      id: placeOfNote(label),
      children: last ? [...own.slice(0, -1), twig('p', [...last.children, ' ', back])] : [],
    };
  });
  return [twig('section', [twig('ol', items)])];
}

const words = ({ runs }: Part): TreeNode[] => runs.flatMap(inline);

/** The words of the first paragraph of an item stand in the item itself. */
function list({ items }: NestedList): ElementTree {
  const start = items[0]?.number ?? null;
  const children = items.map(({ number, isDone, children: [first, ...others] }, at): ElementTree => {
    const isPlain = first?.kind === 'parts' && first.parts[0].kind === 'paragraph';
    const box = isDone === undefined ? [] : [isDone ? '☑ ' : '☐ '];
    const own = isPlain ? first.parts.flatMap(words) : first ? nodeTree(first) : [];
    const goesOn = at === 0 || number === null || number === (items[at - 1]?.number ?? number) + 1;
    return {
      ...twig('li', [...box, ...own, ...others.flatMap(nodeTree)]),
      ...(!goesOn && number !== null && { value: number }),
    };
  });
  return start === null ? twig('ul', children) : { ...twig('ol', children), ...(start !== 1 && { start }) };
}

function table(parts: readonly Part[]): ElementTree {
  const cell = (own: readonly Part[]) =>
    twig(
      own.length > 0 && own.every(({ isHead }) => isHead) ? 'th' : 'td',
      own.flatMap((part, at): TreeNode[] => [...(at > 0 ? [twig('br', [])] : []), ...words(part)]),
    );
  const rows = rowsOf(parts).map((row) => twig('tr', row.map(cell)));
  return twig('table', [twig('tbody', rows)]);
}

const HEADINGS = ['h2', 'h2', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

const GROUPS: Readonly<Record<Part['kind'], (parts: readonly [Part, ...Part[]]) => ElementTree[]>> = {
  paragraph: (parts) => parts.map((part) => twig('p', words(part))),
  caption: (parts) => parts.map((part) => twig('p', words(part))),
  picture: (parts) => parts.flatMap(figureTree),
  heading: (parts) => parts.map((part) => twig(HEADINGS[part.level] ?? 'h2', words(part))),
  code: (parts) => {
    const [{ language }] = parts;
    return [twig('pre', [{ tag: 'code', ...(language && { language }), children: [parts.map(plainText).join('\n')] }])];
  },
  cell: (parts) => [table(parts)],
};

function nodeTree(node: NestedNode): ElementTree[] {
  if (node.kind === 'list') return [list(node)];
  if (node.kind === 'quote') return [twig('blockquote', node.children.flatMap(nodeTree))];
  return GROUPS[node.parts[0].kind](node.parts);
}

/** The body as elements. */
export const treeOf = (parts: readonly Part[]): ElementTree[] =>
  withNamesOnce([...nested(parts.filter(({ note }) => !note)).flatMap(nodeTree), ...notesOf(parts)], new Set());

/** Of several marks of one footnote, the way back leads to the first. */
const withNamesOnce = (elements: readonly ElementTree[], known: Set<string>): ElementTree[] =>
  elements.map(({ id, ...element }) => {
    const isNew = id !== undefined && !known.has(id);
    if (isNew) known.add(id);
    const children = element.children.flatMap((child): TreeNode[] =>
      typeof child === 'string' ? [child] : withNamesOnce([child], known),
    );
    return { ...element, ...(isNew && { id }), children };
  });
