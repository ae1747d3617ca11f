import { findAll, findFirst } from '../dom.ts';
import type { Block, Box } from '../types.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { labelBefore } from './grow.ts';
import { isSaid, type Line } from './lines.ts';
import { isRowTo } from './row.ts';
import { part } from './words.ts';

/** Rows of buttons for sharing and liking. */
export default { kind: 'share', find } satisfies Kind;

const WORDS = part(
  /shar(?:e|ing)\w*|soc(?:i(?:al|able)\w*)?|addt(?:his|oany)\w*|a2a|heateor\w*|like(?:s|box|button)?|reactions?|teilen|partager|comparti\w*|condividi|paylas\w*|bagikan/,
);
/** Addresses that open a form for sharing. */
const SHARERS =
  /\/(?:shar(?:e|ing)[\w-]*|intent)[/?.]\S*=|[?&]share=|dialog\/feed|home\?status|wa\.me\/\?|whatsapp\S+send|pin\/create|reddit\.com\/submit|submitlink|connect\.ok\.ru|viber:|R\/msg|lineit|getpocket\.com|hatena\.ne|bookmarklet|mailto:\?|addt(?:oany|his)\.com|sharethis\.com|xing\.com\/(?:spi|app)/i;
/** Where a house has pages of its own elsewhere. */
export const NETWORKS =
  /facebook\.|twitter\.|\/\/x\.com|instagram\.|youtube\.|linkedin\.|pinterest\.|t\.me\/|whatsapp|vk\.com|ok\.ru|tiktok\./i;
/** Addresses of buttons, some of which have none. */
const SOCIAL = new RegExp(`${SHARERS.source}|${NETWORKS.source}|^#|^javascript:|^mailto:|print`, 'i');
/** Buttons and icons without an address. A player or a drawing is none. */
const BUTTONS =
  'button,.button,amp-social-share,iframe[src*=like],iframe[src*=share],iframe[src*=button],svg:not(:has(text))';
const LONGEST = 700;

function* find(context: Context): Iterable<Found> {
  const { phrases } = context;
  const belongs = (text: string) => phrases.is('share', text);
  const isUnnamed = (box: Box) => isRowTo(SHARERS, box) && !context.blocksOf(box).some(({ text }) => STOP.test(text));
  for (const box of context.regions(WORDS, (box) => isUnnamed(box) || isRow(context, box), isUnnamed))
    yield { boxes: [box], lines: labelBefore(context, box, belongs) };
  for (const lines of runs(context)) yield { lines };
}

/** A name, a number, a word or two on a button. */
const LABEL = 40;
/** Kinds of Blocks that name things. */
const NAMING = /item|cell|caption/;
/** When, who: the article's, although it stands in a row with the buttons. */
const CREDITS = 'time,[rel=author],[class*=byline],[class*=author],[class*=date],[itemprop]';
const STOP = /[.!?。！？](?!\d)/;
const DATE = /\d{1,4}[-./:\s]\d{1,2}|(?:19|20)\d{2}/;

/** Buttons and their names only: nothing that is said, no byline, no menu. */
function isRow(context: Context, box: Box): boolean {
  if (box.length > LONGEST) return false;
  const { phrases } = context;
  const blocks = context.blocksOf(box);
  const button = ({ text }: Block) => phrases.is('share', text) || phrases.is('networks', text);
  // Each link a name, and beside them no more than a label.
  const names = (block: Block) =>
    block.length - block.linkLength <= LABEL &&
    (block.linkLength <= LABEL * block.links.length || shares(block)) &&
    !DATE.test(block.text);
  if (!blocks.every((block) => button(block) || names(block))) return false;
  const { element } = box;
  if (findFirst(element, CREDITS)) return false;
  const links = findAll(element, 'a[href]');
  if (links.length === 0) return blocks.some(button) || findFirst(element, BUTTONS) !== null;
  const social = links.filter((link) => SOCIAL.test(link.getAttribute('href') ?? ''));
  // A lone picture with a link may be what is shown there.
  if (blocks.length === 0 && links.length === 1) return shares({ links: social, text: '' });
  return 2 * social.length >= links.length || (links.length < 12 && blocks.some(button));
}

/** Links that each open a form for sharing. A quotation with a link to post it is the article's. */
const shares = ({ links, text }: { readonly links: readonly Element[]; readonly text: string }) =>
  links.length > 0 && !STOP.test(text) && links.every((link) => SHARERS.test(link.getAttribute('href') ?? ''));

/** A word alone may be one of a list, of a poem, below a picture. */
const isMeant = ({ block, links, text }: Line) => links.length > 0 || (text === block.text && !NAMING.test(block.kind));

/** Lines one after another that ask to share, or link a form for it; and the label before them. */
function runs({ lines, isFree, heads, phrases }: Context): Line[][] {
  const asks = ({ block, text }: Line) =>
    !heads(block) && !isSaid(text) && !/[.!]$/.test(text.replace(/(?:\.{3}|…)$/, '')) && phrases.is('share', text);
  const links = (line: Line) => {
    const [length, count] = [line.text.length, line.links.length];
    const isRow = line.linkLength > 0.7 * length || (count > 1 && length - line.linkLength <= LABEL);
    return length <= 2 * LABEL * count && isRow && shares(line);
  };
  const isStrong = (line: Line) => line.text.length < 160 && (asks(line) || links(line));
  const isNamed = ({ text, linkLength }: Line, open: readonly Line[]) =>
    text.length < 24 && (linkLength > 0 || open.length > 0) && phrases.is('networks', text);
  const isLabel = (line: Line | undefined): line is Line =>
    !!line && line.text.length <= LABEL && line.linkLength === 0 && /[:：]$/.test(line.text) && isFree(line);
  const found: Line[][] = [[]];
  for (const [i, line] of lines.entries()) {
    const run = found.at(-1) as Line[];
    if (isFree(line) && (isStrong(line) || isNamed(line, run))) {
      const before = lines[i - 1];
      if (run.length === 0 && links(line) && isLabel(before)) run.push(before);
      run.push(line);
    } else if (run.length > 0) found.push([]);
  }
  return found.filter((run) => run.some((line) => isStrong(line) && (run.length > 1 || isMeant(line))));
}
