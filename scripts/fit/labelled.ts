import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { findArticle } from '../../src/engine/article.ts';
import { readPage } from '../../src/engine/blocks.ts';
import { untracked } from '../../src/engine/details.ts';
import { readMetadata } from '../../src/engine/metadata.ts';
import { collectEvidenceSteps } from '../../src/engine/repost/judge.ts';
import { originalOf } from '../../src/engine/repost/original.ts';
import { siteOwner } from '../../src/engine/repost/site-owner.ts';
import { runToCompletion } from '../../src/engine/steps.ts';
import type { Original } from '../../src/engine/types.ts';
import { openPage } from '../analyse/pages.ts';
import { shouldAnalyzeWholePage } from '../analyse/whole-page.ts';

/** What a page is labelled; `none` is an original post. */
export type Label = 'repost' | 'syndicated' | 'none' | 'not-article';

/**
 * Where a page is from: pages that we made after the ways of copying tools; reposts as they are, with pages that look like
 * them; pages of publishers, which are no reposts though some may be syndicated.
 */
export const SETS = ['made', 'real', 'publisher', 'news'] as const;
export type PageSet = (typeof SETS)[number];

/** A labelled page and what the Signals saw on it. */
export interface Labelled {
  readonly id: string;
  readonly label: Label;
  readonly set: PageSet;
  /** Template of a page that we made, owner of a real one's site. Its pages, or those of one language, are left out together. */
  readonly template: string;
  readonly language: string;
  /** People do not agree about it, or nothing on the page tells: it does not count. */
  readonly ambiguous: boolean;
  /** `null` where it is not stated. */
  readonly originalUrl: string | null;
  /** Ids of the Signals; `null` where no article was found. */
  readonly signals: readonly string[] | null;
  readonly original: Original | null;
  /** In a browser the page would be looked at: see prefilter.ts. `null` where nobody asked. */
  readonly lookedAt: boolean | null;
  /** Milliseconds. */
  readonly blocks: number;
  readonly verdict: number;
}

interface Truth {
  readonly id: string;
  readonly file: string;
  readonly url: string;
  readonly lang: string;
  readonly template: string;
  readonly verdictExpected: 'repost' | 'syndicated' | 'original' | 'not-article';
  readonly ambiguous: boolean;
  readonly originalUrl: string | null;
}

type Expected = Pick<Labelled, 'id' | 'set' | 'label' | 'template' | 'language' | 'ambiguous' | 'originalUrl'>;

/** A page that is not read yet. */
interface Listed {
  readonly file: string;
  readonly url: string;
  readonly expected: Expected;
}

/** Runs the engine up to the Signals over one page. */
function seen({ file, url, expected }: Listed, withPrefilter: boolean): Labelled {
  const dom = openPage({ file, url, unstyled: true });
  try {
    const { document } = dom.window;
    const start = performance.now();
    const page = readPage(document, url);
    const afterBlocks = performance.now();
    const metadata = readMetadata(document, url);
    const article = findArticle(page, metadata);
    const beforeVerdict = performance.now();
    const looked = article && runToCompletion(collectEvidenceSteps(page, metadata, article));
    const original = looked && originalOf(looked.named, 'repost');
    const verdict = performance.now() - beforeVerdict;
    return {
      ...expected,
      signals: looked && [...looked.evidence.keys()].map((rule) => rule.id),
      original: original && { ...untracked(original), link: null },
      lookedAt: withPrefilter ? shouldAnalyzeWholePage(document, url) : null,
      blocks: afterBlocks - start,
      verdict,
    };
  } finally {
    dom.window.close();
  }
}

/** Pages with a stated Verdict: `truth.json` beside them. */
function listCorpus(folder: string): Listed[] {
  const truths: Truth[] = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
  return truths.map(({ id, file, url, lang, template, verdictExpected, ambiguous, originalUrl }) => {
    const label = verdictExpected === 'original' ? 'none' : verdictExpected;
    const expected = { id, set: 'made', label, template, language: lang, ambiguous, originalUrl } as const;
    return { file: join(folder, file), url, expected };
  });
}

interface RealTruth {
  readonly file: string;
  readonly url: string;
  readonly lang: string;
  readonly label: 'repost' | 'syndicated' | 'not' | 'ambiguous';
  readonly traceless?: boolean;
}

/** Reposts as they are, and pages that look like them: `truth.jsonl` beside them. Their originals are counted elsewhere. */
function listReal(folder: string): Listed[] {
  const lines = readFileSync(join(folder, 'truth.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { file, url, lang, label, traceless = false }: RealTruth = JSON.parse(line);
    const expected = {
      id: file,
      set: 'real',
      label: label === 'not' || label === 'ambiguous' ? 'none' : label,
      template: siteOwner(new URL(url).hostname),
      language: lang,
      ambiguous: label === 'ambiguous' || traceless,
      originalUrl: null,
    } as const;
    return { file: join(folder, file), url, expected };
  });
}

/** Publishers' own pages. They are left out together, since their languages are not stated. */
const listPublishers = (folder: string): Listed[] =>
  listOrdinary(folder, 'publisher', join(folder, 'ground-truth.json'), join(folder, 'dev'));

/** Articles at their own addresses, from folders with `truth.json` and `pages`. */
function listNews(folder: string): Listed[] {
  const sets = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return sets.flatMap(({ name }) =>
    listOrdinary(folder, 'news', join(folder, name, 'truth.json'), join(folder, name, 'pages')),
  );
}

function listOrdinary(folder: string, set: PageSet, truthFile: string, pages: string): Listed[] {
  const truths: Record<string, { url?: string; type?: string }> = JSON.parse(readFileSync(truthFile, 'utf8'));
  return Object.entries(truths).flatMap(([id, { url, type = 'article' }]) => {
    const file = join(pages, `${id}.html.gz`);
    if (!url || !existsSync(file) || !/article|news/.test(type)) return [];
    const expected = { id: relative(folder, file), set, label: 'none', language: set, ambiguous: false } as const;
    return [{ file, url, expected: { ...expected, template: set, originalUrl: null } }];
  });
}

/** Every labelled page below a folder that is laid out like ours: `corpus`, `reposts`, `extraction` and `news`. */
const listAll = (shared: string): Listed[] => [
  ...listCorpus(join(shared, 'corpus/dev')),
  ...listReal(join(shared, 'reposts')),
  ...listPublishers(join(shared, 'extraction')),
  ...listNews(join(shared, 'news')),
];

/** Pages that one process reads: jsdom gives no memory back. */
const PAGES_PER_PROCESS = 60;

/**
 * Reads them all, in as many processes at once as there are cores.
 *
 * @param withPrefilter ask the prefilter too: in jsdom that takes as long as all else
 * @throws when one of them fails
 */
export async function readAll(shared: string, { withPrefilter = false } = {}): Promise<Labelled[]> {
  const starts = listAll(shared).flatMap((_, i) => (i % PAGES_PER_PROCESS === 0 ? [i] : []));
  const here = fileURLToPath(import.meta.url);
  const parts: Labelled[][] = [];
  const left = starts.entries();
  const work = async () => {
    for (const [part, start] of left) {
      const args = [join(here, '../../quick.mjs'), here, shared, String(start), String(withPrefilter)];
      const { stdout } = await promisify(execFile)(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
      parts[part] = JSON.parse(stdout);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return parts.flat();
}

function main([shared = '', start = '0', withPrefilter]: readonly string[]): void {
  const from = Number(start);
  const pages = listAll(shared).slice(from, from + PAGES_PER_PROCESS);
  console.log(JSON.stringify(pages.map((page) => seen(page, withPrefilter === 'true'))));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
