/** Sketches as the database stores them: rows of a `SketchPack`, many in one record. */
import { ROW, rowOf } from '../sketch/pack.ts';
import { MIN_SHINGLES, type Sketch, WORDS } from '../sketch/sketch.ts';

/** Articles in a chunk, as a power of two: 128, or 33 KB. */
const CHUNK_BITS = 7;

export const chunkOf = (id: number): number => id >>> CHUNK_BITS;

/** The valid rows of a chunk. */
export function soundRows(value: unknown, chunk: number): Uint32Array {
  if (!(value instanceof Uint32Array)) return new Uint32Array();
  const seen = new Set<number>();
  return filtered(value.subarray(0, value.length - (value.length % ROW)), (id, size) => {
    const sound = id > 0 && chunkOf(id) === chunk && size >= MIN_SHINGLES && !seen.has(id);
    seen.add(id);
    return sound;
  });
}

function filtered(rows: Uint32Array, keep: (id: number, size: number) => boolean): Uint32Array {
  const kept: Uint32Array[] = [];
  for (let at = 0; at < rows.length; at += ROW) {
    if (keep(rows[at] as number, rows[at + 1] as number)) kept.push(rows.subarray(at, at + ROW));
  }
  return joined(kept);
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The rows without some articles. */
export const without = (rows: Uint32Array, ids: ReadonlySet<number>): Uint32Array =>
  filtered(rows, (id) => !ids.has(id));

/** The rows with articles' sketches, in the place of those that they had. */
export const withSketches = (rows: Uint32Array, sketches: ReadonlyMap<number, Sketch>): Uint32Array =>
  joined([without(rows, new Set(sketches.keys())), ...[...sketches].map(([id, sketch]) => rowOf(id, sketch))]);

/** The sketches of a chunk by article. */
export function* sketchesIn(rows: Uint32Array): Generator<[id: number, sketch: Sketch]> {
  for (let at = 0; at < rows.length; at += ROW) {
    const bits = rows.slice(at + ROW - WORDS, at + ROW);
    yield [rows[at] as number, { size: rows[at + 1] as number, bits }];
  }
}

export const sketchIn = (rows: Uint32Array, id: number): Sketch | undefined => new Map(sketchesIn(rows)).get(id);
