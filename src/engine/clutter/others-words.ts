import { upwards } from '../boxes.ts';
import { findAll, findFirst, holds } from '../dom.ts';
import { ARTICLE_TYPES, isForSale } from '../page-kind.ts';
import type { Article, Page, Verdict } from '../types.ts';
import { COMMENTS_WORDS } from '../vocabulary.ts';
import { proseIn } from './last-check.ts';

/** schema.org and Open Graph types of pages whose posts, answers and reviews are what they are about. */
const OTHERS_WORDS_TYPES =
  /^(?:discussionforumposting|qapage|question|product(?:\.\w+)?|productgroup|techarticle|apireference|jobposting)$/;
const OTHERS_WORDS_SELECTOR =
  '[itemtype*="DiscussionForumPosting"],[itemtype*="QAPage"],[itemtype*="schema.org/Product" i],[itemprop=acceptedAnswer],[itemprop=suggestedAnswer]';
const ANSWER_SELECTOR = '[class~=answer],[id^=answer-]';
const MIN_ANSWERS = 2;

/**
 * What people wrote below is what the page is about: it says that it is a thread, a question or a product, it is built
 * like one, or the article is itself one post among others. How it is built counts on no repost. Fixtures: clutter/thread,
 * clutter/thread-unmarked, clutter/thread-posts, clutter/shop-unmarked, clutter/shop-basket
 */
export function isAboutOthersWords(page: Page, article: Article, verdict: Verdict, types: readonly string[]): boolean {
  if (types.some((type) => ARTICLE_TYPES.test(type))) return isOneOfMany(article) || isMarked(page);
  return (
    types.some((type) => OTHERS_WORDS_TYPES.test(type)) ||
    isMarked(page) ||
    isOneOfMany(article) ||
    (verdict.kind !== 'repost' &&
      (isLongerBelow(page, article) || hasAnswers(page) || isOfPosts(article) || isForSale(page, article)))
  );
}

const isMarked = ({ document }: Page): boolean => findAll(document, OTHERS_WORDS_SELECTOR).length > 0;

const hasAnswers = ({ document }: Page): boolean => findAll(document, ANSWER_SELECTOR).length >= MIN_ANSWERS;

/** Boxes that are called posts or messages, each with who wrote it. */
const POST_SELECTOR = '[class~=post],[class~=message],[class~=reply],[class*=topic-post]';
const AUTHOR_SELECTOR = '[class*=author],[class*=user],[class*=avatar],[rel=author],[itemprop=author],[class~=from]';

/** What was taken for one article stands in several posts of several authors. */
function isOfPosts({ root, body }: Article): boolean {
  const posts = findAll(root.element, POST_SELECTOR).filter((post) => findFirst(post, AUTHOR_SELECTOR));
  return posts.filter((post) => body.some(({ box }) => holds(post, box.element))).length > 1;
}

/** The article stands in a Box that is itself called a comment, an answer or a post among others: it is one of a thread. */
function isOneOfMany({ root }: Article): boolean {
  for (const { words, tag } of upwards(root)) {
    if (tag === 'body') break;
    if (COMMENTS_WORDS.test(words)) return true;
  }
  return false;
}

/** What readers wrote is longer than what they answer. */
function isLongerBelow(page: Page, { root, body }: Article): boolean {
  let chars = 0;
  for (let i = root.index; i < page.boxes.length; ) {
    const box = page.boxes[i];
    if (!box) break;
    const isTheirs = box.first > (body.at(-1)?.index ?? 0) && COMMENTS_WORDS.test(box.words);
    if (isTheirs) chars += proseIn(page.blocks.slice(box.first, box.end));
    i = isTheirs ? box.endBox : i + 1;
  }
  return chars > proseIn(body);
}
