import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { isSaid } from './lines.ts';

/** "Advertisement", "Story continues below": the label of an ad that is not there. */
export default { kind: 'ad-label', find } satisfies Kind;

const LONGEST = 90;

function find({ lines, isFree, phrases }: Context): Found[] {
  return lines
    .filter(({ text, block, linkLength }, i) => {
      // A subheading, a table cell or a link may be about advertising.
      if (text.length > LONGEST || linkLength > 0) return false;
      // So is a word that the next paragraph goes on from.
      if (/^\p{Ll}/u.test(lines[i + 1]?.text ?? '')) return false;
      return block.kind === 'paragraph' && !isSaid(text) && phrases.is('advertisement', text);
    })
    .filter((line) => isFree(line))
    .map((line) => ({ lines: [line] }));
}
