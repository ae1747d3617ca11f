import { isSpeech, type Line, MIN_PARAGRAPH_CHARS } from '../lines.ts';
import type { ClutterContext, Found, KindFinder } from './types.ts';

/** "Advertisement", "Story continues below": the label of an ad that is not there. Order: fixture clutter/ad-slot-unfilled */
export default { after: ['ad-slot'], find } satisfies KindFinder;

function find(context: ClutterContext): Found[] {
  const { lines, isFree, phrases, article } = context;
  const start = article.body.find(({ kind, length }) => kind === 'paragraph' && length > MIN_PARAGRAPH_CHARS)?.index;
  return lines
    .filter((line, i) => {
      const { text, block, linkLength } = line;
      // A subheading, a table cell or a link may be about advertising.
      if (linkLength > 0 || block.kind !== 'paragraph' || isSpeech(text)) return false;
      if (!phrases.is('advertisement', text) || !isFree(line)) return false;
      // Between the headline and the text it says what the article is. Fixture: clutter/ad-label-disclosed
      if (start !== undefined && block.index < start) return isBesideSlot(context, line);
      // A small letter on the next line shows that this one is the beginning of a sentence.
      if (/^\p{Ll}/u.test(lines[i + 1]?.text ?? '')) return false;
      return !isPaidFor(context, text) || isBesideSlot(context, line);
    })
    .map((line) => ({ lines: [line], reasons: ['wording', 'build'] }));
}

/** "Sponsored", "Paid content": who paid for what. It goes only along with what it labels. Fixture: clutter/ad-label-disclosed */
const isPaidFor = ({ phrases }: ClutterContext, text: string): boolean => phrases.is('paidFor', text);

/** An ad slot that goes stands right before or behind the line. */
function isBesideSlot({ page, claimed }: ClutterContext, { block }: Line): boolean {
  const { index, endBox, parent } = block.box;
  const next = page.boxes[endBox];
  const isSlot = (other: typeof next) =>
    other !== undefined && claimed.boxes.has(other) && (other.parent === parent || other.parent === parent?.parent);
  const before = page.boxes.slice(Math.max(0, index - MAX_BOXES_BEFORE), index).some(isSlot);
  return isSlot(next) || before;
}

/** Boxes before a label among which its slot is looked for: a slot may have a few Boxes inside. */
const MAX_BOXES_BEFORE = 4;
