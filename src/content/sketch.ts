/**
 * What is remembered of an article. A file of its own, which the background injects beside the content script when the
 * reader wants articles to be remembered: no page load pays for it.
 */

import { readDetails } from '../engine/details.ts';
import { read } from '../engine/dom.ts';
import { memoizeWeak } from '../engine/memoize.ts';
import { withoutTracking } from '../engine/repost/tracking.ts';
import { articleText } from '../engine/text.ts';
import type { Analysis } from '../engine/types.ts';
import type { Meeting } from '../messages.ts';
import { sketchSteps } from '../sketch/sketch.ts';
import { IdleWork } from './idle.ts';
import { runningScript } from './running.ts';

/** How long the content script is waited for, and how often it is asked meanwhile. */
const ANALYSIS_TIMEOUT_MS = 3000;
const ANALYSIS_PAUSE_MS = 100;

/** The isolated world, where no page sees it. */
const world = globalThis as { cleanCopyMeeting?: () => Promise<Meeting | null> };

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What the content script found on this page, once it has seen all of it. */
async function found(): Promise<Analysis | null> {
  for (let waited = 0; waited < ANALYSIS_TIMEOUT_MS; waited += ANALYSIS_PAUSE_MS) {
    const cleaner = runningScript()?.cleaner;
    if (!cleaner) return null;
    cleaner.ensureAnalysis();
    if (!cleaner.standing.loading && cleaner.analysis?.page.url === read(document, 'URL')) return cleaner.analysis;
    await sleep(ANALYSIS_PAUSE_MS);
  }
  return null;
}

const inIdleTime = <T>(work: Generator<unknown, T>): Promise<T> =>
  new Promise((resolve) => new IdleWork().start(work, resolve));

function* sketchOf(analysis: Analysis) {
  return yield* sketchSteps(articleText(analysis));
}

async function meetingOf(analysis: Analysis): Promise<Meeting | null> {
  const { article, metadata, verdict, page } = analysis;
  if (!article || verdict.kind === 'not-article') return null;
  const sketch = await inIdleTime(sketchOf(analysis));
  if (!sketch) return null;
  const { original, published } = readDetails(analysis);
  const url = withoutTracking(new URL(page.url));
  url.hash = '';
  return {
    met: {
      url: url.href,
      title: article.headline ?? metadata.title ?? '',
      language: article.language,
      published,
      verdict: verdict.kind,
      original: original && { url: original.url, publisher: original.publisher },
    },
    sketch: { size: sketch.size, bits: [...sketch.bits] },
  };
}

/** Made once for each Analysis. */
const meetingFor = memoizeWeak(meetingOf);

world.cleanCopyMeeting = async () => {
  const analysis = await found();
  return analysis && meetingFor(analysis);
};
