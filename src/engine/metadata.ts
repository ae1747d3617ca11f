import { attribute, findAll, read, webUrl } from './dom.ts';
import { isoDate } from './metadata/dates.ts';
import { listOf, type Node, readNodes, textOf, typesOf } from './metadata/json-ld.ts';
import { nameOf, tidy } from './metadata/names.ts';
import type { Metadata } from './types.ts';

/** Names of meta elements, best first. */
const META = {
  title: ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'sailthru.title', 'parsely-title'],
  description: ['og:description', 'description', 'twitter:description', 'dc.description', 'dcterms.description'],
  author: [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'cxenseparse:author',
  ],
  published: [
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'article:published',
    'published_time',
    'og:published_time',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date.created',
    'publish-date',
    'publish_date',
    'publishdate',
    'pubdate',
    'article.published',
    'cxenseparse:recs:publishtime',
    'ptime',
    'displaydate',
    'dc.date',
    'dcterms.date',
    'date',
    'rnews:datepublished',
  ],
  modified: [
    'article:modified_time',
    'og:updated_time',
    'datemodified',
    'lastmod',
    'dcterms.modified',
    'dc.date.modified',
    'last-modified',
  ],
  site: [
    'og:site_name',
    'application-name',
    'al:ios:app_name',
    'twitter:app:name:iphone',
    'apple-mobile-web-app-title',
  ],
  publisher: ['article:publisher', 'dc.publisher', 'dcterms.publisher', 'publisher'],
  image: ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'],
  language: ['og:locale', 'content-language', 'dc.language', 'dcterms.language'],
} as const;

/** A node that describes an article. */
export const ARTICLE_TYPE = /(?:article|posting|report|review|recipe|story)$/;

const nameOfMeta = (element: Element): string | null =>
  element.getAttribute('property') ||
  element.getAttribute('name') ||
  element.getAttribute('itemprop') ||
  element.getAttribute('http-equiv');

/** Meta elements by lower-case name, first one with a content wins; microdata of the page in the same way. */
function readMetas(document: Document): Map<string, string> {
  const metas = new Map<string, string>();
  for (const element of findAll(document, 'meta')) {
    const name = nameOfMeta(element)?.trim().toLowerCase();
    if (!name || metas.has(name)) continue;
    const content = tidy(element.getAttribute('content') ?? '');
    if (content !== '') metas.set(name, content);
  }
  return metas;
}

/** What microdata says, by lower-case property. */
function readMicrodata(document: Document): Map<string, string[]> {
  const properties = new Map<string, string[]>();
  const wanted = '[itemprop~=author],[itemprop~=datePublished],a[rel~=author]';
  for (const element of findAll(document, wanted).slice(0, 200)) {
    const named = findAll(element, '[itemprop~=name]')[0];
    const value =
      attribute(element, 'content') ??
      attribute(element, 'datetime') ??
      (named && (attribute(named, 'content') ?? read(named, 'textContent'))) ??
      read(element, 'textContent');
    const text = tidy((value ?? '').slice(0, 1000));
    const keys = (attribute(element, 'itemprop') ?? 'author').toLowerCase().split(/\s+/);
    if (text !== '') for (const key of keys) properties.set(key, [...(properties.get(key) ?? []), text]);
  }
  return properties;
}

/** The JSON-LD node about this page's article: one whose headline is the page's title, else the first. */
function articleNode(nodes: readonly Node[], title: string | null): Node | null {
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
  const headlineOf = (node: Node) => textOf(node.headline, nodes, 'headline');
  return (
    articles.find((node) => title && headlineOf(node) === title) ??
    articles.find((node) => headlineOf(node)) ??
    articles[0] ??
    null
  );
}

/** The first date that can be the article's: not later than the last change of the page. */
function pickDate(texts: readonly (string | null | undefined)[], modified: string | null): string | null {
  const dates = texts.flatMap((text) => (text ? (isoDate(text) ?? []) : []));
  return (modified ? dates.find((date) => date.slice(0, 7) <= modified.slice(0, 7)) : undefined) ?? dates[0] ?? null;
}

/** Reads what the document says about itself outside its text. Never throws. */
export function readMetadata(document: Document, url: string): Metadata {
  const metas = readMetas(document);
  const all = (names: readonly string[]) => names.flatMap((name) => metas.get(name) ?? []);
  const first = (names: readonly string[]) => all(names)[0] ?? null;
  const scripts = findAll(document, 'script[type*="ld+json" i]');
  const nodes = readNodes(scripts.map((script) => read(script, 'textContent') ?? ''));
  // Looked for only where nothing better says it: it takes a search of the whole document.
  let found: Map<string, string[]> | undefined;
  const microdata = (property: string) => {
    found ??= readMicrodata(document);
    return found.get(property) ?? [];
  };
  const documentTitle = tidy(read(document, 'title') ?? '') || null;
  const article = articleNode(nodes, first(META.title));
  const ld = (key: string) => (article ? textOf(article[key], nodes, key === 'headline' ? 'headline' : 'name') : null);

  const titles = [...all(META.title.slice(0, 2)), ld('headline'), ...all(META.title.slice(2)), documentTitle].flatMap(
    (title) => (title ? tidy(title) || [] : []),
  );
  const siteName = first(META.site);
  const publisher = ld('publisher') ?? all(META.publisher).find((name) => nameOf(name, []) !== null) ?? null;
  const organisation = nodes.find((node) => typesOf(node).some((type) => /organization$|^website$/.test(type)));
  const sites = [siteName, publisher, organisation ? textOf(organisation.name, nodes) : null];

  const people = article ? listOf(article.author ?? article.creator).map((author) => textOf(author, nodes)) : [];
  const names = (texts: readonly (string | null)[]) =>
    texts.flatMap((text) => (text ? (nameOf(text, sites) ?? []) : []));
  const authors = [() => people, () => all(META.author), () => microdata('author')].reduce<string[]>(
    (known, source) => (known.length > 0 ? known : names(source())),
    [],
  );
  const modified = pickDate([ld('dateModified'), ...all(META.modified)], null);
  const published =
    pickDate([ld('datePublished'), ld('dateCreated'), ...all(META.published)], modified) ??
    pickDate(microdata('datepublished'), modified);
  const canonical = findAll(document, 'link').find((link) => /\bcanonical\b/i.test(link.getAttribute('rel') ?? ''));
  const root = read(document, 'documentElement');
  const image = article ? (textOf(article.image, nodes, 'url') ?? textOf(article.image, nodes, 'contentUrl')) : null;
  const absolute = (href: string | null | undefined) => webUrl(href, url)?.href ?? null;
  return {
    title: titles[0] ?? null,
    titles: [...new Set(titles)],
    description: first(META.description) ?? (ld('description') ? tidy(ld('description') ?? '') : null),
    authors: [...new Set(authors)],
    published,
    modified,
    publisher: publisher && tidy(publisher),
    publisherUrl: absolute(article ? textOf(article.publisher, nodes, 'url') : null),
    siteName,
    canonical: absolute(canonical && attribute(canonical, 'href')),
    openGraphUrl: absolute(metas.get('og:url')),
    image: absolute(first(META.image) ?? image),
    language:
      (root && (attribute(root, 'lang') || attribute(root, 'xml:lang'))) ||
      (article && textOf(article.inLanguage, nodes)) ||
      first(META.language),
    generator: metas.get('generator') ?? null,
    types: [...new Set([...nodes.flatMap(typesOf), ...all(['og:type']).map((type) => type.toLowerCase())])],
  };
}
