import { remember } from '../remember.ts';
import { locate } from './normalise.ts';
import { LONGEST, type Print, type Prints, readPrints, type Scan, scanOf } from './print.ts';
import { PRINTED } from './printed.ts';
import { ASKED_FIRST, TOPICS, type Topic } from './types.ts';

export type { Topic } from './types.ts';

/** A phrase that was found. Offsets are into the text that was given. */
export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
  /** What stands where the phrase leaves room for any words, in order, as it is written in the text. */
  readonly fills: readonly string[];
}

/** The phrases of one language and of English. */
export interface Phrases {
  /** The whole text is one of the phrases. Marks, arrows and quotes around it do not count. */
  is(topic: Topic, text: string): boolean;
  /** Like {@link Phrases.is}, with what fills the phrase. */
  match(topic: Topic, text: string): PhraseMatch | null;
  /** The text begins with one of the phrases. */
  begins(topic: Topic, text: string): PhraseMatch | null;
}

type Where = 'whole' | 'begins';

/** Where the parts of a phrase stand in `scan.plain`. */
type Places = readonly { readonly start: number; readonly end: number }[];

/** How many texts are remembered as they are compared. */
const REMEMBERED = 300;
/** Most units that a room may be filled with. */
const MOST_FILL = 300;

/** A phrase for one way of looking. */
interface Sought extends Print {
  /** Room for any words behind was taken away: they may stand at the open end anyhow. */
  readonly openEnd: boolean;
}

function sought({ parts, glued }: Print, where: Where): Sought {
  const openEnd = where === 'begins' && parts.at(-1)?.length === 0;
  return { parts: parts.slice(0, openEnd ? -1 : undefined), glued, openEnd };
}

/** Longest first: a phrase often begins with another. */
function seek(open: readonly Print[], where: Where): Sought[] {
  const size = ({ parts }: Sought) => parts.reduce((sum, { length }) => sum + length, 0);
  return open.map((print) => sought(print, where)).sort((a, b) => size(b) - size(a));
}

/** The phrases of one topic. */
interface Known extends Readonly<Record<Where, readonly Sought[]>> {
  /** Whether a hash is that of a phrase without room. */
  isFixed(hash: number): boolean;
}

/** Where the longest of the phrases without room ends, or 0. */
function fixedEnd({ isFixed }: Known, scan: Scan, where: Where): number {
  for (let end = scan.plain.length; end > 0; end = where === 'whole' ? 0 : end - 1)
    if (!scan.isInWord(end) && isFixed(scan.hashTo(end))) return end;
  return 0;
}

/** Finds the phrase in the text, the rooms as short as can be. */
function places({ parts, glued, openEnd }: Sought, scan: Scan, where: Where): Places | null {
  const { length } = scan.plain;
  const last = parts.length - 1;
  const from = (index: number, end: number): Places | null => {
    const part = parts[index];
    if (!part) return [];
    // A room wants to be filled, the last one with marks if need be.
    const closest = index === 0 || (part.length === 0 && scan.hasTail) ? end : end + 1;
    const latest = length - part.length;
    const low = index === last && where === 'whole' ? Math.max(closest, latest) : closest;
    const high = index > 0 ? Math.min(latest, end + MOST_FILL) : 0;
    for (let start = low; start <= high; start++) {
      if (!scan.has(part, start)) continue;
      if (scan.isInWord(start) && !(glued && index > 0)) continue;
      if (scan.isInWord(start + part.length) && !(glued && (index < last || openEnd))) continue;
      const rest = from(index + 1, start + part.length);
      if (rest) return [{ start, end: start + part.length }, ...rest];
    }
    return null;
  };
  return from(0, 0);
}

function readPhrases(packs: readonly string[]): Phrases {
  /** Of the topics that are asked first, and of the others. */
  const prints = remember((half: 0 | 1): readonly Prints[] => packs.map((pack) => readPrints(pack, half)));

  const knownOf = remember((topic: Topic): Known => {
    const index = TOPICS.indexOf(topic);
    const its = prints(index < ASKED_FIRST ? 0 : 1);
    const open = its.flatMap((print) => print.open[index] ?? []);
    return {
      isFixed: (hash) => its.some(({ fixed }) => fixed.has(hash, index)),
      whole: seek(open, 'whole'),
      begins: seek(open, 'begins'),
    };
  });

  /** Several topics are asked about the same line. */
  const scanned = remember(scanOf, REMEMBERED);

  function find(topic: Topic, where: Where, text: string): PhraseMatch | null {
    if (text.length > LONGEST) return null;
    const scan = scanned(text);
    if (scan.plain === '' || scan.plain.length > LONGEST) return null;
    const known = knownOf(topic);
    const fixed = fixedEnd(known, scan, where);
    let found: Places | null = fixed ? [{ start: 0, end: fixed }] : null;
    for (const print of known[where]) {
      // Most phrases are ruled out at once.
      if (!print.parts[0] || !scan.has(print.parts[0], 0)) continue;
      const open = places(print, scan, where);
      if (!open) continue;
      if ((open.at(-1)?.end ?? 0) > fixed) found = open;
      break;
    }
    return found && located(text, scan, found, where);
  }

  return {
    is: (topic, text) => find(topic, 'whole', text) !== null,
    match: (topic, text) => find(topic, 'whole', text),
    begins: (topic, text) => find(topic, 'begins', text),
  };
}

/** What was found in the normalised text, traced back to the text itself. */
function located(text: string, scan: Scan, found: Places, where: Where): PhraseMatch {
  const fills = found.slice(1).map(({ start }, i) => {
    const fill = locate(text, scan.endAt(found[i]?.end as number), scan.at(start));
    return text.slice(fill.start, fill.end).trim();
  });
  const end = scan.endAt(where === 'begins' ? (found.at(-1)?.end ?? 0) : scan.plain.length);
  return { ...locate(text, scan.at(0), end), fills };
}

/** Other tags of languages that have a pack. */
const SAME: Readonly<Record<string, string>> = { iw: 'he', in: 'id', no: 'nb', nn: 'nb', tl: 'fil' };

/** The pack for a language tag: the tag itself, then without its last parts. */
function packFor(language: string): string | undefined {
  const parts = language.toLowerCase().replaceAll('_', '-').split('-');
  for (; parts.length > 0; parts.pop()) {
    const tag = parts.join('-');
    const pack = PRINTED.split('!').find((printed) => printed.startsWith(`${SAME[tag] ?? tag} `));
    if (pack) return pack;
  }
  return undefined;
}

const ENGLISH = 'en';

const printedPhrases = remember(
  (pack: string): Phrases => readPhrases([...new Set([pack, packFor(ENGLISH) as string])]),
);

/**
 * The phrases of a language, merged with the English ones: the interface of a page is often English under text in
 * another language. Nothing is read before it is asked for.
 *
 * @param language BCP 47 tag; one without a pack gives the English phrases
 */
export const phrases = remember(
  (language: string): Phrases => printedPhrases((packFor(language) ?? packFor(ENGLISH)) as string),
);
