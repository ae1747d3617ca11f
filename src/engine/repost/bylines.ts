import { BY, findByline } from '../article/byline.ts';
import { ownStyle } from '../inline-style.ts';
import { memoizeWeak } from '../memoize.ts';
import { normalize } from '../phrases/normalize.ts';
import type { Block } from '../types.ts';
import { COMMENTS_WORD } from '../vocabulary.ts';
import { ACCOUNTS } from './account-names.ts';
import { isAgency } from './agencies.ts';
import type { SignalContext } from './types.ts';

/** Blocks before and after headline and beginning of the text, and after the text, that may be a byline. */
const BLOCKS_AT_START = 3;
const BLOCKS_AFTER = 12;
/** A longer line is a paragraph, and one with more links a menu. Test: repost/edges.test.ts */
const MAX_LINE_CHARS = 250;
const MAX_LINKS = 8;

/** What may be the name in a byline: a short line near headline or text, or the text of a link in it. */
export interface NearbyName {
  readonly name: string;
  readonly block: Block;
}

/** All names near headline and text, without the word for "by" before them. */
export const namesNear = memoizeWeak(({ article, page }: SignalContext): readonly NearbyName[] => {
  const { root, headlineBlock } = article;
  const { blocks } = page;
  const after = blocks.slice(root.end, root.end + BLOCKS_AFTER);
  const comments = after.findIndex(({ box }) => COMMENTS_WORD.test(box.words));
  return [
    ...blocks.slice(Math.max(0, (headlineBlock?.index ?? root.first) - BLOCKS_AT_START), root.first + BLOCKS_AT_START),
    ...(comments < 0 ? after : after.slice(0, comments)),
  ].flatMap(namesIn);
});

function namesIn(block: Block): NearbyName[] {
  const { kind, length, links, text } = block;
  if (length > MAX_LINE_CHARS || links.length > MAX_LINKS || kind === 'control' || kind === 'heading') return [];
  return [text, ...links.map((link) => link.textContent ?? '')].map((name) => ({
    name: name.replace(BY, '').trim(),
    block,
  }));
}

/** The person who wrote the article, as the page says; `null` where it names none, or an account. */
export const authorOf = memoizeWeak((context: SignalContext): string | null => {
  const { metadata, article, page } = context;
  const { root, headlineBlock } = article;
  const first = headlineBlock?.index ?? root.first;
  const around = page.blocks.slice(Math.max(0, first - BLOCKS_AT_START), first + 1 + BLOCKS_AT_START);
  const name = findByline(metadata, metadata.namedAuthors, headlineBlock, around, { page, style: ownStyle });
  // A name of one word, in a script with spaces, is a site's or an account's.
  const isPerson = name && (/\s/.test(name) || /[^\0-\u024f]/.test(name)) && !NEWSROOM.test(name);
  return isPerson && !isAccount(name) && !isAgency(name) ? name : null;
});

/** Words in the names of newsrooms, desks and accounts. Test: repost/edges.test.ts */
const NEWSROOM =
  /(?:^|\s)(?:news|newsroom|desk|staff|team|editors?|editorial|press|media|agency|bureau|service|redaktion|redaktionen|redacci[oó]n|redação|redazione|rédaction|redactie|redakcja|редакция|редакція)(?:$|\s)/i;

let accounts: ReadonlySet<string> | undefined;

/** The byline that is the name of an account: "admin". */
export const accountByline = (context: SignalContext): NearbyName | null =>
  namesNear(context).find(({ name }) => isAccount(name)) ?? null;

function isAccount(name: string): boolean {
  accounts ??= new Set(ACCOUNTS.split('|').map(normalize));
  return accounts.has(normalize(name));
}
