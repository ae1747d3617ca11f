/**
 * What is kept of a text to know it again: a *sketch* of fixed size, from which the text cannot be had back.
 *
 * b-bit MinHash (Li and König, "b-Bit minwise hashing", WWW 2010): for each of {@link PLACES} hash functions the least
 * hash of all shingles, of which {@link BITS} bits are kept. Two sketches agree in a place with the probability
 * `J + (1 - J) / 2^BITS`, where `J` is the share of shingles that the texts have in common (Jaccard). With 1024 places
 * of two bits, 256 bytes, the standard error of J is 0.02; one bit in twice the places costs as much and tells as much.
 */
import { mixed, shingleSteps } from './shingles.ts';

/** Hash functions. */
const PLACES = 1024;
/** Bits kept of each least hash. */
const BITS = 2;
/** 32-bit words of a sketch. */
export const WORDS = (PLACES * BITS) / 32;

/** Fewer shingles say too little. */
export const MIN_SHINGLES = 40;

export interface Sketch {
  /** Distinct shingles of the text. */
  readonly size: number;
  /** {@link WORDS} of them. */
  readonly bits: Uint32Array;
}

/** Shingles between two chances for the page to go on. */
const SHINGLES_PER_SLICE = 500;

/** Multipliers (odd) and addends of the hash functions: always the same, as sketches outlive the program. */
const FACTORS = Int32Array.from({ length: PLACES }, (_, place) => mixed(2 * place + 1) | 1);
const ADDENDS = Int32Array.from({ length: PLACES }, (_, place) => mixed(2 * place + 2));

/** The sketch of a text; `null` when it is too short. Yields now and then, so that a page can go on meanwhile. */
export function* sketchSteps(text: string): Generator<undefined, Sketch | null> {
  const shingles = yield* shingleSteps(text);
  if (shingles.size < MIN_SHINGLES) return null;
  const least = new Int32Array(PLACES).fill(0x7fffffff);
  let since = 0;
  for (const shingle of shingles) {
    for (let place = 0; place < PLACES; place++) {
      const hash = (Math.imul(FACTORS[place] as number, shingle) + (ADDENDS[place] as number)) | 0;
      if (hash < (least[place] as number)) least[place] = hash;
    }
    if (++since % SHINGLES_PER_SLICE === 0) yield;
  }
  return { size: shingles.size, bits: packed(least) };
}

/** {@link sketchSteps} in one go. */
export function sketchOf(text: string): Sketch | null {
  const work = sketchSteps(text);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function packed(least: Int32Array): Uint32Array {
  const bits = new Uint32Array(WORDS);
  least.forEach((hash, place) => {
    const at = (place * BITS) >> 5;
    bits[at] = (bits[at] as number) | ((mixed(hash) >>> (32 - BITS)) << ((place * BITS) & 31));
  });
  return bits;
}

/** How much of the shingles two sketches have in common (Jaccard), from the places in which they agree; 0 to 1. */
export function jaccard(agreeing: number): number {
  const chance = 1 / 2 ** BITS;
  return Math.max(0, (agreeing / PLACES - chance) / (1 - chance));
}

/**
 * In how many places a sketch agrees with the one that begins at `at` in `block`. Two bits a place: they differ where
 * either bit does.
 */
export function agreeing(bits: Uint32Array, block: Uint32Array, at: number): number {
  let differing = 0;
  for (let word = 0; word < WORDS; word++) {
    const either = (bits[word] as number) ^ (block[at + word] as number);
    differing += ones((either | (either >>> 1)) & 0x55555555);
  }
  return PLACES - differing;
}

/** How many of the even bits are set, where the odd ones are not. */
function ones(even: number): number {
  const pairs = (even & 0x33333333) + ((even >>> 2) & 0x33333333);
  const bytes = (pairs + (pairs >>> 4)) & 0x0f0f0f0f;
  return Math.imul(bytes, 0x01010101) >>> 24;
}
