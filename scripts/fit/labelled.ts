import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findArticle } from '../../src/engine/article.ts';
import { inOneGo, readPage } from '../../src/engine/blocks.ts';
import { untracked } from '../../src/engine/details.ts';
import { readMetadata } from '../../src/engine/metadata.ts';
import { callsForALook } from '../../src/engine/repost/glance.ts';
import { looking } from '../../src/engine/repost/judge.ts';
import { originalOf } from '../../src/engine/repost/original.ts';
import type { Original } from '../../src/engine/types.ts';
import { openPage } from '../analyse/pages.ts';

/** What a page is labelled; `none` is an original post. */
export type Label = 'repost' | 'syndicated' | 'none' | 'not-article';

/** Template of publishers' own pages. */
export const PUBLISHER = 'publisher';

/** A labelled page and what the Signals saw on it. */
export interface Labelled {
  readonly id: string;
  readonly label: Label;
  /** Pages of one template, or of one language, are left out together. */
  readonly template: string;
  readonly language: string;
  readonly ambiguous: boolean;
  /** `null` where it is not stated. */
  readonly originalUrl: string | null;
  /** Ids of the Signals; `null` where no article was found. */
  readonly signals: readonly string[] | null;
  readonly original: Original | null;
  /** In a browser the page would be looked at: see glance.ts. */
  readonly lookedAt: boolean;
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

type Expected = Pick<Labelled, 'id' | 'label' | 'template' | 'language' | 'ambiguous' | 'originalUrl'>;

/** Runs the engine up to the Signals over one page. */
function seen(file: string, url: string, expected: Expected): Labelled {
  const dom = openPage({ file, url });
  try {
    const { document } = dom.window;
    const start = performance.now();
    const page = readPage(document, url);
    const afterBlocks = performance.now();
    const metadata = readMetadata(document, url);
    const article = findArticle(page, metadata);
    const beforeVerdict = performance.now();
    const looked = article && inOneGo(looking(page, metadata, article));
    const original = looked && originalOf(looked.named, 'repost');
    const verdict = performance.now() - beforeVerdict;
    return {
      ...expected,
      signals: looked && [...looked.sightings.keys()],
      original: original && untracked(original),
      lookedAt: callsForALook(document, url),
      blocks: afterBlocks - start,
      verdict,
    };
  } finally {
    dom.window.close();
  }
}

/** Pages with a stated Verdict: `truth.json` beside them. */
export function readCorpus(folder: string): Labelled[] {
  const truths: Truth[] = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
  return truths.map(({ id, file, url, lang, template, verdictExpected, ambiguous, originalUrl }) =>
    seen(join(folder, file), url, {
      id,
      label: verdictExpected === 'original' ? 'none' : verdictExpected,
      template,
      language: lang,
      ambiguous,
      originalUrl,
    }),
  );
}

/** Publishers' own pages: no reposts among them, though some may be syndicated, so only that is known. */
export function readPublishers(folder: string): Labelled[] {
  const truths: Record<string, { url: string }> = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8'));
  return Object.entries(truths).flatMap(([id, { url }]) => {
    const file = join(folder, 'dev', `${id}.html.gz`);
    if (!existsSync(file)) return [];
    const expected = { id, label: 'none', template: PUBLISHER, language: PUBLISHER, ambiguous: false } as const;
    return [seen(file, url, { ...expected, originalUrl: null })];
  });
}
