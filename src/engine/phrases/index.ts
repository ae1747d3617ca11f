import { memoize, memoizeWeak } from '../memoize.ts';
import { type CompiledPhrases, compilePhrases, type PhrasePattern } from './compile.ts';
import { locate } from './normalize.ts';
import { PACKS } from './packs.ts';
import { type PhraseScan, scanOf } from './scan.ts';
import type { Pack, Topic } from './types.ts';

export type { Topic } from './types.ts';

/** Where a phrase stands. The offsets are into the text that was given. */
export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
  /** The words in the place of the phrase's wildcards, in order, as they stand in the text. */
  readonly fills: readonly string[];
}

/** The phrases of one language and of English. */
export interface Phrases {
  /** The whole text is one of the phrases. Punctuation, arrows and quotes around it do not count. */
  is(topic: Topic, text: string): boolean;
  /** Like {@link Phrases.is}, with the words in the place of wildcards. */
  match(topic: Topic, text: string): PhraseMatch | null;
  /** The text begins with one of the phrases. */
  begins(topic: Topic, text: string): PhraseMatch | null;
  /** One of the phrases stands anywhere in the text, as whole words; `%` at its end stands for the rest of a word. */
  has(topic: Topic, text: string): boolean;
}

/** How a phrase may lie in a text. */
type Extent = 'whole' | 'begins';

/** Where the parts of a phrase stand in `scan.text`. */
type PartPlaces = readonly { readonly start: number; readonly end: number }[];

/** A phrase is short: a longer text is not looked at. UTF-16 units. */
const MAX_TEXT_CHARS = 400;
/** UTF-16 units that a wildcard may be filled with. */
const MAX_FILL_CHARS = 300;
/** Texts that are kept as they are compared: several topics are asked about the same line. */
const MAX_KEPT_SCANS = 300;

/** A pattern as it is sought for one extent. */
interface SoughtPattern extends PhrasePattern {
  /** A wildcard at the end was taken away: for `begins`, anything may follow anyhow. */
  readonly openEnd: boolean;
}

function soughtAs(extent: Extent, { parts, glued }: PhrasePattern): SoughtPattern {
  const openEnd = extent === 'begins' && parts.at(-1) === '';
  return { parts: openEnd ? parts.slice(0, -1) : parts, glued, openEnd };
}

/** Longest first: a phrase often begins with another. */
function patternsFor(extent: Extent, { patterns }: CompiledPhrases): SoughtPattern[] {
  const size = ({ parts }: SoughtPattern) => parts.join('').length;
  return patterns.map((pattern) => soughtAs(extent, pattern)).sort((a, b) => size(b) - size(a));
}

/** The phrases of one topic. */
interface TopicPhrases {
  readonly fixed: ReadonlySet<string>;
  readonly patterns: readonly PhrasePattern[];
  /** UTF-16 units of the longest phrase in `fixed`. */
  readonly maxFixedChars: number;
  readonly whole: readonly SoughtPattern[];
  readonly begins: readonly SoughtPattern[];
}

function topicPhrases(packs: readonly Pack[], topic: Topic): TopicPhrases {
  const compiled = compilePhrases(packs, topic);
  const { fixed, patterns } = compiled;
  return {
    fixed,
    patterns,
    maxFixedChars: Math.max(0, ...[...fixed].map(({ length }) => length)),
    whole: patternsFor('whole', compiled),
    begins: patternsFor('begins', compiled),
  };
}

/** Where the longest of the phrases without a wildcard ends, or 0. */
function fixedEnd({ fixed, maxFixedChars }: TopicPhrases, { text, isInWord }: PhraseScan, extent: Extent): number {
  if (extent === 'whole') return fixed.has(text) ? text.length : 0;
  for (let end = Math.min(text.length, maxFixedChars); end > 0; end--)
    if (!isInWord(end) && fixed.has(text.slice(0, end))) return end;
  return 0;
}

/** Finds the pattern in the text, its wildcards filled with as little as can be. */
function placesOf({ parts, glued, openEnd }: SoughtPattern, scan: PhraseScan, extent: Extent): PartPlaces | null {
  const { length } = scan.text;
  const last = parts.length - 1;
  const from = (index: number, end: number): PartPlaces | null => {
    const part = parts[index];
    if (part === undefined) return [];
    // A wildcard has to be filled, the last one with marks if need be.
    const closest = index === 0 || (part === '' && scan.hasTail) ? end : end + 1;
    const latest = length - part.length;
    const low = index === last && extent === 'whole' ? Math.max(closest, latest) : closest;
    const high = index > 0 ? Math.min(latest, end + MAX_FILL_CHARS) : 0;
    for (
      let start = scan.text.indexOf(part, low);
      start >= low && start <= high;
      start = scan.text.indexOf(part, start + 1)
    ) {
      if (scan.isInWord(start) && !(glued && index > 0)) continue;
      if (scan.isInWord(start + part.length) && !(glued && (index < last || openEnd))) continue;
      const rest = from(index + 1, start + part.length);
      if (rest) return [{ start, end: start + part.length }, ...rest];
    }
    return null;
  };
  return from(0, 0);
}

function makePhrases(packs: readonly Pack[]): Phrases {
  const phrasesOf = memoize((topic: Topic) => topicPhrases(packs, topic));
  const scanned = memoize(scanOf, MAX_KEPT_SCANS);

  function find(topic: Topic, extent: Extent, text: string): PhraseMatch | null {
    if (text.length > MAX_TEXT_CHARS) return null;
    const scan = scanned(text);
    if (scan.text === '' || scan.text.length > MAX_TEXT_CHARS) return null;
    const known = phrasesOf(topic);
    const fixed = fixedEnd(known, scan, extent);
    let found: PartPlaces | null = fixed ? [{ start: 0, end: fixed }] : null;
    for (const pattern of known[extent]) {
      // Most phrases are ruled out at once.
      if (!scan.text.startsWith(pattern.parts[0] ?? '')) continue;
      const places = placesOf(pattern, scan, extent);
      if (!places) continue;
      if ((places.at(-1)?.end ?? 0) > fixed) found = places;
      break;
    }
    return found && located(text, scan, found, extent);
  }

  return {
    is: (topic, text) => find(topic, 'whole', text) !== null,
    match: (topic, text) => find(topic, 'whole', text),
    begins: (topic, text) => find(topic, 'begins', text),
    has: (topic, text) => {
      const scan = scanned(text.slice(0, MAX_TEXT_CHARS));
      const { fixed, patterns } = phrasesOf(topic);
      return (
        [...fixed].some((phrase) => holdsWords(scan, phrase, false)) ||
        patterns.some(({ parts: [stem = ''] }) => holdsWords(scan, stem, true))
      );
    },
  };
}

/** The phrase stands in the text from the beginning of a word on, and to the end of one unless more may follow. */
function holdsWords({ text, isInWord }: PhraseScan, phrase: string, isStem: boolean): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    if (!isInWord(at) && (isStem || !isInWord(at + phrase.length))) return true;
  return false;
}

/** What was found in the normalized text, traced back to the text itself. */
function located(text: string, scan: PhraseScan, found: PartPlaces, extent: Extent): PhraseMatch {
  const fills = found.slice(1).map(({ start }, i) => {
    const fill = locate(text, scan.endAt(found[i]?.end as number), scan.at(start));
    return text.slice(fill.start, fill.end).trim();
  });
  const end = scan.endAt(extent === 'begins' ? (found.at(-1)?.end ?? 0) : scan.text.length);
  return { ...locate(text, scan.at(0), end), fills };
}

/** Other tags of languages that have a pack. */
const ALIASES: Readonly<Record<string, string>> = { iw: 'he', in: 'id', no: 'nb', nn: 'nb', tl: 'fil' };

/** The pack for a language tag: the tag itself, then without its last parts. */
function packFor(language: string): Pack | undefined {
  const parts = language.toLowerCase().replaceAll('_', '-').split('-');
  for (; parts.length > 0; parts.pop()) {
    const tag = parts.join('-');
    const name = ALIASES[tag] ?? tag;
    if (Object.hasOwn(PACKS, name)) return PACKS[name];
  }
  return undefined;
}

const phrasesOfPack = memoizeWeak(
  (pack: Pack): Phrases => makePhrases(pack === PACKS.en ? [pack] : [pack, PACKS.en ?? {}]),
);

/**
 * The phrases of a language, merged with the English ones: the interface of a page is often English under text in
 * another language. Nothing is compiled before it is asked for.
 *
 * @param language BCP 47 tag; one without a pack gives the English phrases
 */
export const phrases = memoize((language: string): Phrases => phrasesOfPack(packFor(language) ?? PACKS.en ?? {}));

const inEveryLanguage = memoize(() => makePhrases(Object.values(PACKS)));

/**
 * {@link Phrases.has} in every language that has a pack: for what must not be missed, whatever the page says its language
 * is.
 */
export const anyLanguageHas = (topic: Topic, text: string): boolean => inEveryLanguage(undefined).has(topic, text);
