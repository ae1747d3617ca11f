/**
 * Phrases as fingerprints: the length and the hash of each part of a phrase. Less than half the size of the words,
 * nothing to compile, and a comparison is one subtraction.
 */
import { BASE, DIGITS, digit, extended, hashOf, printHash, readNumber } from '../fingerprint.ts';
import { normalise } from './normalise.ts';
import { type Pack, type PrintedPack, TOPICS } from './types.ts';

/** Longest text that is looked at, in UTF-16 units: a phrase is short. */
export const LONGEST = 400;

const POWERS = new Int32Array(LONGEST + 1);
POWERS[0] = 1;
for (let i = 1; i <= LONGEST; i++) POWERS[i] = Math.imul(POWERS[i - 1] as number, BASE);

/** Marks, symbols, arrows and white space: what may stand around a phrase. */
const EDGE = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;
const PHRASE_EDGE = /^(?:(?![%#])[\s\p{P}\p{S}])+|(?:(?![%#])[\s\p{P}\p{S}])+$/gu;
const NUMBER = /#|\p{Nd}[\p{Nd}.,]*/gu;
/** A phrase and a word that touch in writing that puts spaces between words. */
const GLUED =
  /[\p{L}\p{Nd}](?<![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Mymr}])%|%[\p{L}\p{Nd}]/u;

/**
 * One phrase: each part as its length and its hash, `%` between two. Room for any words at the beginning is `&`, room at
 * the end is a quote, `!` says that words may touch the phrase. Where a part follows without a sign, the next phrase
 * begins.
 */
function printPhrase(phrase: string): string {
  const parts = normalise(phrase).replace(PHRASE_EDGE, '').replace(NUMBER, '#').split('%');
  const printed = parts.map((part) => {
    const text = part.trim();
    if (text.length >= DIGITS) throw new RangeError(`a part of the phrase "${phrase}" is too long`);
    return text && digit(text.length) + printHash(hashOf(text));
  });
  return printed.join('%').replace(/^%/, '&').replace(/%$/, "'") + (GLUED.test(normalise(phrase)) ? '!' : '');
}

/** The pack as fingerprints. The first word for "Source" is an attribution too: "Source: NAME". */
export function print(pack: Pack): PrintedPack {
  const source = pack.source?.split('|')[0];
  const attribution = [pack.attribution, source && `${source}: %`].filter(Boolean).join('|');
  const topics: Pack = { ...pack, attribution };
  const printed = TOPICS.map((topic) => topics[topic]?.split('|').map(printPhrase).join(''));
  return printed.join(' ').trimEnd();
}

/** A part of a phrase. */
export interface Part {
  readonly length: number;
  readonly hash: number;
}

/** A phrase to compare with: its parts, with room for any words between each two. */
export interface Print {
  readonly parts: readonly Part[];
  /** Words may touch it: it is the beginning or the end of a word. */
  readonly glued: boolean;
}

const EMPTY: Part = { length: 0, hash: 0 };
const PRINTED_PHRASE = /(&?)([(-~]{6}(?:%[(-~]{6})*)('?)(!?)/g;

const readPart = (printed: string): Part => ({
  length: readNumber(printed, 0, 1),
  hash: readNumber(printed, 1, printed.length),
});

/** Reads what {@link print} wrote of one topic. */
export function readPrints(printed: string): Print[] {
  return Array.from(printed.matchAll(PRINTED_PHRASE), ([, before, parts = '', after, glued]) => ({
    parts: [...(before ? [EMPTY] : []), ...parts.split('%').map(readPart), ...(after ? [EMPTY] : [])],
    glued: glued !== '',
  }));
}

const WORD = /[\p{L}\p{Nd}]/u;
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Mymr}]/u;

/** A text that phrases are compared with: normalised, without the marks around it, each number one sign. */
export class Scan {
  /** The normalised text, whole. */
  readonly normal: string;
  /** What is compared. */
  readonly plain: string;
  /** Where each unit of `plain`, and its end, lies in `normal`. */
  readonly #at: number[] = [];
  /** Hashes of the beginnings of `plain`. */
  readonly #hashes: Int32Array;

  constructor(text: string) {
    this.normal = normalise(text);
    const inner = this.normal.replace(EDGE, '');
    let from = inner === '' ? 0 : this.normal.indexOf(inner);
    let plain = '';
    let last = 0;
    for (const number of inner.matchAll(NUMBER)) {
      for (let i = last; i < number.index; i++) this.#at.push(from + i);
      plain += `${inner.slice(last, number.index)}#`;
      this.#at.push(from + number.index);
      last = number.index + number[0].length;
    }
    for (let i = last; i < inner.length; i++) this.#at.push(from + i);
    plain += inner.slice(last);
    from += inner.length;
    this.#at.push(from);
    this.plain = plain;
    this.#hashes = new Int32Array(plain.length + 1);
    for (let i = 0; i < plain.length; i++)
      this.#hashes[i + 1] = extended(this.#hashes[i] as number, plain.charCodeAt(i));
  }

  /** Place in `normal` of the unit of `plain` at `index`. */
  at(index: number): number {
    return this.#at[index] as number;
  }

  /** Place in `normal` after the unit of `plain` before `index`. */
  endAt(index: number): number {
    return index === 0
      ? this.at(0)
      : index === this.plain.length
        ? this.at(index)
        : this.at(index - 1) + this.#width(index - 1);
  }

  #width(index: number): number {
    return this.plain[index] === '#' ? (/^[\p{Nd}.,#]+/u.exec(this.normal.slice(this.at(index)))?.[0].length ?? 1) : 1;
  }

  /** Marks stand behind what is compared. */
  get hasTail(): boolean {
    return this.normal.length > this.at(this.plain.length);
  }

  /** Whether `part` stands at `start`. */
  has({ length, hash }: Part, start: number): boolean {
    const end = start + length;
    if (start < 0 || end > this.plain.length) return false;
    const before = start === 0 ? 0 : Math.imul(this.#hashes[start] as number, POWERS[length] as number);
    return (((this.#hashes[end] as number) - before) | 0) === hash;
  }

  /** A word runs on over `index`, in writing that puts spaces between words. */
  isInWord(index: number): boolean {
    if (index <= 0 || index >= this.plain.length) return false;
    const [before, after] = [this.plain[index - 1] as string, this.plain[index] as string];
    return WORD.test(before) && WORD.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after);
  }
}
