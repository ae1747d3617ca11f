import { attribute, findFirst } from '../dom.ts';
import { linesOf } from '../lines.ts';
import { anyLanguageHas } from '../phrases/index.ts';
import type { Block, Box } from '../types.ts';
import { COMMENT_FORM_NAMES, COMMENT_FORM_WORDS, COMMENT_NOTE_WORDS, COMMENT_SERVICE_WORDS } from '../vocabulary.ts';
import { buttonsOf, isForSomethingElse, titlesOf } from './form.ts';
import { blockBefore, formWithNotes, headingBefore } from './heading.ts';
import type { ClutterContext, Found, KindFinder } from './types.ts';

/** The form for a comment, with its heading, its log-in and cookie notes. */
export default { find } satisfies KindFinder;

/** Blocks after the article in which notes without a form are looked for. */
const MAX_BLOCKS_AFTER = 60;
const MAX_NOTE_CHARS = 200;

function* find(context: ClutterContext): Iterable<Found | undefined> {
  const { page, phrases, article, claimed } = context;
  if (context.isOthersWords) return;
  const isAboutReplies = (text: string) => phrases.is('reply', text);
  const isForm = (box: Box) => isCommentForm(context, box, isAboutReplies);
  const isFilled = (box: Box) =>
    isForm(box) ||
    isLogInNote(box) ||
    isClosedNote(context, box) ||
    (holdsReplies(context, box, isAboutReplies) && !isForSomethingElse(context, box));
  for (const box of context.regions(COMMENT_FORM_WORDS, isFilled, isForm))
    yield box && {
      boxes: [formWithNotes(context, box, isAboutReplies)],
      lines: headingBefore(context, box, isAboutReplies),
      reasons: ['name', 'build'],
    };
  // What is left where comments are closed, or where a reader must log in first.
  const end = Math.min(article.root.end, (article.body.at(-1)?.index ?? article.root.end) + 1);
  const notes = page.blocks
    .slice(end, article.root.end + MAX_BLOCKS_AFTER)
    .filter(({ kind, length }) => length < MAX_NOTE_CHARS && (kind === 'paragraph' || kind === 'heading'))
    .filter((block) => !claimed.blocks.has(block) && isAboutReplies(block.text));
  if (notes.length > 0) yield { lines: notes.flatMap(linesOf), reasons: ['wording', 'build'] };
}

/** A frame with the form of a service. */
const FRAME_SELECTOR = ['src', 'name', 'id', 'title'].map((name) => `iframe[${name}*=comment i]`).join(',');

/** The Box has a form for a comment, is there for a script to fill, or says what such a form says. */
function holdsReplies(context: ClutterContext, box: Box, isAboutReplies: (text: string) => boolean): boolean {
  return (
    (box.first === box.end && box.media === 0 && findFirst(box.element, WRITING_SELECTOR) === null) ||
    findFirst(box.element, FRAME_SELECTOR) !== null ||
    isSentAsComment(box) ||
    (isHeadedSo(context, box, isAboutReplies) && context.blocksOf(box).some(({ text }) => isAboutReplies(text))) ||
    context.page.boxes.slice(box.index, box.endBox).some(({ words }) => COMMENT_SERVICE_WORDS.test(words))
  );
}

/** A few words with a link to log in or to register, where only members may write. */
const isLogInNote = ({ element, length }: Box): boolean =>
  length < MAX_NOTE_CHARS && findFirst(element, 'a[href*=login i],a[href*=register i],a[href*=signin i]') !== null;

/** One short line under the article in a box that is called a note on comments. Fixture: clutter/comment-form-closed */
const isClosedNote = ({ article, blocksOf }: ClutterContext, box: Box): boolean =>
  COMMENT_NOTE_WORDS.test(box.words) &&
  box.end === box.first + 1 &&
  box.length < MAX_NOTE_CHARS &&
  box.first > (article.body.at(-1)?.index ?? 0) &&
  blocksOf(box).every(({ text }) => anyLanguageHas('comments', text) || text.includes('Akismet')) &&
  findFirst(box.element, 'input,textarea') === null;

/** Where a reader writes. */
const WRITING_SELECTOR = 'textarea,[contenteditable=true]';

/** What is written goes to where comments go: by the form's address, or by the number of the post that it carries. */
function isSentAsComment({ element }: Box): boolean {
  const form = element.localName === 'form' ? element : findFirst(element, 'form');
  if (!form || !findFirst(form, WRITING_SELECTOR)) return false;
  return COMMENT_FORM_NAMES.test(attribute(form, 'action') ?? '') || findFirst(form, '[name*=comment_p]') !== null;
}

/**
 * Nothing that heads the form says that it is about anything else: a button "Send comment" stands below bills and plans
 * too. Fixture: clutter/forms-comments
 */
function isHeadedSo(context: ClutterContext, box: Box, isAboutReplies: (text: string) => boolean): boolean {
  const before = blockBefore(context, box);
  const headings = [...(before ? [before] : []), ...context.blocksOf(box)].filter(({ kind }) => kind === 'heading');
  const isSo = ({ text }: Block) => isAboutReplies(text) || context.phrases.is('comments', text);
  return headings.length === 0 || headings.some(isSo);
}

/**
 * A form with a field for more than one line that is about comments: by where it sends to or by what it says, and by a
 * second of these and of its names, its field's name and its other fields. Fixture: clutter/forms
 */
function isCommentForm(context: ClutterContext, box: Box, isAboutReplies: (text: string) => boolean): boolean {
  const { element, tag, words } = box;
  if (tag !== 'form' || !findFirst(element, 'textarea')) return false;
  const isSent = isSentAsComment(box);
  const buttons = buttonsOf(box);
  const isSaid =
    buttons.some((text) => COMMENT_FORM_NAMES.test(text)) ||
    [...titlesOf(context, box), ...context.blocksOf(box).map(({ text }) => text)].some(isAboutReplies);
  if (!isSent && !(isSaid && isHeadedSo(context, box, isAboutReplies))) return false;
  const signs = [
    isSent,
    isSaid,
    COMMENT_FORM_NAMES.test(words),
    findFirst(element, 'textarea[name*=comment i], textarea[id*=comment i]') !== null,
    findFirst(element, '[name=author],[name=url],[name*=comment_p],[name*=website]') !== null,
    // A name and an address of mail. Fixture: clutter/comment-form-fields
    findFirst(element, '[name*=name]') !== null && findFirst(element, '[type=email],[name*=mail]') !== null,
  ].filter(Boolean).length;
  return signs >= MIN_FORM_SIGNS && !isForSomethingElse(context, box);
}

/** A field that is called a comment's may be for a comment on a plan, a product or a bill. Fixture: clutter/forms */
const MIN_FORM_SIGNS = 2;
