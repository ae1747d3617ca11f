import { findTokens } from '../clutter/tokens.ts';
import type { Phrases } from '../phrases/index.ts';
import { firstLetter } from '../phrases/letters.ts';
import { nameAfter, trimmed } from '../phrases/named.ts';
import { rememberFor } from '../remember.ts';
import { type BuiltLine, isDeep, type LinkOut, type Scene } from './scene.ts';

/** A line that says where the article is from, with a link to another house. */
export interface SourceLine {
  /** The link itself says "Source"; a name is introduced by a word; a sentence says it. */
  readonly kind: 'link' | 'name' | 'sentence';
  readonly quote: string;
  readonly link: LinkOut;
  readonly publisher: string | null;
}

const LONGEST = 220;
/** From the end of a paragraph. */
const FAR = 600;
/** Longest introduction of a name: "Source:", "via", "With information from". */
const WORD = 19;
/** With the name, or when it was. A sentence of the article goes on: "Quoted from the Herald, the mayor has said …". */
const MOST_TOLD = 45;

/** All of them, at the end of the article first. */
export const sourceLines = rememberFor(({ head, tail, phrases }: Scene): readonly SourceLine[] =>
  [...tail, ...head]
    .filter(({ out, block }) => out.length > 0 && block.kind !== 'cell')
    .map((line) => readLine(line, phrases))
    .filter((line) => line !== null),
);

/** What a line with a link to another house says of where the article is from. */
export function readLine(line: BuiltLine, phrases: Phrases): SourceLine | null {
  const { out, links, block } = line;
  const link = out.find(({ url, via }) => via || (url && isDeep(url))) ?? out[0];
  if (!link) return null;
  const text = last(withoutTokens(line.text.slice(-FAR)), link.said);
  if (text.length > LONGEST) return null;
  const isItem = block.kind === 'item' && text.length < line.text.length;
  if (phrases.is('source', link.said)) {
    // In a list of sources each entry ends with its link.
    const isLine = startsLine(text, link.said) || /^.{0,14}[:：]\s*$/.test(text.slice(0, text.indexOf(link.said)));
    return isItem || !isLine ? null : { kind: 'link', quote: text, link, publisher: null };
  }
  if (out.length < links.length) return null;
  const named = nameAfter(text, phrases);
  if (named) return { kind: 'name', quote: text, link, publisher: publisherIn(named, link.said) };
  const match = phrases.match('attribution', text) ?? phrases.match('source', text);
  if (!match) return null;
  const linked = out.reduce((sum, { said }) => sum + said.length, 0);
  const said = text.length - linked;
  const fill = trimmed(match.fills.at(-1) ?? '');
  if (fill.length - linked > MOST_TOLD) return null;
  const publisher = out.map((one) => publisherIn(fill, one.said)).find((name) => name !== null) ?? null;
  return { kind: said <= WORD ? 'name' : 'sentence', quote: text, link, publisher };
}

/** The name that words and link agree on: "NAME on 3 May" with a link on NAME. Neither "here" nor an address is one. */
function publisherIn(words: string, said: string): string | null {
  const name = words.includes(said) ? trimmed(said) : said.includes(words) ? words : '';
  const isLowerCase = name === name.toLowerCase() && name !== name.toUpperCase();
  return name.includes('/') || (isLowerCase && !name.includes('.')) ? null : name || null;
}

const startsLine = (text: string, said: string): boolean =>
  text.slice(firstLetter(text)).startsWith(said.slice(firstLetter(said)));

const withoutTokens = (text: string): string =>
  findTokens(text)
    .reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
    .trim();

/** What follows the last sentence that ends before the link. */
function last(text: string, said: string): string {
  const at = text.lastIndexOf(said);
  const before = text.slice(0, Math.max(at, 0));
  const stop = /^.*[.!?…。！？۔؟।॥։][”"’'»」』)\]]*(?=\s|[(（]|$)/s.exec(before)?.[0].length ?? 0;
  return text.slice(stop).trim();
}
