import { findFirst } from '../dom.ts';
import type { Box } from '../types.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { withAbout, withHeading } from './grow.ts';
import { isSaid } from './lines.ts';
import { isRowTo } from './row.ts';
import { NETWORKS } from './share.ts';
import { part } from './words.ts';

/** Newsletter forms, app and follow-us boxes. */
export default { kind: 'newsletter', find } satisfies Kind;

const WORDS = part(
  /newsletter\w*|subscri(?:be|ption)\w*|sign-?up\w*|follow-?(?:us|box|buttons?)|app-?(?:promo|download|banner|store)|get-?(?:the|our)-app|boletin|infolettre|rundbrief|bulten|push-?(?:prompt|notification\w*)/,
);
const LONGEST = 900;
/** Badges of the houses that apps come from. */
const APPS = /play\.google\.com\/store|(?:apps|itunes)\.apple\.com/;
/** What such a line says beside the phrase and its links. */
const MOST_BESIDE = 60;

function* find(context: Context): Iterable<Found> {
  const { phrases, lines, isFree } = context;
  const belongs = (text: string) => phrases.is('newsletter', text);
  const isUnnamed = (box: Box) =>
    isSignUp(box) ||
    isRowTo(APPS, box) ||
    (isRowTo(NETWORKS, box) && context.blocksOf(box).some(({ text }) => belongs(text)));
  const isAsked = (box: Box) => box.length < LONGEST && (box.first < box.end || isUnnamed(box));
  for (const box of context.regions(WORDS, isAsked, isUnnamed))
    yield { boxes: [withAbout(context, box, belongs)], lines: withHeading(context, box, belongs) };
  for (const line of lines) {
    const { text, block, links, linkLength } = line;
    if (text.length >= 240 || block.kind === 'heading' || isSaid(text) || !isFree(line)) continue;
    const head = phrases.begins('newsletter', text);
    const rest = text.slice(head?.end);
    // A sentence that only begins like it goes on.
    const isAll = /^(?:[^,،、，;:]{0,24}[.!。！…]|\s?[:：]|[^\p{L}\p{N}]*$)/u.test(rest);
    const isLinked = links.length > 0 && rest.length - linkLength <= MOST_BESIDE && !/^[,،、，;]/.test(rest);
    if (head && (isAll || isLinked)) yield { lines: [line] };
  }
}

/** A form that asks for an e-mail address and nothing much else. */
const isSignUp = ({ element, tag }: Box): boolean =>
  tag === 'form' &&
  findFirst(element, 'input[type=email],input[name*=email i]') !== null &&
  findFirst(element, 'textarea,[type=password],[type=search],[type=file]') === null;
