import { memoizeWeak } from '../memoize.ts';
import type { Phrases } from '../phrases/index.ts';
import { firstLetter } from '../phrases/letters.ts';
import { nameAfter, trimmed } from '../phrases/named.ts';
import { findTokens } from '../tokens.ts';
import { collapsedText } from '../whitespace.ts';
import { isLayoutCell } from './layout-cell.ts';
import { isArticleUrl } from './links.ts';
import type { LineOut, LineStructure, LinkOut, SignalContext } from './types.ts';

/** A line that says where the article is from, with a link to another site. */
export interface SourceLine {
  /** The link itself says "Source"; or a word introduces a name; or a sentence says it. */
  readonly kind: 'link' | 'name' | 'sentence';
  readonly quote: string;
  readonly link: LinkOut;
  readonly publisher: string | null;
}

/** More is a paragraph. Test: repost/edges.test.ts */
const MAX_SENTENCE_CHARS = 220;
/** How much of the end of a paragraph is looked at. */
const MAX_TAIL_CHARS = 600;
/** The words before a name: "Source:", "via", "With information from". More is a sentence. Fixture: repost/attribution-persian */
const MAX_INTRODUCTION_CHARS = 19;
/** What may follow the name. A sentence of the article goes on: "Quoted from the Herald, the mayor has said …". */
const MAX_CHARS_AFTER_NAME = 45;

/** All of them, those at the end of the article first. */
export const sourceLines = memoizeWeak(({ head, tail, phrases, article }: SignalContext): readonly SourceLine[] =>
  [tail, head].flatMap((lines) =>
    lines.flatMap((line, i) => {
      const { out, block } = line;
      if (out.length === 0 || (block.kind === 'cell' && !isLayoutCell(article, block))) return [];
      return readSourceLine(line, phrases) ?? readField(line, lines[i - 1], phrases) ?? [];
    }),
  ),
);

/** A field of a theme: the word for "source" in a line of its own, and then nothing but the link. Fixture: repost/source-field-labelled */
function readField(
  { out, links, text, linkLength }: LineOut,
  before: LineOut | undefined,
  phrases: Phrases,
): SourceLine | null {
  const [link] = out;
  if (!link || links.length !== 1 || linkLength < text.length) return null;
  if (!before || before.links.length > 0 || before.block.kind === 'heading' || !phrases.is('source', before.text))
    return null;
  return { kind: 'name', quote: `${before.text} ${text}`, link, publisher: publisherIn(link.linkText, link.linkText) };
}

/** Where the article is from, as a line with a link to another site says it; `null` where it does not. */
export function readSourceLine(line: LineStructure, phrases: Phrases): SourceLine | null {
  const { out, links, block } = line;
  const link = out.find(({ url, via }) => via || (url && isArticleUrl(url))) ?? out[0];
  if (!link) return null;
  const text = sentenceWith(withoutTokens(line.text.slice(-MAX_TAIL_CHARS)), link.linkText);
  if (text.length > MAX_SENTENCE_CHARS) return null;
  const isEndOfItem = block.kind === 'item' && text.length < line.text.length;
  if (phrases.is('source', link.linkText)) {
    const startsOrFollowsLabel =
      startsLine(text, link.linkText) || /^.{0,14}[:：]\s*$/.test(text.slice(0, text.indexOf(link.linkText)));
    // In a list of sources each entry ends with its link.
    return isEndOfItem || !startsOrFollowsLabel ? null : { kind: 'link', quote: text, link, publisher: null };
  }
  const inSentence = links.filter((element) => text.includes(collapsedText(element)));
  if (out.length < links.length && out.length < inSentence.length) return null;
  const named = nameAfter(text, phrases);
  if (named) return { kind: 'name', quote: text, link, publisher: publisherIn(named, link.linkText) };
  const match = phrases.match('attribution', text) ?? phrases.match('source', text);
  if (!match) return null;
  const linkChars = out.reduce((sum, { linkText }) => sum + linkText.length, 0);
  const fill = trimmed(match.fills.at(-1) ?? '');
  if (fill.length - linkChars > MAX_CHARS_AFTER_NAME) return null;
  const publisher = out.map((one) => publisherIn(fill, one.linkText)).find((name) => name !== null) ?? null;
  const isIntroduced = text.length - Math.min(linkChars, fill.length) <= MAX_INTRODUCTION_CHARS;
  return { kind: isIntroduced ? 'name' : 'sentence', quote: text, link, publisher };
}

/** The name on which the words and the link agree: "NAME on 3 May" with a link on NAME. "here" is none, nor an address. */
function publisherIn(words: string, linkText: string): string | null {
  const name = words.includes(linkText) ? trimmed(linkText) : linkText.includes(words) ? words : '';
  const isLowerCase = name === name.toLowerCase() && name !== name.toUpperCase();
  return name.includes('/') || (isLowerCase && !name.includes('.')) ? null : name || null;
}

const startsLine = (text: string, linkText: string): boolean =>
  text.slice(firstLetter(text)).startsWith(linkText.slice(firstLetter(linkText)));

const withoutTokens = (text: string): string =>
  findTokens(text)
    .reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
    .trim();

/**
 * The sentence with the link: what follows the last sentence that ends before the link, without further sentences
 * (fixture: repost/source-with-notice).
 */
function sentenceWith(text: string, linkText: string): string {
  const at = Math.max(text.lastIndexOf(linkText), 0);
  const before = text.slice(0, at);
  const start = /^.*[.!?…。！？۔؟।॥։][”"’'»」』)\]]*(?=\s|[(（]|$)/s.exec(before)?.[0].length ?? 0;
  const after = text.slice(at + linkText.length);
  const end = /[.!?…。！？۔؟।॥։][”"’'»」』)\]]*(?=\s)/.exec(after);
  return text.slice(start, end ? at + linkText.length + end.index + end[0].length : text.length).trim();
}
