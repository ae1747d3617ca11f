import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Met } from '../../../src/memory/article.ts';
import { Memory } from '../../../src/memory/memory.ts';
import { type Sketch, sketchOf } from '../../../src/sketch/sketch.ts';
import { Author } from '../../bench/memory/stories.ts';
import { TONGUES, type Tongue } from '../../bench/memory/tongues.ts';
import { random } from '../../bench/summary/random.ts';

const author = new Author(TONGUES[2] as Tongue, random(7));
const sketches = Array.from({ length: 12 }, () => sketchOf(author.text(author.story(12))) as Sketch);
const sketch = (at: number) => sketches[at] as Sketch;

const met = (name: string, others: Partial<Met> = {}): Met => ({
  url: `https://${name}.example/story`,
  title: `A story on ${name}`,
  language: 'en',
  published: null,
  verdict: 'none',
  original: null,
  ...others,
});

let memory: Memory;
beforeEach(() => {
  memory = new Memory();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await memory.close();
  await deleteDB('memory');
});

const sites = async (of = memory) => (await of.all()).map(({ url }) => new URL(url).hostname.split('.')[0]);
const known = async (at: number, of = memory) =>
  (await of.like(sketch(at), 'https://elsewhere.example/')).map(
    ({ article }) => new URL(article.url).hostname.split('.')[0],
  );

describe('remembering', () => {
  it('keeps articles, and knows those again that are nearly the same', async () => {
    await memory.remember(met('one'), sketch(0), 100, 1000);
    await memory.remember(met('two'), sketch(1), 100, 2000);
    await memory.remember(met('copy'), sketch(0), 100, 3000);
    expect(await sites()).toEqual(['copy', 'two', 'one']);
    expect(await known(0)).toEqual(['one', 'copy']);
    expect(await known(2)).toEqual([]);
    expect((await memory.like(sketch(1), 'https://two.example/story')).length).toBe(0);
    expect((await memory.all()).find(({ url }) => url.includes('copy'))?.copyOf).toBe(1);
  });

  it('takes the earliest date for the original, not the one that was met first', async () => {
    await memory.remember(met('late', { published: '2024-05-03' }), sketch(0), 100, 1);
    await memory.remember(met('early', { published: '2024-05-01T10:00:00+02:00' }), sketch(0), 100, 2);
    await memory.remember(met('undated'), sketch(0), 100, 3);
    expect((await memory.all())[0]?.copyOf).toBe(2);
  });

  it('meets the same address again: its first time stays, what the page says now counts', async () => {
    await memory.remember(met('one'), sketch(0), 100, 1000);
    await memory.remember(met('one', { title: 'A better title', verdict: 'repost' }), sketch(1), 100, 9000);
    expect(await memory.all()).toMatchObject([{ id: 1, met: 1000, title: 'A better title', verdict: 'repost' }]);
    expect(await known(0)).toEqual([]);
    expect(await known(1)).toEqual(['one']);
  });

  it('lets the oldest go when there are too many', async () => {
    for (let at = 0; at < 6; at++) await memory.remember(met(`s${at}`), sketch(at), 4, at);
    expect(await sites()).toEqual(['s5', 's4', 's3', 's2']);
    expect(await known(1)).toEqual([]);
    expect(await known(2)).toEqual(['s2']);
    const again = new Memory();
    expect(await known(1, again)).toEqual([]);
    expect(await known(2, again)).toEqual(['s2']);
    await again.close();
  });

  it('forgets one, several, and everything', async () => {
    for (let at = 0; at < 4; at++) await memory.remember(met(`s${at}`), sketch(at), 100, at);
    await memory.forget([2, 3]);
    expect(await sites()).toEqual(['s3', 's0']);
    expect(await known(1)).toEqual([]);
    await memory.forgetAll();
    expect(await sites()).toEqual([]);
    expect(await known(0)).toEqual([]);
    await memory.remember(met('s9'), sketch(0), 100, 9);
    expect(await known(0)).toEqual(['s9']);
  });

  it('hears of what another window did', async () => {
    const other = new Memory();
    await memory.remember(met('one'), sketch(0), 100, 1);
    expect(await known(0, other)).toEqual(['one']);
    await other.remember(met('two'), sketch(1), 100, 2);
    expect(await known(1)).toEqual(['two']);
    await other.forgetAll();
    expect(await known(1)).toEqual([]);
    await other.close();
  });

  it('carries everything over to another memory, but for addresses that are known there', async () => {
    await memory.remember(met('one', { published: '2024-01-01' }), sketch(0), 100, 1);
    await memory.remember(met('copy'), sketch(0), 100, 2);
    await memory.remember(met('two'), sketch(1), 100, 3);
    const entries = await memory.entries();
    await memory.forgetAll();
    await memory.remember(met('two', { title: 'Known here' }), sketch(1), 100, 4);
    expect(await memory.add(entries, 100)).toBe(2);
    const all = await memory.all();
    expect(all.map(({ title }) => title)).toEqual(['Known here', 'A story on copy', 'A story on one']);
    expect(all[1]?.copyOf).toBe(all[2]?.id);
    expect(await known(0)).toEqual(['one', 'copy']);
    expect(await memory.add(entries, 100)).toBe(0);
  });

  it('takes in what has one address once, as it was first met', async () => {
    const of = (id: number, name: string, at: number, copyOf: number | null = null) => ({
      article: { ...met(name), id, met: at, copyOf },
      sketch: sketch(id),
    });
    const entries = [of(7, 'twice', 30), of(5, 'copy', 20, 7), of(6, 'twice', 10), of(4, 'stray', 40, 99)];
    expect(await memory.add(entries, 100)).toBe(3);
    const all = await memory.all();
    expect(all.map(({ met }) => met)).toEqual([40, 20, 10]);
    expect(all.map(({ copyOf }) => copyOf)).toEqual([null, all[2]?.id, null]);
    expect(await known(6)).toEqual(['twice']);
    expect(await known(7)).toEqual([]);
  });

  it('takes in the last ones where there are more than may be remembered', async () => {
    const entries = Array.from({ length: 6 }, (_, at) => ({
      article: { ...met(`s${at}`), id: at + 1, met: at, copyOf: null },
      sketch: sketch(at),
    }));
    await memory.add(entries, 4);
    expect(await sites()).toEqual(['s5', 's4', 's3', 's2']);
    expect(await known(1)).toEqual([]);
  });
});

describe('when something breaks', () => {
  /** Changes the database behind the memory's back. */
  async function tamper(change: (db: Awaited<ReturnType<typeof openDB>>) => unknown): Promise<void> {
    await memory.close();
    const db = await openDB('memory');
    await change(db);
    db.close();
  }

  it('an interrupted change leaves nothing behind', async () => {
    await memory.remember(met('one'), sketch(0), 100, 1);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === 'sketches') this.transaction.abort();
      return put.call(this, value, key);
    });
    await expect(memory.remember(met('two'), sketch(1), 100, 2)).rejects.toThrow();
    vi.restoreAllMocks();
    expect(await sites()).toEqual(['one']);
    expect(await known(1)).toEqual([]);
    expect(await memory.trouble()).toBeNull();
    await memory.remember(met('two'), sketch(1), 100, 3);
    expect(await known(1)).toEqual(['two']);
  });

  it('no room: the oldest go, and where that does not help the reader is told', async () => {
    for (let at = 0; at < 3; at++) await memory.remember(met(`s${at}`), sketch(at), 100, at);
    const put = IDBObjectStore.prototype.put;
    let refused = 1;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === 'articles' && refused-- > 0) throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value, key);
    });
    await memory.remember(met('s3'), sketch(3), 100, 3);
    expect(await sites()).toEqual(['s3', 's2', 's1']);
    expect(await memory.trouble()).toBeNull();
    refused = 2;
    await memory.remember(met('s4'), sketch(4), 100, 4);
    expect(await sites()).toEqual(['s3', 's2']);
    expect(await memory.trouble()).toBe('full');
    await memory.troubleSeen();
    expect(await memory.trouble()).toBeNull();
  });

  it('a database from the future is started afresh, and says so', async () => {
    await memory.remember(met('one'), sketch(0), 100, 1);
    await memory.close();
    (await openDB('memory', 99)).close();
    expect(await sites()).toEqual([]);
    expect(await memory.trouble()).toBe('afresh');
    await memory.remember(met('two'), sketch(1), 100, 2);
    expect(await known(1)).toEqual(['two']);
  });

  it('a database without its stores is started afresh', async () => {
    (await openDB('memory', 1)).close();
    expect(await sites()).toEqual([]);
    expect(await memory.trouble()).toBe('afresh');
  });

  it.each<[string, () => void]>([
    [
      'Chromium says so',
      () => {
        const event = IDBVersionChangeEvent.prototype as { dataLoss?: string };
        event.dataLoss = 'total';
        onTestFinished(() => void delete event.dataLoss);
      },
    ],
    [
      'Firefox cannot tell which there are',
      () => {
        const unreadable = new DOMException('cannot be read', 'UnknownError');
        vi.spyOn(indexedDB, 'databases').mockRejectedValueOnce(unreadable);
      },
    ],
  ])('an empty database in the place of damaged files, of which %s', async (_, damage) => {
    damage();
    expect(await sites()).toEqual([]);
    expect(await memory.trouble()).toBe('afresh');
    await memory.troubleSeen();
    await memory.close();
    expect(await memory.trouble()).toBeNull();
  });

  it('no trouble is told of a database that is there while another one is damaged', async () => {
    await memory.remember(met('one'), sketch(0), 100, 1);
    await memory.close();
    vi.spyOn(indexedDB, 'databases').mockRejectedValueOnce(new DOMException('cannot be read', 'UnknownError'));
    expect(await sites()).toEqual(['one']);
    expect(await memory.trouble()).toBeNull();
  });

  it('one whose values cannot be read any more is started afresh', async () => {
    await memory.remember(met('one'), sketch(0), 100, 1);
    const getAll = IDBObjectStore.prototype.getAll;
    let broken = true;
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (broken) throw new DOMException('cannot be read', 'UnknownError');
      return getAll.apply(this, args);
    });
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementationOnce((name) => {
      broken = false;
      return IDBFactory.prototype.deleteDatabase.call(indexedDB, name);
    });
    expect(await sites()).toEqual([]);
    expect(await memory.trouble()).toBe('afresh');
  });

  it('where there can be no database at all, it says so and nothing else', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not here', 'SecurityError');
    });
    await expect(memory.all()).rejects.toThrow('not here');
    vi.restoreAllMocks();
    expect(await sites()).toEqual([]);
  });

  it('goes on when the browser closes the connection', async () => {
    await memory.remember(met('one'), sketch(0), 100, 1);
    const db = await openDB('memory', undefined);
    await Promise.all([deleteDB('memory'), db.close()]);
    await memory.remember(met('two'), sketch(1), 100, 2);
    expect(await sites()).toEqual(['two']);
  });

  it.each<[string, (db: Awaited<ReturnType<typeof openDB>>) => unknown, string[]]>([
    ['a sketch that is lost', (db) => db.delete('sketches', 0), []],
    ['a chunk of rubbish', (db) => db.put('sketches', 'rubbish', 0), []],
    ['a chunk cut off', async (db) => db.put('sketches', (await db.get('sketches', 0)).slice(0, 70), 0), ['s0']],
    ['an article that is lost', (db) => db.delete('articles', 2), ['s2', 's0']],
    ['a chunk in a wrong place', async (db) => db.put('sketches', await db.get('sketches', 0), 5), ['s2', 's1', 's0']],
  ])('mends %s', async (_, change, left) => {
    for (let at = 0; at < 3; at++) await memory.remember(met(`s${at}`), sketch(at), 100, at);
    await tamper(change);
    await known(0);
    expect(await sites()).toEqual(left);
    expect(await memory.trouble()).toBe(left.length === 3 ? null : 'repaired');
    for (let at = 0; at < 3; at++) expect(await known(at)).toEqual(left.includes(`s${at}`) ? [`s${at}`] : []);
    await memory.remember(met('s7'), sketch(7), 100, 7);
    expect(await known(7)).toEqual(['s7']);
  });

  it('leaves out a record that does not parse', async () => {
    for (let at = 0; at < 3; at++) await memory.remember(met(`s${at}`), sketch(at), 100, at);
    await tamper((db) => db.put('articles', { id: 2, url: 'javascript:alert(1)', met: 1 }));
    expect(await sites()).toEqual(['s2', 's0']);
    expect(await known(1)).toEqual([]);
    expect((await memory.entries()).length).toBe(2);
  });
});
