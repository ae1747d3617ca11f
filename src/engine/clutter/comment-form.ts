import type { Box } from '../types.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import { withHeading } from './grow.ts';
import { linesOf } from './lines.ts';

/** The form for a comment, with its heading, its log-in and cookie notes. */
export default { kind: 'comment-form', find } satisfies Kind;

const WORDS =
  /(?:^|[\s_])(?:respond|comment-?respond|commentform|comments?[_-]?form(?:[_-]?(?:wrap(?:per)?|container|section|area|block))?|comment-?editor|comment-?reply-?form|reply-?form|leave-(?:a-)?(?:comment|reply)|post-?comment|add-?comment|new-?comment|write-?comment|comment-?(?:login|input|box-form|add|new)|form-?comment|no-?comments|comments-closed|must-log-in|wc-form-wrap(?:per)?|wpd-form-wrap(?:per)?|wpdiscuz_form|jetpack_remote_comment|kommentarformular|commentaire-form)(?:$|[\s_])/;
const LONGEST = 4000;
/** Notes without a form stand among so many Blocks after the article. */
const NEAR = 60;
const NAMED = /comment|reply|respond|kommentar|coment|yorum/i;

function find(context: Context): Found[] {
  const { page, phrases } = context;
  const belongs = (text: string) => phrases.is('reply', text) || phrases.is('replyNotes', text);
  const boxes = context.regions(WORDS, 'with empty ones').filter((box) => box.length < LONGEST);
  const inside = (box: Box) => boxes.some((outer) => outer.index <= box.index && box.index < outer.endBox);
  for (const box of page.boxes) {
    if (box.tag === 'form' && !box.hidden && !inside(box) && isCommentForm(context, box, belongs)) boxes.push(box);
  }
  const found: Found[] = boxes.map((box) => ({ boxes: [box], lines: withHeading(context, box, belongs) }));
  // What a form leaves behind that is closed or wants a log-in.
  const near = notes(context, belongs, inside);
  return near.length > 0 ? [...found, { lines: near }] : found;
}

function isCommentForm(context: Context, box: Box, belongs: (text: string) => boolean): boolean {
  const { element } = box;
  if (!element.querySelector('textarea') || element.querySelector('[type=password]')) return false;
  if (context.holdsArticle(box) || context.place(box) === 'elsewhere') return false;
  const named = NAMED.test(box.words) || NAMED.test(element.getAttribute('action') ?? '');
  return (
    named ||
    element.querySelector('textarea[name*=comment i], textarea[id*=comment i]') !== null ||
    withHeading(context, box, belongs).length > 0
  );
}

function notes({ page, article, taken }: Context, belongs: (text: string) => boolean, inside: (box: Box) => boolean) {
  const after = page.blocks.slice(article.root.end, article.root.end + NEAR);
  return after
    .filter((block) => block.length < 200 && (block.kind === 'paragraph' || block.kind === 'heading'))
    .filter((block) => !taken.blocks.has(block) && !inside(block.box) && belongs(block.text))
    .flatMap(linesOf);
}
