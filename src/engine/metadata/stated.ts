import { attribute, findAll, read } from '../dom.ts';
import { type Node, readNodes, textOf, typesOf } from './json-ld.ts';
import { tidy } from './names.ts';

/** What a document states about itself, raw: each way of stating it is read when it is first asked for. */
export interface Stated {
  /** Contents of the meta elements of these names, in the order of the names, tidied. */
  metas(names: readonly string[]): string[];
  /** Every node of the JSON-LD graph. */
  readonly nodes: readonly Node[];
  /** The node about this page's article. */
  readonly article: Node | null;
  /** A text of that node. */
  ld(key: string): string | null;
  /** The canonical link as it is written. */
  readonly canonical: string | null;
}

/** Titles as meta elements give them, best first. */
export const TITLES = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'sailthru.title', 'parsely-title'];

/** A node that describes an article. */
export const ARTICLE_TYPE = /(?:article|posting|report|review|recipe|story)$/;

const nameOfMeta = (element: Element): string | null =>
  element.getAttribute('property') ||
  element.getAttribute('name') ||
  element.getAttribute('itemprop') ||
  element.getAttribute('http-equiv');

/** The node about this page's article: one whose headline is in the page's title, else the first. */
function articleNode(nodes: readonly Node[], title: string): Node | null {
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
  const headlineOf = (node: Node) => tidy(textOf(node.headline, nodes, 'headline') ?? '');
  return (
    articles.find((node) => headlineOf(node) && title.includes(headlineOf(node))) ??
    articles.find(headlineOf) ??
    articles[0] ??
    null
  );
}

/**
 * Reads meta elements, canonical link and JSON-LD: three searches of the document, because a browser looks for one tag far
 * faster than for one of several. Never throws.
 */
export function readStated(document: Document): Stated {
  const contents = new Map<string, string>();
  for (const meta of findAll(document, 'meta')) {
    const name = nameOfMeta(meta)?.trim().toLowerCase();
    const content = meta.getAttribute('content')?.trim();
    // The first one that says something wins.
    if (name && content && !contents.has(name)) contents.set(name, content);
  }
  const [link] = findAll(document, 'link[rel~=canonical i][href]');
  const scripts = findAll(document, 'script[type*="ld+json" i]');
  const metas: Stated['metas'] = (names) => names.flatMap((name) => tidy(contents.get(name) ?? '') || []);
  const nodes = readNodes(scripts.map((script) => read(script, 'textContent') ?? ''));
  const article = articleNode(nodes, metas(TITLES)[0] ?? tidy(read(document, 'title') ?? ''));
  return {
    metas,
    nodes,
    article,
    ld: (key) => (article ? textOf(article[key], nodes, key === 'headline' ? 'headline' : 'name') : null),
    canonical: link ? attribute(link, 'href') : null,
  };
}
