import type { MathTree, Part, Picture, Run } from '../engine/types.ts';
import { webAddress } from './fit-to-show.ts';
import { plainText, rowsOf, together } from './parts.ts';

/** All that there is in what we write: no scripts, no styles. Pictures are in what is saved, and in no page of ours. */
export type ExportedTag =
  | 'a' | 'article' | 'blockquote' | 'br' | 'code' | 'em' | 'figcaption' | 'figure' | 'footer' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'header'
  | 'img' | 'li' | 'ol' | 'p' | 'pre' | 'section' | 'strong' | 'sub' | 'sup' | 'table' | 'tbody' | 'td' | 'tr' | 'ul'
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
export const attributesOf = ({ href, src, alt, start, id, language, math }: ElementTree): [string, string][] =>
  Object.entries({ ...math, id, href, src, alt, start, class: language && `language-${language}` }).flatMap(
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
  const { text, href, strong, emphasis, code, script, note } = run;
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

function list(parts: readonly Part[]): ElementTree {
  const items: TreeNode[][] = [];
  for (const part of parts) {
    if (part.begins || items.length === 0) items.push(words(part));
    else items.at(-1)?.push(twig('p', words(part)));
  }
  const children = items.map((item) => twig('li', item));
  const start = parts[0]?.number ?? null;
  return start === null ? twig('ul', children) : { tag: 'ol', ...(start !== 1 && { start }), children };
}

function table(parts: readonly Part[]): ElementTree {
  const cell = (own: readonly Part[]) =>
    twig(
      'td',
      own.flatMap((part, at): TreeNode[] => [...(at > 0 ? [twig('br', [])] : []), ...words(part)]),
    );
  const rows = rowsOf(parts).map((row) => twig('tr', row.map(cell)));
  return twig('table', [twig('tbody', rows)]);
}

const HEADINGS = ['h2', 'h2', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

const GROUPS: Readonly<Record<Part['kind'], (parts: readonly Part[]) => ElementTree[]>> = {
  paragraph: (parts) => parts.map((part) => twig('p', words(part))),
  control: (parts) => parts.map((part) => twig('p', words(part))),
  caption: (parts) => parts.map((part) => twig('p', words(part))),
  picture: (parts) => parts.flatMap(figureTree),
  heading: (parts) => parts.map((part) => twig(HEADINGS[part.level] ?? 'h2', words(part))),
  quote: (parts) => [
    twig(
      'blockquote',
      parts.map((part) => twig('p', words(part))),
    ),
  ],
  code: (parts) => {
    const { language } = parts[0] ?? {};
    return [twig('pre', [{ tag: 'code', ...(language && { language }), children: [parts.map(plainText).join('\n')] }])];
  },
  item: (parts) => [list(parts)],
  cell: (parts) => [table(parts)],
};

/** The body as elements. */
export const treeOf = (parts: readonly Part[]): ElementTree[] => [
  ...together(
    parts.filter(({ note }) => !note),
    ({ group }) => group,
  ).flatMap((group) => GROUPS[group[0]?.kind ?? 'paragraph'](group)),
  ...notesOf(parts),
];
