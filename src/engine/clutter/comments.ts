import { closest, findAll } from '../dom.ts';
import { type Line, linesOf } from '../lines.ts';
import type { Block, Box } from '../types.ts';
import { COMMENT_SERVICE_WORDS, COMMENTS_WORDS } from '../vocabulary.ts';
import { headingBefore } from './heading.ts';
import { holdsProse } from './last-check.ts';
import type { ClutterContext, Found, KindFinder } from './types.ts';

/** What readers wrote below the article, and the boxes of comment services. Order: fixture clutter/comment-form */
export default { after: ['comment-form'], find } satisfies KindFinder;

function* find(context: ClutterContext): Iterable<Found | undefined> {
  const { page, article, phrases, claimed, place } = context;
  if (context.isOthersWords) return;
  const isAboutComments = (text: string) => phrases.is('comments', text);
  const last = article.body.at(-1)?.index ?? 0;
  const isBelow = (box: Box) => box.end > last && (box.first < box.end || box.media > 0 || holdsService(context, box));
  const isFilled = (box: Box) => isBelow(box) && isThread(context, box, isAboutComments);
  for (const box of context.regions(COMMENTS_WORDS, isFilled, isCommentElement)) {
    if (!box) {
      yield undefined;
      continue;
    }
    const rest = withoutClaimed(context, box);
    const lines = [...headingBefore(context, box, isAboutComments), ...rest.lines];
    if (rest.boxes.length + lines.length > 0) yield { boxes: rest.boxes, lines, reasons: ['name', 'build'] };
  }
  for (const block of page.blocks.slice(article.root.end)) {
    const isHeading = block.kind === 'heading' && isAboutComments(block.text);
    if (isHeading && !claimed.blocks.has(block) && place(block.box) !== 'elsewhere')
      yield { lines: linesOf(block), reasons: ['wording', 'build'] };
  }
}

/** What only a comment has: its own name, where it can be answered. */
const COMMENT_PARTS =
  '[class*=reply],[class*=comment-],[class*=comment_],[id^=comment],[id*=comment-],[itemprop*=comment i],[itemtype*=Comment],a[href*="#comment"],a[href*=replyto i],iframe';
/** What a comment has, and an article too: who wrote it, and when. One of them alone says nothing. Fixture: clutter/comments-named */
const AUTHOR_PARTS = '[class*=author],[class*=avatar],[class*=user],[itemprop=author]';
const DATE_PARTS = 'time,[class*=date]';

/**
 * The Box has what a thread of comments has, or nothing but what leads to one. Prose under such a name may be a section of
 * the article, and few words may be a notice. Fixture: clutter/comments-named
 */
function isThread(context: ClutterContext, box: Box, isAboutComments: (text: string) => boolean): boolean {
  const { blocksOf, claimed } = context;
  if (holdsService(context, box) || blocksOf(box).some((block) => claimed.comments.has(block))) return true;
  // "Comments (4)", with the number before or behind.
  const isCounted = ({ text, kind }: Block) =>
    (kind === 'heading' && COUNTED.test(text)) ||
    (/\d/.test(text) && (isAboutComments(text) || isAboutComments(text.replace(/[\d()]/g, ''))));
  if (blocksOf(box).some(isCounted)) return true;
  // A form is for comments only where it says so itself, and then another kind has found it. Fixture: clutter/forms-comments
  const has = (parts: string) =>
    findAll(box.element, parts).some((part) => part !== box.element && closest(part, 'form') === null);
  if (has(COMMENT_PARTS) || (has(AUTHOR_PARTS) && has(DATE_PARTS))) return true;
  return (
    !holdsProse(context, box) &&
    blocksOf(box).some(({ text }) => isAboutComments(text)) &&
    blocksOf(box).every(({ text }) => isAboutComments(text) || text.length < MAX_LABEL_CHARS)
  );
}

/** "Kommentit (3)", in a language without a pack too. Fixture: clutter/comments-counted */
const COUNTED = /^\P{N}{3,30}\(\d+\)$/u;
/** A link or button to the comments. */
const MAX_LABEL_CHARS = 40;

const holdsService = ({ page }: ClutterContext, { index, endBox }: Box): boolean =>
  page.boxes.slice(index, endBox).some(({ words }) => COMMENT_SERVICE_WORDS.test(words));

/** `<ghost-comments>` and the like. */
const isCommentElement = ({ tag }: Box) => /-comments?\b/.test(tag);

/** A Box without what is claimed already: the Boxes and lines that are left. */
function withoutClaimed(context: ClutterContext, box: Box): { boxes: Box[]; lines: Line[] } {
  const { page, claimed } = context;
  const holdsClaimed = (part: Box) => context.blocksOf(part).some((block) => claimed.blocks.has(block));
  if (!holdsClaimed(box)) return { boxes: [box], lines: [] };
  const boxes: Box[] = [];
  const lines: Line[] = [];
  const visit = (part: Box) => {
    if (!holdsClaimed(part)) {
      if (part.first < part.end || part.media > 0) boxes.push(part);
      return;
    }
    for (let i = part.index + 1; i < part.endBox; ) {
      const child = page.boxes[i] as Box;
      visit(child);
      i = child.endBox;
    }
    for (const block of context.blocksOf(part))
      if (block.box === part && !claimed.blocks.has(block)) lines.push(...linesOf(block));
  };
  visit(box);
  return { boxes, lines };
}
