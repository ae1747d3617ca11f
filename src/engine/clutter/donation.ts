import { charsBesideLinks, type Line } from '../lines.ts';
import type { Block, Box } from '../types.ts';
import { isCopy } from './copy.ts';
import { proseIn } from './last-check.ts';
import { addressOf } from './link-row.ts';
import type { ClutterContext, Found } from './types.ts';

/** Services that take gifts for a site, and a site's own page for them. */
const DONATION_ADDRESSES =
  /paypal\.(?:me\/|com\/(?:donate|paypalme|cgi-bin))|\/\/(?:www\.)?(?:ko-fi|buymeacoffee|patreon|liberapay|tipeee|opencollective|donationalerts|steadyhq)\.com\/|\/\/(?:www\.)?(?:boosty\.to|donorbox\.org|steady\.page|yoomoney\.ru|apoia\.se|saweria\.co|trakteer\.id)\/|[/=-](?:donat(?:e|ion|ions)|support-us|spenden?|faire-un-don|donar|doar)(?:[/?#.]|$)/i;

/** A pitch of a sentence or three, with a heading and a button. Fixture: clutter/newsletter-donation */
const MAX_BOX_CHARS = 400;
const MAX_BOX_BLOCKS = 5;
/** "If you like this," beside the link. A longer line is a sentence with a link in it. */
const MAX_CHARS_BESIDE = 40;

/**
 * In a copy what asks for money: a small box with a link or form to give, and behind the last paragraph a line that is
 * such a link. Whoever copied the article did not write it for that.
 */
export function* donations(context: ClutterContext): Iterable<Found | undefined> {
  if (!isCopy(context)) return;
  const { page, article, lines, isFree, claimed, place } = context;
  const last = article.body.findLast((block) => proseIn([block]) > 0)?.index ?? 0;
  for (let i = article.root.index; i < page.boxes.length; ) {
    const box = page.boxes[i] as Box;
    const isAsked = box.length <= MAX_BOX_CHARS && place(box) !== 'elsewhere' && isPitch(context, box);
    if (isAsked) yield { boxes: [box], reasons: ['wording', 'build'] };
    else yield undefined;
    i = isAsked ? box.endBox : i + 1;
  }
  for (const line of lines)
    if (line.block.index >= last && !claimed.blocks.has(line.block) && isFree(line) && isGiveLine(line))
      yield { lines: [line], reasons: ['wording', 'build'] };
}

const asksForMoney = (link: Element): boolean => DONATION_ADDRESSES.test(addressOf(link));

const isGiveLine = (line: Line): boolean =>
  line.links.length > 0 && charsBesideLinks(line) <= MAX_CHARS_BESIDE && line.links.every(asksForMoney);

/** A few short Blocks of which one is the link, in a Box of their own. */
function isPitch({ blocksOf, claimed, article }: ClutterContext, box: Box): boolean {
  if (box.first === box.end || box.end - box.first > MAX_BOX_BLOCKS || box.media > 1 || box.tag === 'p') return false;
  if (box.first <= (article.body[0]?.index ?? 0)) return false;
  const blocks = blocksOf(box);
  const links = blocks.flatMap((block) => block.links);
  if (links.length === 0 || !links.every(asksForMoney)) return false;
  return blocks.every((block) => !claimed.blocks.has(block) && PITCH_KINDS.test(block.kind)) && blocks.some(isButton);
}

const PITCH_KINDS = /^(?:paragraph|heading|control)$/;
/** The link is all of a Block, or of most of it. */
const isButton = ({ length, linkLength }: Block): boolean => linkLength > 0.5 * length;
