import { litterIn } from '../article/words.ts';
import type { Analysis, Block } from '../types.ts';
import { repeats } from './likeness.ts';
import { ENDS } from './score.ts';
import { stemsOf, wordsOf } from './words.ts';

/** So many Blocks below the headline are looked at. */
const REACH = 6;
/** Fewer words are a label: a section, a count of comments. */
const FEWEST_WORDS = 6;
/** UTF-16 units; more is a paragraph. */
const LONGEST = 500;

/** Class and id words. */
const NAMED = /standfirst|dec?k(?![a-z])|sub-?(?:line|head|title)|summary|abstract|excerpt|intro|le(?:de|ad)(?![a-z])/;

/** Under a headline, in the words of whoever wrote it. */
const isStandfirst = ({ kind, box, text, length, linkLength }: Block) =>
  (kind === 'heading' || kind === 'paragraph') &&
  !box.hidden &&
  linkLength === 0 &&
  length <= LONGEST &&
  !litterIn(box.words) &&
  (kind === 'heading' || NAMED.test(box.words) || ENDS.test(text));

/**
 * What stands between headline and body and says in a sentence or two what the article is about: the editor's own
 * summary. The first Block there that says anything decides: what comes after a byline or a picture is none.
 */
export function standfirstOf({ page, article }: Analysis): string | null {
  const [headline, first] = [article?.headlineBlock, article?.body[0]];
  if (!headline || !first) return null;
  const told = [stemsOf(headline.text)];
  for (const block of page.blocks.slice(headline.index + 1, Math.min(first.index, headline.index + 1 + REACH))) {
    const short = wordsOf(block.text).length < FEWEST_WORDS;
    if (!short && !repeats(stemsOf(block.text), told)) return isStandfirst(block) ? block.text : null;
  }
  return null;
}
