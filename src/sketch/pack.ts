/** All sketches in one block of memory, scanned from end to end: no index to keep in step. */
import { sharedBy } from './similarity.ts';
import { agreeing, type Sketch, WORDS } from './sketch.ts';

/** A row: the article's number, the size of its sketch, its bits. A row whose number is 0 is free. */
const SIZE = 1;
const BITS = 2;
export const ROW = BITS + WORDS;

/** An article that is nearly the same. */
export interface Hit {
  readonly id: number;
  /** How much of the shorter text stands in the longer one, 0 to 1. */
  readonly shared: number;
}

/** The row of one article. */
export function rowOf(id: number, { size, bits }: Sketch): Uint32Array {
  const row = new Uint32Array(ROW);
  row[0] = id;
  row[SIZE] = size;
  row.set(bits, BITS);
  return row;
}

export class SketchPack {
  #block = new Uint32Array(ROW * 64);
  #end = 0;
  /** Articles in the pack. */
  count = 0;

  /** Adds rows, of which some may be free. */
  add(rows: Uint32Array): void {
    if (this.#end + rows.length > this.#block.length) {
      const larger = new Uint32Array(Math.max(2 * this.#block.length, this.#end + rows.length));
      larger.set(this.#block.subarray(0, this.#end));
      this.#block = larger;
    }
    for (let at = 0; at < rows.length; at += ROW) {
      if (rows[at] === 0) continue;
      this.#block.set(rows.subarray(at, at + ROW), this.#end);
      this.#end += ROW;
      this.count++;
    }
  }

  /** Takes articles out; what is after them moves up. */
  remove(ids: ReadonlySet<number>): void {
    let to = 0;
    for (let at = 0; at < this.#end; at += ROW) {
      if (ids.has(this.#block[at] as number)) continue;
      if (to !== at) this.#block.copyWithin(to, at, at + ROW);
      to += ROW;
    }
    this.#end = to;
    this.count = to / ROW;
  }

  /** The articles that are nearly the same, those with most in common first. */
  like({ size, bits }: Sketch): Hit[] {
    const hits: Hit[] = [];
    for (let at = 0; at < this.#end; at += ROW) {
      const places = agreeing(bits, this.#block, at + BITS);
      const shared = sharedBy(places, size, this.#block[at + SIZE] as number);
      if (shared !== null) hits.push({ id: this.#block[at] as number, shared });
    }
    return hits.sort((a, b) => b.shared - a.shared);
  }
}
