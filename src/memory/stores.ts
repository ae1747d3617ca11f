/** What is read and written inside one transaction of the database. */
import type { IDBPTransaction } from 'idb';
import type { Sketch } from '../sketch/sketch.ts';
import { chunkOf, sketchIn, soundRows, without, withSketches } from './chunks.ts';
import type { Database, Schema } from './database.ts';

export type WriteTransaction = ReturnType<typeof writeTransaction>;
export const writeTransaction = (db: Database) => db.transaction(['articles', 'sketches', 'state'], 'readwrite');

export type ReadTransaction = IDBPTransaction<Schema, ['articles', 'sketches', 'state'], 'readonly'>;

/** The sound rows of all chunks. */
export async function rowsIn(reading: ReadTransaction): Promise<Uint32Array[]> {
  const store = reading.objectStore('sketches');
  const [keys, chunks] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return chunks.map((rows, at) => soundRows(rows, keys[at] ?? -1));
}

export async function putSketches(change: WriteTransaction, sketches: ReadonlyMap<number, Sketch>): Promise<void> {
  const store = change.objectStore('sketches');
  for (const [chunk, ids] of byChunk(sketches.keys())) {
    const inChunk = new Map(ids.map((id) => [id, sketches.get(id) as Sketch]));
    await store.put(withSketches(soundRows(await store.get(chunk), chunk), inChunk), chunk);
  }
}

/** The sketch of an article that is known. */
export async function sketchOf(change: WriteTransaction, id: number): Promise<Sketch | undefined> {
  return sketchIn(soundRows(await change.objectStore('sketches').get(chunkOf(id)), chunkOf(id)), id);
}

export async function takeOut(change: WriteTransaction, ids: readonly number[]): Promise<void> {
  const [articles, sketches] = [change.objectStore('articles'), change.objectStore('sketches')];
  for (const [chunk, inChunk] of byChunk(ids)) {
    const rows = without(soundRows(await sketches.get(chunk), chunk), new Set(inChunk));
    await (rows.length > 0 ? sketches.put(rows, chunk) : sketches.delete(chunk));
  }
  await Promise.all(ids.map((id) => articles.delete(id)));
}

/** The numbers of the articles that were first met longest ago. */
export const oldestOf = async (change: WriteTransaction, count: number): Promise<number[]> =>
  count > 0 ? change.objectStore('articles').index('met').getAllKeys(null, count) : [];

function byChunk(ids: Iterable<number>): Map<number, number[]> {
  const chunks = new Map<number, number[]>();
  for (const id of ids) {
    const chunk = chunks.get(chunkOf(id));
    if (chunk) chunk.push(id);
    else chunks.set(chunkOf(id), [id]);
  }
  return chunks;
}
