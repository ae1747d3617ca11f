import { attribute, findFirst } from '../dom.ts';
import type { Box } from '../types.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { withAbout, withHeading } from './grow.ts';
import { linesOf } from './lines.ts';
import { whole } from './words.ts';

/** The form for a comment, with its heading, its log-in and cookie notes. */
export default { kind: 'comment-form', find } satisfies Kind;

const WORDS = whole(
  /respond|comments?[_-]?form[\w-]*|comment-?(?:respond|editor|login|input|add|new)|leave-(?:a-)?(?:comment|reply)|(?:post|add|new|write)-?comment|no-?comments|comment-forbidden|comments-closed|must-log-in|akismet\w*/,
);
const LONGEST = 4000;
/** Notes without a form stand among so many Blocks after the article. */
const NEAR = 60;
const NAMED = /comment|reply|respond|kommentar|coment|yorum/i;

function* find(context: Context): Iterable<Found> {
  const { page, phrases, article, taken } = context;
  const belongs = (text: string) => phrases.is('reply', text);
  const isForm = (box: Box) => isCommentForm(context, box, belongs);
  for (const box of context.regions(WORDS, (box) => box.length < LONGEST, isForm))
    yield { boxes: [withAbout(context, box, belongs)], lines: withHeading(context, box, belongs) };
  // What a form leaves behind that is closed or wants a log-in.
  const end = Math.min(article.root.end, (article.body.at(-1)?.index ?? article.root.end) + 1);
  const notes = page.blocks
    .slice(end, article.root.end + NEAR)
    .filter(({ kind, length }) => length < 200 && (kind === 'paragraph' || kind === 'heading'))
    .filter((block) => !taken.blocks.has(block) && belongs(block.text));
  if (notes.length > 0) yield { lines: notes.flatMap(linesOf) };
}

/** A form with a field for more than a line, that is called so, or whose field or heading is. */
function isCommentForm(context: Context, box: Box, belongs: (text: string) => boolean): boolean {
  const { element, tag, words } = box;
  if (tag !== 'form' || !findFirst(element, 'textarea') || findFirst(element, '[type=password]')) return false;
  return (
    NAMED.test(`${words} ${attribute(element, 'action')}`) ||
    findFirst(element, 'textarea[name*=comment i], textarea[id*=comment i]') !== null ||
    withHeading(context, box, belongs).length > 0
  );
}
