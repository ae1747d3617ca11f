import { attribute, closest, findFirst } from '../dom.ts';
import { foldedText } from '../fold.ts';
import type { Block, Box } from '../types.ts';
import type { Context, Found } from './context.ts';
import { within } from './cut.ts';
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
/** Where one follows a house, whatever the link says. */
const CHANNELS = /news\.google\.[^/]+\/publications\/|whatsapp\.com\/\w|\/t\.me\/[+\w]+\/?$/;
/** Behind a phrase: a sentence's end, a channel's name at the end of the line, or a list of them, or nothing. */
const ENDS =
  /^(?:[^,،、，;:]{0,24}(?:[.!。！…]|(?:google|whatsapp|telegram|facebook|instagram)[^,.]{0,24}$)|\s?[:：]|[^\p{L}\p{N}]*$)/iu;
/** What such a line says beside the phrase and its links. */
const MOST_BESIDE = 60;

function* find(context: Context): Iterable<Found> {
  const { phrases, lines, isFree } = context;
  const belongs = (text: string) => phrases.is('newsletter', text);
  const begins = (text: string) => phrases.begins('newsletter', text);
  const isUnnamed = (box: Box) =>
    isSignUp(box) ||
    isRowTo(APPS, box) ||
    (isRowTo(NETWORKS, box) && context.blocksOf(box).some(({ text }) => belongs(text)));
  const isAsked = (box: Box) => box.length < LONGEST && (box.first < box.end || isUnnamed(box));
  for (const box of context.regions(WORDS, isAsked, isUnnamed))
    yield { boxes: [withAbout(context, box, (text) => !!begins(text))], lines: withHeading(context, box, belongs) };
  for (const block of context.page.blocks.slice(context.article.root.first)) {
    const box = block.length <= HEAD && !context.taken.blocks.has(block) && asking(context, block, begins);
    if (box) yield { boxes: [box] };
  }
  for (const line of lines) {
    const { text, block, links, linkLength } = line;
    if (text.length >= 240 || block.kind === 'heading' || isSaid(text) || !isFree(line)) continue;
    const head = begins(text);
    const rest = text.slice(head?.end);
    // A sentence that only begins like it goes on.
    const isLinked = links.length > 0 && rest.length - linkLength <= MOST_BESIDE && !/^[,،、，;]/.test(rest);
    const isChannel = (link: Element) => CHANNELS.test(attribute(link, 'href') ?? '');
    const isAll = head ? ENDS.test(rest) || isLinked : linkLength > 0.9 * text.length && links.every(isChannel);
    if (isAll) yield { lines: [line] };
  }
}

/** What heads a box is no longer than this; its button or link neither, nor the words between them. */
const [HEAD, BUTTON, PITCH] = [80, 30, 200];

/** The Box that has nothing but what heads it, a sentence or two and a button or a link to sign up. */
function asking(
  { page, blocksOf, holdsArticle, place, article }: Context,
  head: Block,
  begins: (text: string) => unknown,
): Box | null {
  for (let up = head.box.parent; up && up.first === head.index; up = up.parent) {
    const [count, last] = [up.end - up.first, page.blocks[up.end - 1] as Block];
    if (count > 4 || up.length > HEAD + PITCH || up.media > 0 || within(article.root, up)) return null;
    if (count < 2 || last.length > BUTTON || place(up) === 'elsewhere') continue;
    const hasButton = isButton(last);
    if (!hasButton && last.linkLength < last.length) continue;
    if (!begins(head.text) && !(hasButton && blocksOf(up).some(({ text }) => MAIL.test(text)))) continue;
    // A part of the article has a subheading and no button, and may be a list.
    if (head.kind !== 'heading' || !holdsArticle(up) || hasButton)
      return blocksOf(up).some(({ kind }) => kind === 'item') ? null : up;
  }
  return null;
}

/** What such a box speaks of, whatever it says. */
const MAIL = /newsletter|mail\b|inbox|postfach|nyhe[td]sbrev/i;

const isButton = ({ nodes: [node], text }: Block): boolean => {
  const button = node?.parentElement && closest(node.parentElement, 'button,[class*=button]');
  return !!button && foldedText(button) === text;
};

/** A form that asks for an e-mail address and nothing much else. */
const isSignUp = ({ element, tag }: Box): boolean =>
  tag === 'form' &&
  findFirst(element, 'input[type=email],input[name*=email i]') !== null &&
  findFirst(element, 'textarea,[type=password],[type=search],[type=file]') === null;
