import { alphanumericKey } from './alphanumeric-key.ts';
import { attribute, read, webUrl } from './dom.ts';
import { textOf, textsOf, typesOf } from './metadata/json-ld.ts';
import { nameOf, tidy } from './metadata/names.ts';
import { readStatedMetadata, TITLE_METAS } from './metadata/stated-metadata.ts';
import type { Metadata } from './types.ts';

/** Names of meta elements, best first. */
const AUTHOR = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'cxenseparse:author',
];
const SITE = [
  'og:site_name',
  'application-name',
  'al:ios:app_name',
  'twitter:app:name:iphone',
  'apple-mobile-web-app-title',
];
const PUBLISHER = ['article:publisher', 'dc.publisher', 'dcterms.publisher', 'publisher'];
const LANGUAGE = ['og:locale', 'content-language', 'dc.language', 'dcterms.language'];

/** What the document states about itself, as far as the article and the Verdict depend on it. Never throws. */
export function readMetadata(document: Document, url: string): Metadata {
  const { metas, nodes, article, ld, canonical } = readStatedMetadata(document);
  const first = (names: readonly string[]) => metas(names)[0] ?? null;

  const titles = [
    ...metas(TITLE_METAS.slice(0, 2)),
    ld('headline'),
    ...metas(TITLE_METAS.slice(2)),
    read(document, 'title'),
  ].flatMap((title) => tidy(title ?? '') || []);
  const ogTitle = first(['og:title']);
  const siteName = first(SITE);
  const publisher = ld('publisher') ?? metas(PUBLISHER).find((name) => nameOf(name, []) !== null) ?? null;
  const organization = nodes.find((node) => typesOf(node).some((type) => /organization$|^website$/.test(type)));
  const sites = [siteName, publisher, organization ? textOf(organization.name, nodes) : null];

  const people = article ? textsOf(article.author ?? article.creator, nodes) : [];
  /** Authors that are stated, without these names. */
  const authorsBut = (others: readonly (string | null)[]): string[] => {
    for (const texts of [people, metas(AUTHOR)]) {
      const found = texts.flatMap((text) => nameOf(text, others) ?? []);
      if (found.length > 0) return [...new Set(found)];
    }
    return [];
  };
  let namedAuthors: string[] | undefined;
  const root = read(document, 'documentElement');
  const absolute = (href: string | null | undefined) => webUrl(href, url)?.href ?? null;
  return {
    title: titles[0] ?? null,
    titles: [...new Set(titles)],
    agreedTitle: ogTitle && alphanumericKey(ogTitle) === alphanumericKey(tidy(ld('headline') ?? '')) ? ogTitle : null,
    get namedAuthors() {
      namedAuthors ??= authorsBut(sites);
      return namedAuthors;
    },
    get siteAsAuthor() {
      return authorsBut(sites).length === 0 ? (authorsBut([])[0] ?? null) : null;
    },
    publisher: publisher && tidy(publisher),
    publisherUrl: absolute(article ? textOf(article.publisher, nodes, 'url') : null),
    siteName,
    canonical: absolute(canonical),
    openGraphUrl: absolute(first(['og:url'])),
    language:
      (root && (attribute(root, 'lang') || attribute(root, 'xml:lang'))) ||
      (article && textOf(article.inLanguage, nodes)) ||
      first(LANGUAGE),
    generator: first(['generator']),
    types: [...new Set([...nodes.flatMap(typesOf), ...metas(['og:type']).map((type) => type.toLowerCase())])],
  };
}
