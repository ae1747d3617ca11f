import filenamify from 'filenamify/browser';
import type { Part, Verdict } from '../engine/types.ts';
import { language, t } from '../locales/t.ts';
import type { CopySource, SelectionCopy } from '../messages.ts';
import { fillLines } from '../templates/pieces.ts';
import { STANDARD, type Templates } from '../templates/templates.ts';
import { factsOf } from './facts.ts';
import { dateText, plainName, safeHost, webAddress } from './fit-to-show.ts';
import { withoutPictures } from './parts.ts';

/** An article on its way out of the browser: itself and its source, nothing else of the page. */
export interface ExportedArticle {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  /** The same in the reader's language. */
  readonly date: string | null;
  readonly language: string;
  /** The gist; where there is none, the publisher's description. */
  readonly summary: string | null;
  readonly verdict: Verdict['kind'];
  /** What the names of months are written in. */
  readonly readerLanguage: string;
  /** When it was copied. */
  readonly copied: Date;
  readonly dir: 'ltr' | 'rtl';
  /** Where it comes from, as far as an address is known. Always a web address. */
  readonly original: URL | null;
  /** Where it comes from; where that is unknown, the page. Always a web address. */
  readonly source: URL | null;
  /** The page it was copied from. */
  readonly page: URL | null;
  /** What names the source: "Original: …", in the reader's language. */
  readonly sourceLine: string | null;
  /** A piece of the page that the reader selected: what it is from stands under it, not above. */
  readonly isSelection: boolean;
  /** Headline and site, under a selection; else `null`. */
  readonly creditLine: string | null;
  readonly parts: readonly Part[];
}

/** What is copied, saved and printed of an article. */
export function exportedArticle(
  { article, original, url, summary, verdict }: CopySource,
  parts: readonly Part[],
  copied = new Date(),
  withPictures = true,
): ExportedArticle {
  const source = webAddress(original?.url);
  const page = webAddress(url);
  const named = source ?? page;
  return {
    headline: article?.headline?.trim() || null,
    byline: article?.byline ? plainName(article.byline) : null,
    publisher: article?.publisher ? plainName(article.publisher) : null,
    published: article?.published ?? null,
    date: article?.published ? dateText(article.published, language()) : null,
    language: article?.language ?? 'und',
    summary: summary?.gist.join(' ') || summary?.description || null,
    verdict: verdict.kind,
    readerLanguage: language(),
    copied,
    dir: article?.dir ?? 'ltr',
    original: source,
    source: named,
    page,
    sourceLine: named && t(source ? 'popup_original_line' : 'popup_page_line', named.href),
    isSelection: false,
    creditLine: null,
    parts: withPictures ? parts : withoutPictures(parts, 'article'),
  };
}

/** What is copied, saved and printed of what a reader selected. Names what it is from, which on a copy is the original. */
export function exportedSelection({ source, parts, dir }: SelectionCopy, withPictures = true): ExportedArticle {
  const copy = exportedArticle(source, parts);
  const original = webAddress(source.original?.url) ? source.original : null;
  const publisher = original ? original.publisher : copy.publisher;
  const site = publisher ? plainName(publisher) : copy.source && safeHost(copy.source);
  return {
    ...copy,
    dir,
    isSelection: true,
    creditLine: [copy.headline, site].filter(Boolean).join(' · ') || null,
    parts: withPictures ? parts : withoutPictures(parts, 'selection'),
  };
}

/** Longest name of a file, with its ending, in UTF-16 units: at most 255 bytes, which every system takes. */
const MAX_FILE_NAME_CHARS = 80;
/** Joins or parts letters without a sign of its own: Persian needs it, and the library would take it out. */
const NON_JOINER = '\u200C';
/** Stands for it meanwhile. No text has it: it is for private use. */
const STAND_IN = '\uE0C0';

/** What a template makes of the article, as the name of a file that every system takes. */
export function fileName(
  copy: Partial<ExportedArticle>,
  ending: string,
  template: Templates['fileName'] = STANDARD.fileName,
): string {
  const filled = fillLines(template, factsOf(copy)) || (copy.page?.hostname ?? '');
  const name = filled.replaceAll(NON_JOINER, STAND_IN);
  const plain = filenamify(name, { replacement: ' ', maxLength: name.length })
    .replace(/\s+/g, ' ')
    .replace(/^[.! ]+|[. ]+$/g, '');
  // Once more, because what was left out may leave a name that a system keeps for itself.
  const safe = filenamify(`${plain || 'article'}.${ending}`, { replacement: ' ', maxLength: MAX_FILE_NAME_CHARS });
  return safe.replaceAll(STAND_IN, NON_JOINER);
}
