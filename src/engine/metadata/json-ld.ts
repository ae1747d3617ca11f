/** A node of the JSON-LD graph: whatever the page wrote, so every value is looked at before it is used. */
export type Node = Readonly<Record<string, unknown>>;

/** Longer scripts are data of a web application, not a description of the page. */
const MOST_LENGTH = 1_000_000;
const MOST_NODES = 500;
/** Keys under which a page's description nests further nodes about the page itself. */
const NESTING = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'];

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `value` as a list: what may be one or many in JSON-LD. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** Parses what pages write: with comments around it, raw line breaks in strings, commas too many, or cut in pieces. */
function parseLoosely(source: string): unknown {
  const text = () =>
    source
      .replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
      .replace(/(?:\/\/\s*)?(?:-->|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/, '')
      .replace(/;\s*$/, '');
  const attempts = [
    () => source,
    text,
    () =>
      text()
        // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what makes it break
        .replace(/[\u0000-\u001f]+/g, ' ')
        .replace(/,\s*(?=[}\]])/g, ''),
    () =>
      `[${text()
        .replace(/[\s;]+/g, ' ')
        .replace(/\}\s*\{/g, '},{')
        .replace(/,\s*(?=[}\]])/g, '')}]`,
  ];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt()) as unknown;
    } catch {
      // Broken in another way: the next attempt mends more.
    }
  }
  return null;
}

/**
 * The nodes that a page's JSON-LD scripts describe the page with, outermost first.
 *
 * @param scripts contents of the `application/ld+json` scripts
 */
export function readNodes(scripts: readonly string[]): Node[] {
  const nodes: Node[] = [];
  const take = (value: unknown, depth: number) => {
    if (depth > 5 || nodes.length >= MOST_NODES) return;
    if (Array.isArray(value)) for (const item of value) take(item, depth + 1);
    if (!isNode(value)) return;
    if (value['@type'] !== undefined) nodes.push(value);
    for (const key of NESTING) take(value[key], depth + 1);
  };
  for (const script of scripts) if (script.length <= MOST_LENGTH) take(parseLoosely(script), 0);
  return nodes;
}

/** `@type`s in lower case, without a vocabulary in front. */
export const typesOf = (node: Node): string[] =>
  listOf(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.toLowerCase().replace(/^.*[/#:]/, ''));

/** The text of a value: itself, or the `name` (or the given key) of the node that it is or refers to. */
export function textOf(value: unknown, nodes: readonly Node[], key = 'name'): string | null {
  const first = listOf(value)[0];
  if (typeof first === 'string') return first.trim() || null;
  if (!isNode(first)) return null;
  const own = first[key] ?? first['@value'];
  if (own !== undefined) return textOf(own, nodes, key);
  const id = first['@id'];
  const meant = id === undefined ? undefined : nodes.find((node) => node['@id'] === id && node[key] !== undefined);
  return meant ? textOf(meant[key], nodes, key) : null;
}
