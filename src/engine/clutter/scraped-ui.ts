import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { isSaid } from './lines.ts';

/** Words of another page's interface that were copied along: "Skip to: Start of article". */
export default { kind: 'scraped-ui', find } satisfies Kind;

const LONGEST = 160;
/** "Image source, said the archivist, is a matter of law." */
const SENTENCE = /,.*,.*\.$/;

function find({ lines, isFree, phrases }: Context): Found[] {
  return lines
    .filter((line) => {
      const { text, block } = line;
      if (text.length > LONGEST || block.kind === 'heading' || block.kind === 'caption') return false;
      return phrases.is('scraped', text) && !isSaid(text) && !SENTENCE.test(text) && isFree(line);
    })
    .map((line) => ({ lines: [line] }));
}
