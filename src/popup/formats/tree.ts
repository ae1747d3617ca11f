import type { Part, Run } from '../../engine/types.ts';
import { webAddress } from '../format.ts';

/** All that there is in what we write: no scripts, no styles, no pictures, nothing that loads. */
export type ExportedTag =
  | 'a' | 'article' | 'blockquote' | 'br' | 'code' | 'em' | 'footer' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'header'
  | 'li' | 'ol' | 'p' | 'pre' | 'strong' | 'table' | 'tbody' | 'td' | 'tr' | 'ul'; // biome-ignore format: a list

/** An element to be written or shown. */
export interface ElementTree {
  readonly tag: ExportedTag;
  /** A web address, for links. */
  readonly href?: string;
  /** Where a list that counts starts. */
  readonly start?: number;
  readonly children: readonly TreeNode[];
}
export type TreeNode = ElementTree | string;

const twig = (tag: ExportedTag, children: readonly TreeNode[]): ElementTree => ({ tag, children });

/** Lines are set apart by `<br>`. */
const lines = (text: string): TreeNode[] =>
  text.split('\n').flatMap((line, at): TreeNode[] => (at > 0 ? [twig('br', []), line] : [line]));

function inline({ text, href, strong, emphasis, code }: Run): TreeNode[] {
  let leaves: TreeNode[] = lines(text);
  if (code) leaves = [twig('code', leaves)];
  if (emphasis) leaves = [twig('em', leaves)];
  if (strong) leaves = [twig('strong', leaves)];
  const url = webAddress(href);
  return url ? [{ tag: 'a', href: url.href, children: leaves }] : leaves;
}

const words = ({ runs }: Part): TreeNode[] => runs.flatMap(inline);
const plain = ({ runs }: Part): string => runs.map(({ text }) => text).join('');

/** Neighbours that a key tells to belong together. */
function together<T>(parts: readonly T[], key: (part: T) => number): T[][] {
  const groups: T[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    if (last && first !== undefined && key(part) >= 0 && key(first) === key(part)) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

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
  const rows = together(parts, ({ row }) => row);
  return twig('table', [
    twig(
      'tbody',
      rows.map((row) =>
        twig(
          'tr',
          row.map((cell) => twig('td', words(cell))),
        ),
      ),
    ),
  ]);
}

const HEADINGS = ['h2', 'h2', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

const GROUPS: Readonly<Record<Part['kind'], (parts: readonly Part[]) => ElementTree[]>> = {
  paragraph: (parts) => parts.map((part) => twig('p', words(part))),
  control: (parts) => parts.map((part) => twig('p', words(part))),
  caption: (parts) => parts.map((part) => twig('p', words(part))),
  heading: (parts) => parts.map((part) => twig(HEADINGS[part.level] ?? 'h2', words(part))),
  quote: (parts) => [
    twig(
      'blockquote',
      parts.map((part) => twig('p', words(part))),
    ),
  ],
  code: (parts) => [twig('pre', [twig('code', [parts.map(plain).join('\n')])])],
  item: (parts) => [list(parts)],
  cell: (parts) => [table(parts)],
};

/** The body as elements. */
export const treeOf = (parts: readonly Part[]): ElementTree[] =>
  together(parts, ({ group }) => group).flatMap((group) => GROUPS[group[0]?.kind ?? 'paragraph'](group));
