/** Runs in a page of a real browser, which becomes each document in turn. */
import fc from 'fast-check';
import { Hiding } from '../../src/content/hide.ts';
import { outlineOf } from '../../src/content/outline.ts';
import { levelsFrom } from '../../src/content/picker/levels.ts';
import { analyze } from '../../src/engine/analyse.ts';
import { holds, read } from '../../src/engine/dom.ts';
import type { Clutter } from '../../src/engine/types.ts';
import { isNamed } from '../../src/rules/describe.ts';
import { documents } from './documents.ts';
import { HUGE } from './huge.ts';
import { ADDRESS, examine, insist } from './invariants.ts';

/** What became of a batch of documents. */
export interface Batch {
  /** Documents that have an article, and that have clutter: not all are so broken that there is nothing to find. */
  readonly articles: number;
  readonly littered: number;
  /** The smallest document that was found to fail, and how. */
  readonly failure: { readonly html: string; readonly error: string } | null;
}

/** Times the document is repeated to see how the engine's time grows, and how much faster than that it may grow. */
const TIMES = 8;
const SLACK = 4;
/** Of so many documents one is timed. */
const TIMED = 16;
/** ms below which a time says nothing. */
const NOTICEABLE = 100;

const root = () => read(document, 'documentElement');
const htmlOf = () => root()?.outerHTML ?? '';

/** This page becomes the document. Scripts in it do not run, because no parser of this page has seen them. */
function become(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const next = Document.prototype.adoptNode.call(document, read(parsed, 'documentElement'));
  const last = root();
  if (last) Node.prototype.replaceChild.call(document, next, last);
  else Node.prototype.appendChild.call(document, next);
}

/** Hides all that was found in turns, and looks whether the document is what it was in the end. */
function hideAndRestore(clutter: readonly Clutter[]): void {
  const before = htmlOf();
  const hiding = new Hiding(document, 'quartz');
  for (const pieces of [clutter, clutter.slice(1), [], clutter]) hiding.set(pieces);
  hiding.restore();
  insist(htmlOf() === before, 'what was hidden is restored byte for byte');
}

/** What a report and the picker read of a piece. */
function pointAt(piece: Clutter): void {
  insist(outlineOf(piece).startsWith(piece.kind), 'a piece has an outline');
  for (const element of piece.elements)
    insist(
      levelsFrom(element, isNamed).every((level) => holds(level, element)),
      'wider pieces hold the piece',
    );
}

function timeOf(html: string): number {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const start = performance.now();
  void analyze(parsed, ADDRESS).clutter;
  return performance.now() - start;
}

/** Looked at three times before anything is said, because machines stall. */
function growsLinearly(html: string): boolean {
  for (let look = 0; look < 3; look++) {
    const long = timeOf(html.repeat(TIMES));
    if (long < NOTICEABLE || long < timeOf(html) * TIMES * SLACK) return true;
  }
  return false;
}

function check(html: string): Pick<Batch, 'articles' | 'littered'> {
  become(html);
  const before = htmlOf();
  const { article, clutter } = examine(document);
  insist(htmlOf() === before, 'the document is left as it is');
  hideAndRestore(clutter);
  for (const piece of clutter) pointAt(piece);
  if (html.length % TIMED === 0) insist(growsLinearly(html), 'the time grows as the document does');
  return { articles: article ? 1 : 0, littered: clutter.length > 0 ? 1 : 0 };
}

/** Looks at so many documents, the same ones for the same seed. */
export function batch(seed: number, runs: number): Batch {
  const home = root();
  const counts = { articles: 0, littered: 0 };
  const outcome = fc.check(
    fc.property(documents, (html) => {
      const { articles, littered } = check(html);
      counts.articles += articles;
      counts.littered += littered;
    }),
    { seed, numRuns: runs },
  );
  if (home) Node.prototype.replaceChild.call(document, home, root() as Element);
  const [html] = outcome.counterexample ?? [];
  const error = String(outcome.errorInstance ?? 'failed');
  return { ...counts, failure: outcome.failed ? { html: html ?? '', error } : null };
}

/** One document, such as one that failed once. @returns what is wrong with it, or `null` */
export function one(html: string): string | null {
  return wrongWith(() => check(html));
}

/** One of {@link HUGE} at its full size. @returns what is wrong with it, or `null` */
export function huge(name: string): string | null {
  const { full, check } = HUGE.find((one) => one.name === name) as (typeof HUGE)[number];
  return wrongWith(() => check(full, (html) => new DOMParser().parseFromString(html, 'text/html')));
}

function wrongWith(look: () => unknown): string | null {
  try {
    look();
    return null;
  } catch (error) {
    return String(error);
  }
}
