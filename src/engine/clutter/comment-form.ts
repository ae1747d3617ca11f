import { attribute, findFirst } from '../dom.ts';
import { linesOf } from '../lines.ts';
import type { Box } from '../types.ts';
import { COMMENT_FORM_NAMES, COMMENT_FORM_WORDS, COMMENT_NOTE_WORDS, COMMENT_SERVICE_WORDS } from '../vocabulary.ts';
import { buttonsOf, isForSomethingElse } from './form.ts';
import { formWithNotes, headingBefore } from './heading.ts';
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

/** Where a reader writes. */
const WRITING_SELECTOR = 'textarea,[contenteditable=true],iframe';

/** The Box has a field for a comment, is there for a script to fill, or says what such a form says. */
function holdsReplies(context: ClutterContext, box: Box, isAboutReplies: (text: string) => boolean): boolean {
  return (
    box.first === box.end ||
    findFirst(box.element, WRITING_SELECTOR) !== null ||
    context.blocksOf(box).some(({ text }) => isAboutReplies(text)) ||
    context.page.boxes.slice(box.index, box.endBox).some(({ words }) => COMMENT_SERVICE_WORDS.test(words))
  );
}

/** A few words with a link to log in or to register, where only members may write. */
const isLogInNote = ({ element, length }: Box): boolean =>
  length < MAX_NOTE_CHARS && findFirst(element, 'a[href*=login i],a[href*=register i],a[href*=signin i]') !== null;

/** One short line under the article in a box that is called a note on comments. Fixture: clutter/comment-form-closed */
const isClosedNote = ({ article }: ClutterContext, { words, first, end, length, element }: Box): boolean =>
  COMMENT_NOTE_WORDS.test(words) &&
  end === first + 1 &&
  length < MAX_NOTE_CHARS &&
  first > (article.body.at(-1)?.index ?? 0) &&
  findFirst(element, 'input,textarea') === null;

/** A form with a field for more than one line that is about comments: by two of its words, its field's name, its other fields and its heading. */
function isCommentForm(context: ClutterContext, box: Box, isAboutReplies: (text: string) => boolean): boolean {
  const { element, tag, words } = box;
  if (tag !== 'form' || !findFirst(element, 'textarea')) return false;
  const signs = [
    COMMENT_FORM_NAMES.test(`${words} ${attribute(element, 'action')}`),
    findFirst(element, 'textarea[name*=comment i], textarea[id*=comment i]') !== null,
    findFirst(element, '[name=author],[name=url],[name*=comment_p],[name*=website]') !== null,
    // A name, an address of mail, and a button that sends a comment. Fixture: clutter/comment-form-fields
    findFirst(element, '[name*=name]') !== null &&
      findFirst(element, '[type=email],[name*=mail]') !== null &&
      buttonsOf(box).some((text) => COMMENT_FORM_NAMES.test(text)),
    headingBefore(context, box, isAboutReplies).length > 0 ||
      context.blocksOf(box).some(({ text }) => isAboutReplies(text)),
  ].filter(Boolean).length;
  return signs >= MIN_FORM_SIGNS && !isForSomethingElse(context, box);
}

/** A field that is called a comment's may be for a comment on a plan, a product or a bill. Fixture: clutter/forms */
const MIN_FORM_SIGNS = 2;
