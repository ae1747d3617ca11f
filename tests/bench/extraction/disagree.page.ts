/** Runs in the page: the Blocks about which the likelihood and a rule disagree. */
import { articleLikelihood } from '../../../src/engine/article/likelihood.ts';
import { findArticle } from '../../../src/engine/article.ts';
import { readPage } from '../../../src/engine/blocks.ts';
import { readMetadata } from '../../../src/engine/metadata.ts';

/** So sure the likelihood is of the contrary. */
const [UNLIKELY, LIKELY] = [0.05, 0.9];
/** Shorter Blocks are not listed. */
const MIN_CHARS = 60;

/** A Block, what the rules took it for, and how likely it is to be article. */
export interface Dispute {
  readonly rule: string;
  readonly likelihood: number;
  readonly text: string;
}

export function measure(url: string): Dispute[] {
  const page = readPage(document, url);
  const article = findArticle(page, readMetadata(document, url));
  if (!article) return [];
  return page.blocks.flatMap((block) => {
    const { index, text, length, box } = block;
    const rule = block === article.standfirst ? 'standfirst' : (article.labels[index] ?? 'beyond the root');
    const likelihood = articleLikelihood(article, block);
    const isTaken = rule === 'body' || rule === 'standfirst';
    const isDisputed = isTaken ? likelihood <= UNLIKELY : likelihood >= LIKELY;
    return isDisputed && length >= MIN_CHARS && !box.hidden ? [{ rule, likelihood, text }] : [];
  });
}
