/** Runs in the page: what the likelihood of Blocks is fitted to. */

import { FEATURES, featuresOf } from '../../src/engine/article/likelihood.ts';
import { measurePage } from '../../src/engine/article/measure.ts';
import { chooseRoot } from '../../src/engine/article/root.ts';
import { findArticle } from '../../src/engine/article.ts';
import { readPage } from '../../src/engine/blocks.ts';
import { readMetadata } from '../../src/engine/metadata.ts';

/** The Blocks of a page that the model judges. */
export interface JudgedBlocks {
  readonly texts: readonly string[];
  readonly kinds: readonly string[];
  readonly inRoot: readonly boolean[];
  /** In the order of `FEATURES`. */
  readonly rows: readonly (readonly number[])[];
  /** What was found to be the standfirst: half of the truths count it in. */
  readonly standfirst: string | null;
}

const NONE: JudgedBlocks = { texts: [], kinds: [], inRoot: [], rows: [], standfirst: null };
const SHORT = 1000;

export function measure(url: string): JudgedBlocks {
  const page = readPage(document, url);
  const metadata = readMetadata(document, url);
  const measured = measurePage(page, metadata);
  const root = chooseRoot(measured);
  if (!root) return NONE;
  const all = featuresOf(measured, root);
  const judged = page.blocks.filter(({ kind, box }) => kind !== 'caption' && kind !== 'control' && !box.hidden);
  return {
    texts: judged.map(({ text }) => text),
    kinds: judged.map(({ kind }) => kind),
    inRoot: judged.map(({ index }) => index >= root.first && index < root.end),
    rows: judged.map(({ index }) =>
      [...all.subarray(index * FEATURES.length, (index + 1) * FEATURES.length)].map(
        (value) => Math.round(value * SHORT) / SHORT,
      ),
    ),
    standfirst: findArticle(page, metadata)?.standfirst?.text ?? null,
  };
}
