/**
 * Phrases as fingerprints: the hash of a phrase, or where it has room for any words the length and the hash of each of
 * its parts. A third of the size of the words, nothing to compile, and a comparison is one subtraction.
 */
import {
  BASE,
  digit,
  type Entry,
  extended,
  HASH_DIGITS,
  hashOf,
  masked,
  type PrintedSet,
  printedSet,
  printHash,
  printSet,
  readNumber,
} from '../fingerprint.ts';
import { firstLetter, isDigit, isMark, isUnspaced, lastLetter } from './letters.ts';
import { normalise } from './normalise.ts';
import { ASKED_FIRST, type Pack, TOPICS, type Topic } from './types.ts';

/** Longest text that is looked at, in UTF-16 units: a phrase is short. */
export const LONGEST = 400;

/** The first powers of the base. */
const POWERS = [1];
function power(exponent: number): number {
  for (let i = POWERS.length; i <= exponent; i++) POWERS.push(Math.imul(POWERS[i - 1] as number, BASE));
  return POWERS[exponent] as number;
}

/** A phrase as it is compared: without the marks around it, those for room and number excepted. */
function tidied(phrase: string): string {
  const text = normalise(phrase);
  const start = Math.min(firstLetter(text), ...['%', '#'].map((sign) => text.indexOf(sign)).filter((at) => at >= 0));
  const end = Math.max(lastLetter(text), text.lastIndexOf('%') + 1, text.lastIndexOf('#') + 1);
  return text.slice(start, end);
}

/**
 * Signs in a printed phrase with room, where else the length of a part stands: room for any words before it, after it
 * no more room, another part, words may touch it. What is higher begins the phrases of the topic with that index.
 */
const [AHEAD, CLOSED, THEN, GLUED, TOPIC] = [70, 71, 72, 73, 74] as const;

/**
 * One phrase with room: each part as its length and its hash, with room behind it unless it is said otherwise.
 */
function printOpen(phrase: string): string {
  const parts = phrase.split('%').map((part) => counted(part.trim()));
  const said = parts.filter((part) => part !== '');
  const printed = said.map((part) => {
    if (part.length >= AHEAD) throw new RangeError(`a part of the phrase "${phrase}" is too long`);
    return digit(part.length) + printHash(hashOf(part));
  });
  const ahead = parts[0] === '' ? digit(AHEAD) : '';
  const closed = parts.at(-1) === '' ? '' : digit(CLOSED);
  return ahead + printed.join(digit(THEN)) + closed + (isGlued(phrase) ? digit(GLUED) : '');
}

/** A phrase and a word touch in writing that puts spaces between words. */
const isGlued = (phrase: string): boolean =>
  [...phrase.matchAll(/%/g)].some(({ index }) => {
    const [before, after] = [phrase.charCodeAt(index - 1), phrase.charCodeAt(index + 1)];
    return (index > 0 && !isMark(before) && !isUnspaced(before)) || (index + 1 < phrase.length && !isMark(after));
  });

/**
 * Some topics of a pack as fingerprints: the set of the phrases without room, a space, and those with room by topic.
 *
 * @param known what is said in a pack that is always read as well
 */
function printTopics(wanted: readonly Topic[], pack: Pack, known: Pack): string {
  const phrasesOf = (from: Pack, topic: Topic) => (from[topic]?.split('|') ?? []).map(tidied);
  const fixed: Entry[] = [];
  let open = '';
  for (const topic of wanted) {
    const index = TOPICS.indexOf(topic);
    const common = ['', ...phrasesOf(known, topic)];
    const all = [...new Set(phrasesOf(pack, topic))].filter((phrase) => !common.includes(phrase));
    const withRoom = all.filter((phrase) => phrase.includes('%'));
    for (const phrase of all) if (!withRoom.includes(phrase)) fixed.push([hashOf(counted(phrase)), index]);
    if (withRoom.length > 0) open += digit(TOPIC + index) + withRoom.map(printOpen).join('');
  }
  return `${printSet(fixed)} ${open}`;
}

/** Every pack, by language tag, as fingerprints: a tag, a space, what a Verdict asks for, a space and the rest; `!` between two. */
export const printPacks = (packs: Readonly<Record<string, Pack>>): string =>
  Object.entries(packs)
    .map(([tag, pack]) => {
      const known = pack === packs.en ? {} : packs.en;
      const halves = [TOPICS.slice(0, ASKED_FIRST), TOPICS.slice(ASKED_FIRST)];
      return [tag, ...halves.map((topics) => printTopics(topics, pack, known ?? {}))].join(' ').trimEnd();
    })
    .join('!');

/** A part of a phrase. */
export interface Part {
  readonly length: number;
  readonly hash: number;
}

/** A phrase with room to compare with: its parts, with room for any words between each two. */
export interface Print {
  readonly parts: readonly Part[];
  /** Words may touch it: it is the beginning or the end of a word. */
  readonly glued: boolean;
}

const EMPTY: Part = { length: 0, hash: 0 };

/** What {@link printPacks} wrote of some topics. */
export interface Prints {
  /** Phrases without room: their hashes, each with the index of its topic. */
  readonly fixed: PrintedSet;
  /** Phrases with room, by the index of their topic. */
  readonly open: readonly (readonly Print[] | undefined)[];
}

/** Reads what {@link printPacks} wrote of the topics that are asked first, or of the others. */
export function readPrints(pack: string, half: 0 | 1): Prints {
  const [fixed = '', open = ''] = pack.split(' ').slice(1 + 2 * half);
  return { fixed: printedSet(fixed), open: readOpen(open) };
}

function readOpen(printed: string): Print[][] {
  const topics: Print[][] = [];
  let prints: Print[] = [];
  let at = 0;
  const sign = () => readNumber(printed, at, at + 1);
  const take = (expected: number): boolean => {
    const isThere = sign() === expected;
    if (isThere) at++;
    return isThere;
  };
  while (at < printed.length) {
    if (sign() >= TOPIC) {
      prints = [];
      topics[sign() - TOPIC] = prints;
      at++;
    }
    const parts: Part[] = take(AHEAD) ? [EMPTY] : [];
    do {
      const hash = at + 1;
      parts.push({ length: sign(), hash: readNumber(printed, hash, hash + HASH_DIGITS) });
      at = hash + HASH_DIGITS;
    } while (take(THEN));
    if (!take(CLOSED)) parts.push(EMPTY);
    prints.push({ parts, glued: take(GLUED) });
  }
  return topics;
}

/**
 * A text with one sign for each number.
 *
 * @param at gets where each unit of it, and its end, stands in the text as it was
 */
function counted(text: string, at?: number[]): string {
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    at?.push(i);
    const isNumber = isDigit(text.charCodeAt(i));
    plain += isNumber ? '#' : text[i];
    if (isNumber) while (isInNumber(text, i + 1)) i++;
  }
  at?.push(text.length);
  return plain;
}

/** A number goes on at `at`: with a figure, or with a mark. */
function isInNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x2c || code === 0x2e || isDigit(code);
}

/** A text that phrases are compared with: normalised, without the marks around it, each number one sign. */
export function scanOf(text: string) {
  /** The normalised text, whole. */
  const normal = normalise(text);
  /** Where what is compared stands in it. */
  const to = lastLetter(normal);
  const from = Math.min(firstLetter(normal), to);
  /** What is compared. */
  const plain = counted(normal.slice(from, to));
  /** Hashes of its beginnings. */
  const hashes = new Int32Array(plain.length + 1);
  for (let i = 0; i < plain.length; i++) hashes[i + 1] = extended(hashes[i] as number, plain.charCodeAt(i));
  /** Place in what is compared of each unit of `plain`, and of its end. */
  let places: number[] | undefined;

  /** Place in `normal` of the unit of `plain` at `index`. */
  function at(index: number): number {
    if (!places) {
      places = [];
      counted(normal.slice(from, to), places);
    }
    return from + (places[index] as number);
  }

  /** Place in `normal` after the unit of `plain` before `index`. */
  function endAt(index: number): number {
    if (index === 0) return at(0);
    let end = at(index - 1) + 1;
    if (plain[index - 1] === '#') while (isInNumber(normal, end)) end++;
    return end;
  }

  /** Whether `part` stands at `start`. */
  function has({ length, hash }: Part, start: number): boolean {
    const end = start + length;
    if (start < 0 || end > plain.length) return false;
    const before = start === 0 ? 0 : Math.imul(hashes[start] as number, power(length));
    return masked((hashes[end] as number) - before) === hash;
  }

  /** A word runs on over `index`, in writing that puts spaces between words. */
  function isInWord(index: number): boolean {
    if (index <= 0 || index >= plain.length) return false;
    const [before, after] = [plain.charCodeAt(index - 1), plain.charCodeAt(index)];
    return !isMark(before) && !isMark(after) && !isUnspaced(before) && !isUnspaced(after);
  }

  return {
    plain,
    /** Marks stand behind what is compared. */
    hasTail: normal.length > to,
    /** Hash of what is compared, up to `end`. */
    hashTo: (end: number) => hashes[end] as number,
    at,
    endAt,
    has,
    isInWord,
  };
}

export type Scan = ReturnType<typeof scanOf>;
