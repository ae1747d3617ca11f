import { attribute, findAll, read } from '../dom.ts';
import { type JsonLdNode, readNodes, textOf, typesOf } from './json-ld.ts';
import { tidy } from './names.ts';

/** What meta elements, canonical link and JSON-LD state, before it is decided what of it to believe. */
export interface StatedMetadata {
  /** Contents of the meta elements with these names, tidied, in the order of the names. */
  metas(names: readonly string[]): string[];
  /** Every node of the JSON-LD graph. */
  readonly nodes: readonly JsonLdNode[];
  /** The node about this page's article. */
  readonly article: JsonLdNode | null;
  /** The text of one of that node's keys. */
  ld(key: string): string | null;
  /** Address of the canonical link, as it is written. */
  readonly canonical: string | null;
}

/** Names of meta elements with the title, best first. */
export const TITLE_METAS = [
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'sailthru.title',
  'parsely-title',
];

/** Types of nodes that describe an article. */
export const ARTICLE_TYPE = /(?:article|posting|report|review|recipe|story)$/;

const nameOfMeta = (element: Element): string | null =>
  element.getAttribute('property') ||
  element.getAttribute('name') ||
  element.getAttribute('itemprop') ||
  element.getAttribute('http-equiv');

/** The node about this page's article: the one whose headline is in the page's title, else the first. */
function articleNode(nodes: readonly JsonLdNode[], title: string): JsonLdNode | null {
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
  const headlineOf = (node: JsonLdNode) => tidy(textOf(node.headline, nodes, 'headline') ?? '');
  return (
    articles.find((node) => headlineOf(node) && title.includes(headlineOf(node))) ??
    articles.find(headlineOf) ??
    articles[0] ??
    null
  );
}

/**
 * Reads meta elements, canonical link and JSON-LD. Three searches of the document, because a browser finds the elements of
 * one tag far faster than those of several. Never throws.
 */
export function readStatedMetadata(document: Document): StatedMetadata {
  const contents = new Map<string, string[]>();
  for (const meta of findAll(document, 'meta')) {
    const name = nameOfMeta(meta)?.trim().toLowerCase();
    const content = meta.getAttribute('content')?.trim();
    if (!name || !content) continue;
    const known = contents.get(name);
    if (known) known.push(content);
    else contents.set(name, [content]);
  }
  const [link] = findAll(document, 'link[rel~=canonical i][href]');
  const scripts = findAll(document, 'script[type*="ld+json" i]');
  const metas: StatedMetadata['metas'] = (names) =>
    names.flatMap((name) => (contents.get(name) ?? []).flatMap((content) => tidy(content) || []));
  const nodes = readNodes(scripts.map((script) => read(script, 'textContent') ?? ''));
  const article = articleNode(nodes, metas(TITLE_METAS)[0] ?? tidy(read(document, 'title') ?? ''));
  return {
    metas,
    nodes,
    article,
    ld: (key) => (article ? textOf(article[key], nodes, key === 'headline' ? 'headline' : 'name') : null),
    canonical: link ? attribute(link, 'href') : null,
  };
}
