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
    .filter(({ text }) => text.length <= LONGEST && !SENTENCE.test(text) && !isSaid(text))
    .filter(({ block }) => block.kind !== 'heading' && block.kind !== 'caption')
    .filter((line) => phrases.is('scraped', line.text) && isFree(line))
    .map((line) => ({ lines: [line] }));
}
