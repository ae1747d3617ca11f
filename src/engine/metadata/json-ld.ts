/** A node of the JSON-LD graph. Pages write anything into it, so every value is checked before it is used. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** A longer script is data of a web application, not a description of the page. */
const MAX_SCRIPT_CHARS = 1_000_000;
const MAX_NODES = 500;
const MAX_DEPTH = 5;
/** Keys under which further nodes about the page itself stand. */
const NESTING = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'];

const isNode = (value: unknown): value is JsonLdNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as a list. In JSON-LD a single value may stand for a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** Parses JSON as pages write it: with comments around it, raw line breaks in strings, extra commas, several objects in a row. */
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
      // The next attempt repairs more.
    }
  }
  return null;
}

/**
 * The nodes of a page's JSON-LD scripts, outermost first.
 *
 * @param scripts contents of the `application/ld+json` scripts
 */
export function readNodes(scripts: readonly string[]): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  const take = (value: unknown, depth: number) => {
    if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
    if (Array.isArray(value)) for (const item of value) take(item, depth + 1);
    if (!isNode(value)) return;
    if (value['@type'] !== undefined) nodes.push(value);
    for (const key of NESTING) take(value[key], depth + 1);
  };
  for (const script of scripts) if (script.length <= MAX_SCRIPT_CHARS) take(parseLoosely(script), 0);
  return nodes;
}

/** The `@type`s, lower case, without the address of the vocabulary. */
export const typesOf = (node: JsonLdNode): string[] =>
  listOf(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.toLowerCase().replace(/^.*[/#:]/, ''));

/** The text of a value: the value itself, or the `name` (or another key) of the node that it is or refers to. */
export function textOf(value: unknown, nodes: readonly JsonLdNode[], key = 'name'): string | null {
  const first = listOf(value)[0];
  if (typeof first === 'string') return first.trim() || null;
  if (!isNode(first)) return null;
  const own = first[key] ?? first['@value'];
  if (own !== undefined) return textOf(own, nodes, key);
  const id = first['@id'];
  const target = id === undefined ? undefined : nodes.find((node) => node['@id'] === id && node[key] !== undefined);
  return target ? textOf(target[key], nodes, key) : null;
}

/** The texts of a value: of each of its nodes, where a node may have several. */
export const textsOf = (value: unknown, nodes: readonly JsonLdNode[]): string[] =>
  listOf(value).flatMap((one) => {
    const names = isNode(one) ? listOf(one.name) : [];
    return names.length > 1 ? names.flatMap((name) => textOf(name, nodes) ?? []) : (textOf(one, nodes) ?? []);
  });
