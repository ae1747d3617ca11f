import { findByline } from './article/byline.ts';
import { findDate } from './article/date.ts';
import { surroundings } from './article/region.ts';
import { webUrl } from './dom.ts';
import { memoizeWeak } from './memoize.ts';
import { isoDate } from './metadata/dates.ts';
import { textOf } from './metadata/json-ld.ts';
import { type Microdata, readMicrodata } from './metadata/microdata.ts';
import { nameOf, tidy } from './metadata/names.ts';
import { readStatedMetadata, type StatedMetadata } from './metadata/stated-metadata.ts';
import { withoutTracking } from './repost/tracking.ts';
import type { Analysis, Block, Metadata, Original } from './types.ts';

/** Facts about an article that only the reader wants to know: read when they are asked for. */
export interface Details {
  /** Its address has no tracking parameters. */
  readonly original: Original | null;
  /** Who wrote it. */
  readonly byline: string | null;
  /** ISO 8601 with the precision and zone that the page gives. */
  readonly published: string | null;
  readonly publisher: string | null;
  /** The publisher's own words about the article. */
  readonly description: string | null;
  /** Absolute. */
  readonly image: string | null;
}

/** Names of meta elements, best first. */
const DESCRIPTION = ['og:description', 'description', 'twitter:description', 'dc.description', 'dcterms.description'];
const IMAGE = ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'];
const PUBLISHED = [
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
  'rnews:datepublished',
];
/** These name the article's date, or the day on which the server sent the page. */
const AMBIGUOUS_DATE = ['dc.date', 'dcterms.date', 'date'];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
];

/** The first date that may be the article's: not later than the last change of the page. */
function pickDate(texts: readonly (string | null)[], modified: string | null): string | null {
  const dates = texts.flatMap((text) => isoDate(text ?? '') ?? []);
  return (modified ? dates.find((date) => date.slice(0, 7) <= modified.slice(0, 7)) : undefined) ?? dates[0] ?? null;
}

/**
 * When the article was published, according to metadata.
 *
 * @param shown the date above the text. Asked where metadata may name the day on which the page was sent
 */
export function statedDate(
  { metas, ld }: StatedMetadata,
  microdata: Microdata,
  shown: () => string | null = () => null,
): string | null {
  const modified = pickDate([ld('dateModified'), ...metas(MODIFIED)], null);
  const own =
    pickDate([ld('datePublished'), ld('dateCreated'), ...metas(PUBLISHED)], modified) ??
    pickDate(microdata.get('datepublished') ?? [], modified);
  if (own) return own;
  const page = pickDate(metas(AMBIGUOUS_DATE), modified);
  const earlier = page && shown();
  return earlier && earlier.slice(0, 10) < page.slice(0, 10) ? earlier : page;
}

/** Reads the details of an article. Never throws. */
export const readDetails = memoizeWeak((analysis: Analysis): Details => {
  const { page, metadata, article, original } = analysis;
  const stated = readStatedMetadata(page.document);
  const microdata = readMicrodata(page.document);
  const { metas, nodes, ld } = stated;
  const picture = stated.article?.image;
  const image =
    metas(IMAGE)[0] ??
    textOf(picture, nodes, 'url') ??
    textOf(picture, nodes, 'contentUrl') ??
    microdata.get('image')?.[0];
  const around = article ? surroundings(page, article.headlineBlock, article.body) : [];
  const dateIn = (blocks: readonly Block[]) => article && findDate(page, blocks, article.language);
  const start = article?.body[0]?.index ?? 0;
  return {
    original: original && untracked(original),
    byline:
      article &&
      (findByline(metadata, authorsOf(metadata, microdata), article.headlineBlock, around, analysis) ??
        metadata.siteAsAuthor),
    published:
      statedDate(stated, microdata, () => dateIn(around.filter(({ index }) => index < start))) ?? dateIn(around),
    publisher: article?.publisher ?? microdata.get('publisher')?.[0] ?? null,
    description: metas(DESCRIPTION)[0] ?? (tidy(ld('description') ?? '') || null),
    image: webUrl(image, page.url)?.href ?? null,
  };
});

/** The authors that metadata names, from the best source that names any. */
export function authorsOf({ namedAuthors, siteName, publisher }: Metadata, microdata: Microdata) {
  if (namedAuthors.length > 0) return namedAuthors;
  const names = microdata.get('author')?.flatMap((text) => nameOf(text, [siteName, publisher]) ?? []);
  return [...new Set(names)];
}

/** The original without tracking parameters in its address. An address that the reader gave stays as it is. */
export const untracked = (original: Original): Original =>
  original.url === null || original.fromUser
    ? original
    : { ...original, url: withoutTracking(new URL(original.url)).href };
