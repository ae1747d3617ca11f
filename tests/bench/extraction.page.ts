/** Runs in the page: what each extractor takes for the article, how long it took, and what the page says of itself. */
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { analyze, analyzeSteps } from '../../src/engine/analyse.ts';
import { authorsOf, readDetails, statedDate } from '../../src/engine/details.ts';
import { readMicrodata } from '../../src/engine/metadata/microdata.ts';
import { readStatedMetadata } from '../../src/engine/metadata/stated-metadata.ts';
import { readMetadata } from '../../src/engine/metadata.ts';
import { articleText } from '../../src/engine/text.ts';
import type { Analysis } from '../../src/engine/types.ts';
import { linesOf, markupText } from './extraction/markup-text.ts';
import { timed, walk } from './walk.ts';

const RUNS = 5;

export type System = 'cleaned' | 'article' | 'readability' | 'defuddle';

/** Headline, byline and date as the metadata states them. */
export interface Stated {
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  /** Do the page's words name an author? */
  readonly authorShown: boolean;
  readonly published: string | null;
}

/** The same, as the engine finds them with the metadata taken away. */
export interface Found {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly published: string | null;
}

export interface Answer {
  /** Milliseconds of each run. */
  readonly walk: readonly number[];
  readonly times: Readonly<Record<System, number[]>>;
  readonly texts: Readonly<Record<System, string>>;
  readonly stated: Stated;
  readonly found: Found;
}

/** One run of ours: up to the article, and up to the Clutter that is not counted as its text. */
function ours(url: string, article: number[], cleaned: number[]): Analysis {
  const start = performance.now();
  const slices = analyzeSteps(document, url);
  for (;;) {
    const step = slices.next();
    if (step.value === 'article') article.push(performance.now() - start);
    if (!step.done) continue;
    cleaned.push(performance.now() - start);
    return step.value;
  }
}

/** The page without what it says of itself outside its body; the title stays, which any page has. */
function withoutMetadata(): Document {
  const copy = document.cloneNode(true) as Document;
  for (const element of copy.querySelectorAll('meta, script, link')) element.remove();
  for (const element of copy.querySelectorAll('[itemprop]')) element.removeAttribute('itemprop');
  return copy;
}

function statedBy(url: string, documentTitle: string): Stated {
  const metadata = readMetadata(document, url);
  const microdata = readMicrodata(document);
  const authors = authorsOf(metadata, microdata);
  const said = linesOf(document, url).toLowerCase();
  return {
    titles: metadata.titles.filter((title) => title !== documentTitle),
    authors,
    authorShown: authors.some((author) => said.includes(author.toLowerCase())),
    published: statedDate(readStatedMetadata(document), microdata),
  };
}

/** The walk first, all of its runs, then each extractor with all of its runs. */
export function measure(url: string): Answer {
  const walks: number[] = [];
  const times: Record<System, number[]> = { cleaned: [], article: [], readability: [], defuddle: [] };
  for (let run = 0; run < RUNS; run++) timed(walks, () => walk());
  let analysis = ours(url, times.article, times.cleaned);
  for (let run = 1; run < RUNS; run++) analysis = ours(url, times.article, times.cleaned);
  let readable: string | null | undefined;
  for (let run = 0; run < RUNS; run++)
    readable = timed(times.readability, () => new Readability(document.cloneNode(true) as Document).parse()?.content);
  let defuddled: string | undefined;
  for (let run = 0; run < RUNS; run++)
    defuddled = timed(times.defuddle, () => new Defuddle(document, { url }).parse().content);
  const bare = analyze(withoutMetadata(), url);
  const { article } = bare;
  const details = readDetails(bare);
  return {
    walk: walks,
    times,
    texts: {
      cleaned: articleText(analysis),
      article: analysis.article?.body.map(({ text }) => text).join('\n') ?? '',
      readability: markupText(readable, url),
      defuddle: markupText(defuddled, url),
    },
    stated: statedBy(url, document.title.trim()),
    found: {
      headline: article?.headline ?? null,
      byline: details.byline,
      published: article && details.published,
    },
  };
}
