/**
 * What is remembered of an article. A file of its own, which the background injects beside the content script when the
 * reader wants articles to be remembered: no page load pays for it.
 */

import { readDetails } from '../engine/details.ts';
import { read } from '../engine/dom.ts';
import { rememberFor } from '../engine/remember.ts';
import { withoutTracking } from '../engine/repost/tracking.ts';
import { articleText } from '../engine/text.ts';
import type { Analysis } from '../engine/types.ts';
import type { Meeting } from '../messages.ts';
import { sketching } from '../sketch/sketch.ts';
import { here } from './here.ts';

/** How long the content script is waited for. Milliseconds. */
const PATIENCE = { tries: 30, pause: 100 };
/** A page that is never idle is sketched all the same after this, with pauses for the page. Milliseconds. */
const LATEST = 1000;
const PAUSE = 20;
/** What has to be left of an idle time to go on in it. Milliseconds. */
const LEAST_IDLE = 2;

/** The isolated world, where no page sees it. */
const world = globalThis as { cleanCopyMeeting?: () => Promise<Meeting | null> };

const idle = (timeout: number) => new Promise<IdleDeadline>((resolve) => requestIdleCallback(resolve, { timeout }));
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What the content script found on this page, once it has seen all of it. */
async function found(): Promise<Analysis | null> {
  for (let tries = 0; tries < PATIENCE.tries; tries++) {
    const cleaner = here()?.cleaner;
    if (!cleaner) return null;
    cleaner.inform();
    if (!cleaner.standing.loading && cleaner.analysis?.page.url === read(document, 'URL')) return cleaner.analysis;
    await sleep(PATIENCE.pause);
  }
  return null;
}

/** Works in the page's idle times, as long as it has any. */
async function inIdleTime<T>(work: Generator<undefined, T>): Promise<T> {
  const latest = performance.now() + LATEST;
  for (;;) {
    const deadline = await idle(Math.max(PAUSE, latest - performance.now()));
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (deadline.timeRemaining() > LEAST_IDLE);
  }
}

async function meetingOf(analysis: Analysis): Promise<Meeting | null> {
  const { article, metadata, verdict, page } = analysis;
  if (!article || verdict.kind === 'not-article') return null;
  await idle(LATEST);
  const sketch = await inIdleTime(sketching(articleText(analysis)));
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
const meetingFor = rememberFor(meetingOf);

world.cleanCopyMeeting = async () => {
  const analysis = await found();
  return analysis && meetingFor(analysis);
};
