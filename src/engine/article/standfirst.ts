import { alphanumericKey } from '../alphanumeric-key.ts';
import { commonBox, upwards } from '../boxes.ts';
import { SENTENCE_END } from '../sentence-end.ts';
import { diceSimilarity } from '../similarity.ts';
import type { Block, Page } from '../types.ts';
import { STANDFIRST_WORDS } from '../vocabulary.ts';
import { isByline } from './byline.ts';
import type { BlockLabel } from './label-passes.ts';
import { litterIn } from './litter.ts';
import { sizeOf } from './measure.ts';

/** Less text is a label: a section, a count of comments. Characters of Latin script. */
const MIN_STANDFIRST_SIZE = 40;
/** A longer Block is a paragraph. UTF-16 units. */
const MAX_STANDFIRST_CHARS = 500;
/** A Block with a greater share of its text in links leads elsewhere. */
const MAX_LINK_SHARE = 0.2;
/** So like the headline, a text says it again. */
const MIN_LIKENESS = 0.8;

/** What other rules left out for its place or its class words. What they left out for what it is stays out. */
const OPEN_LABELS: ReadonlySet<BlockLabel | undefined> = new Set([undefined, 'outside', 'inset', 'short', 'related']);
const REGION_TAGS = /^(?:nav|footer|form|figure|menu|dialog|ul|ol|table)$/;

/** What speaks for a Block as the standfirst, best first. */
type Ground = 'marked' | 'sentence' | 'heading';
const GROUNDS: readonly Ground[] = ['marked', 'sentence', 'heading'];

/**
 * The editor's own summary: a sentence or two between headline and body, in a Box that is no list, no figure and no other
 * region of the page. Fixture: standfirst.
 *
 * @param titles of the page: what repeats one of them is no standfirst
 * @param labels by Block index, as far as they are known
 */
export function findStandfirst(
  { blocks }: Page,
  titles: readonly string[],
  headline: Block | null,
  body: readonly Block[],
  labels: readonly (BlockLabel | undefined)[],
): Block | null {
  const first = body[0];
  if (!headline || !first || headline.index > first.index) return null;
  const keys = [headline.text, ...titles].map(alphanumericKey).filter((key) => key !== '');
  const groundOf = (block: Block): Ground | null => {
    const { kind, box, text, length, linkLength, index } = block;
    if (kind !== 'heading' && kind !== 'paragraph') return null;
    if (box.hidden || length > MAX_STANDFIRST_CHARS || sizeOf(block) < MIN_STANDFIRST_SIZE) return null;
    if (linkLength > MAX_LINK_SHARE * length || !OPEN_LABELS.has(labels[index]) || isByline(block)) return null;
    const around = commonBox(headline.box, box);
    let isMarked = false;
    for (const up of upwards(box)) {
      if (up === around) break;
      if (REGION_TAGS.test(up.tag)) return null;
      isMarked ||= STANDFIRST_WORDS.test(up.words);
      if (!isMarked && litterIn(up.words)) return null;
    }
    const own = alphanumericKey(text);
    const repeats = (key: string) => own.includes(key) || key.includes(own) || diceSimilarity(key, own) >= MIN_LIKENESS;
    if (keys.some(repeats)) return null;
    return isMarked ? 'marked' : SENTENCE_END.test(text) ? 'sentence' : kind === 'heading' ? 'heading' : null;
  };
  const found = blocks.slice(headline.index + 1, first.index).map((block) => ({ block, ground: groundOf(block) }));
  for (const wanted of GROUNDS) {
    const best = found.find(({ ground }) => ground === wanted);
    if (best) return best.block;
  }
  return null;
}
