import { closest, holds } from '../dom.ts';
import { foldedText } from '../fold.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { isSaid, type Line } from './lines.ts';

/** Words of another page's interface that were copied along: "Skip to: Start of article". */
export default { kind: 'scraped-ui', find } satisfies Kind;

const LONGEST = 160;
/** "Image source, said the archivist, is a matter of law." */
const SENTENCE = /,.*,.*\.$/;
/** What makes the text larger and smaller, and a player's clock before it starts: the same in every language. */
const WORDLESS = /^[^.!?]{0,30}\bA ?-[ |]?(?:A[ |]?)?A ?\+$|^[^.!?\d]{0,40}0?0:00 ?\/ ?\d?\d:\d\d$/;
/** A label that says how long the page takes to read, and what has it translated. */
const NAMED = '[class*=reading-time],[class*=read-time],[class*=gtranslate],[class*=google_translate]';
const LABEL = 60;

function find({ lines, isFree, phrases, taken, article }: Context): Found[] {
  const isNamed = ({ text, block, nodes: [node] }: Line) => {
    const named = text.length <= LABEL && node?.parentElement && closest(node.parentElement, NAMED);
    if (!named || !foldedText(named).startsWith(text)) return false;
    // Around the article it says something of the theme.
    return !article.body.some((other) => other !== block && holds(named, other.box.element));
  };
  const isScraped = (line: Line) => {
    const { text, block } = line;
    if (text.length > LONGEST || block.kind === 'heading' || block.kind === 'caption' || isSaid(text)) return false;
    const isKnown = (phrases.is('scraped', text) && !SENTENCE.test(text)) || WORDLESS.test(text) || isNamed(line);
    return isKnown && isFree(line);
  };
  const isTool = (line: Line) => isScraped(line) || taken.blocks.has(line.block) || phrases.is('share', line.text);
  // One of the words alone may be an entry of the article's list.
  const listed = ({ block }: Line) => (block.kind === 'item' ? block.box.parent : null);
  const kept = new Set(lines.filter((line) => listed(line) && !isTool(line)).map(listed));
  return lines.filter((line) => isScraped(line) && !kept.has(listed(line))).map((line) => ({ lines: [line] }));
}
