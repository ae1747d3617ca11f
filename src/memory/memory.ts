/**
 * What the reader has met: articles, and their sketches. Each change is one transaction, so that an interrupted one
 * leaves nothing behind. Several windows may hold a memory at once: each change counts up the revision in the database,
 * by which the others see that the sketches they keep in memory are no longer the ones that are stored.
 */
import { same } from '../settings/same.ts';
import { type Hit, rowOf, SketchPack } from '../sketch/pack.ts';
import type { Sketch } from '../sketch/sketch.ts';
import { articleSchema, type Met, type RememberedArticle } from './article.ts';
import { sketchesIn, soundRows, without } from './chunks.ts';
import { type Database, isBroken, isFull, open, startAfresh, type Trouble } from './database.ts';
import { earliest } from './earliest-match.ts';
import { parsed } from './parse.ts';
import { oldestOf, putSketches, rowsIn, sketchOf, takeOut, type WriteTransaction, writeTransaction } from './stores.ts';

/** An article that is nearly the same as one that is asked about. */
export interface Match extends Pick<Hit, 'shared'> {
  readonly article: RememberedArticle;
}

/** An article with its sketch, on its way from or to a file. */
export interface MemoryEntry {
  readonly article: RememberedArticle;
  readonly sketch: Sketch;
}

/** Shown at most, those with most in common first. */
const MAX_MATCHES = 20;

/** When there is no room: this share of the articles goes. */
const DROPPED_SHARE = 0.1;

export class Memory {
  #db: Promise<Database> | null = null;
  #pack = new SketchPack();
  /** Of what is in the pack. */
  #revision = -1;

  /** A connection that was lost is made anew; a database that stays broken is started afresh. */
  async #with<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const attempt = async () => {
      this.#db ??= open(() => this.#forgetConnection());
      return work(await this.#db);
    };
    try {
      return await attempt().catch(async (error) => {
        if (!isLost(error) && !isBroken(error)) throw error;
        await this.close();
        return attempt();
      });
    } catch (error) {
      await this.close();
      if (!isBroken(error)) throw error;
      await startAfresh();
      return attempt();
    }
  }

  #forgetConnection(): void {
    this.#db = null;
    this.#revision = -1;
  }

  async close(): Promise<void> {
    const db = await this.#db?.catch(() => null);
    this.#forgetConnection();
    db?.close();
  }

  /** The articles that are nearly the same as one with this sketch, those with most in common first. */
  like(sketch: Sketch, url: string): Promise<Match[]> {
    return this.#with(async (db) => {
      await this.#read(db);
      const matches: Match[] = [];
      for (const { id, shared } of this.#pack.like(sketch)) {
        const article = articleOf(await db.get('articles', id));
        if (article && article.url !== url) matches.push({ article, shared });
        if (matches.length === MAX_MATCHES) break;
      }
      return matches;
    });
  }

  /**
   * Keeps an article. One that was met before at the same address keeps its number and the time when it was first met.
   * The oldest go when there are more than `most`, or when there is no room.
   * @param now ms since 1970
   */
  async remember(met: Met, sketch: Sketch, most: number, now: number): Promise<void> {
    const copyOf = earliest(await this.like(sketch, met.url))?.article.id ?? null;
    const keep = (room: number) =>
      this.#change(async (change) => {
        const articles = change.objectStore('articles');
        const before = articleOf(await articles.index('url').get(met.url));
        // The number is the database's to give.
        const fresh = { met: now, copyOf, ...before, ...met } as RememberedArticle;
        if (before && same(before, fresh) && same(await sketchOf(change, before.id), sketch)) return 'nothing';
        const id = await articles.put(fresh);
        await putSketches(change, new Map([[id, sketch]]));
        const oldest = await oldestOf(change, (await articles.count()) - room);
        await takeOut(change, oldest);
        return { added: new Map([[id, sketch]]), removed: oldest };
      });
    try {
      await keep(most);
    } catch (error) {
      if (!isFull(error)) throw error;
      await this.#makeRoom(() => keep(most));
    }
  }

  /** Lets the oldest go and tries once more; when that fails too, the reader is told. */
  async #makeRoom(again: () => Promise<void>): Promise<void> {
    try {
      await this.#change(async (change) => {
        const count = await change.objectStore('articles').count();
        const oldest = await oldestOf(change, Math.ceil(DROPPED_SHARE * count));
        await takeOut(change, oldest);
        return { removed: oldest };
      });
      await again();
    } catch (error) {
      if (!isFull(error)) throw error;
      await this.#with((db) => db.put('state', 'full' satisfies Trouble, 'trouble')).catch(() => undefined);
    }
  }

  /** Everything that is remembered, the last first. What does not parse is left out. */
  all(): Promise<RememberedArticle[]> {
    return this.#with(async (db) => {
      const articles = (await db.getAll('articles')).map(articleOf).filter((article) => article !== null);
      return articles.sort((a, b) => b.met - a.met || b.id - a.id);
    });
  }

  count(): Promise<number> {
    return this.#with((db) => db.count('articles'));
  }

  /** Everything, to be kept in a file. */
  entries(): Promise<MemoryEntry[]> {
    return this.#with(async (db) => {
      const chunks = await rowsIn(db.transaction(['articles', 'sketches', 'state']));
      const sketches = new Map(chunks.flatMap((rows) => [...sketchesIn(rows)]));
      return (await db.getAll('articles')).flatMap((record) => {
        const article = articleOf(record);
        const sketch = article && sketches.get(article.id);
        return sketch ? { article, sketch } : [];
      });
    });
  }

  /**
   * Takes in what a file holds, but for addresses that are known. How many were taken in. All is asked at once and then
   * written at once: one after the other, 100,000 take minutes.
   */
  async add(entries: readonly MemoryEntry[], most: number): Promise<number> {
    let taken = 0;
    await this.#change(async (change) => {
      const articles = change.objectStore('articles');
      // Of several with one address the one that was met first.
      const byUrl = new Map(entries.toSorted((a, b) => b.article.met - a.article.met).map((one) => [urlOf(one), one]));
      const oldestFirst = [...byUrl.values()].sort((a, b) => a.article.met - b.article.met);
      const known = await Promise.all(oldestFirst.map((entry) => articles.index('url').getKey(urlOf(entry))));
      const fresh = oldestFirst.filter((_, at) => known[at] === undefined);
      const given = await Promise.all(
        fresh.map(({ article: { id: _, ...others } }) =>
          articles.add({ ...others, copyOf: null } as RememberedArticle),
        ),
      );
      const added = new Map(fresh.map(({ sketch }, at) => [given[at] as number, sketch]));

      const ids = new Map([
        ...oldestFirst.map((entry, at) => [urlOf(entry), known[at]] as const),
        ...fresh.map((entry, at) => [urlOf(entry), given[at]] as const),
      ]);
      /** Numbers in the file → numbers here. */
      const numbers = new Map(entries.map((entry) => [entry.article.id, ids.get(urlOf(entry))]));
      const copies = fresh.flatMap(({ article }, at) => {
        const copyOf = article.copyOf === null ? undefined : numbers.get(article.copyOf);
        return copyOf === undefined ? [] : [{ ...article, id: given[at] as number, copyOf }];
      });
      await Promise.all(copies.map((article) => articles.put(article)));
      await putSketches(change, added);
      const oldest = await oldestOf(change, (await articles.count()) - most);
      await takeOut(change, oldest);
      taken = added.size;
      return { added, removed: oldest };
    });
    return taken;
  }

  async forget(ids: readonly number[]): Promise<void> {
    await this.#change(async (change) => {
      await takeOut(change, ids);
      return { removed: ids };
    });
  }

  async forgetAll(): Promise<void> {
    await this.#change(async (change) => {
      await Promise.all([change.objectStore('articles').clear(), change.objectStore('sketches').clear()]);
      return 'all';
    });
  }

  /** What went wrong and was not shown to the reader yet. */
  trouble(): Promise<Trouble | null> {
    return this.#with(async (db) => ((await db.get('state', 'trouble')) as Trouble | undefined) ?? null);
  }

  async troubleSeen(): Promise<void> {
    await this.#with((db) => db.delete('state', 'trouble'));
  }

  /** Changes the database in one transaction, and then the pack, if that was up to date. */
  async #change(work: (change: WriteTransaction) => Promise<SketchChange>): Promise<void> {
    await this.#with(async (db) => {
      const change = writeTransaction(db);
      const state = change.objectStore('state');
      // A caller that awaits the transaction gets the error.
      change.done.catch(() => undefined);
      try {
        const before = Number((await state.get('revision')) ?? 0);
        const changed = await work(change);
        if (changed === 'nothing') return await change.done;
        await state.put(before + 1, 'revision');
        await change.done;
        if (this.#revision === before) this.#follow(changed, before + 1);
      } catch (error) {
        try {
          change.abort();
        } catch {
          // It has ended by itself.
        }
        throw change.error ?? error;
      }
    });
  }

  #follow(changed: Exclude<SketchChange, 'nothing'>, revision: number): void {
    if (changed === 'all') this.#pack = new SketchPack();
    else {
      const { added = new Map<number, Sketch>(), removed } = changed;
      this.#pack.remove(new Set([...removed, ...added.keys()]));
      for (const [id, sketch] of added) if (!removed.includes(id)) this.#pack.add(rowOf(id, sketch));
    }
    this.#revision = revision;
  }

  /** Brings the pack up to date. */
  async #read(db: Database): Promise<void> {
    const reading = db.transaction(['articles', 'sketches', 'state']);
    const revision = Number((await reading.objectStore('state').get('revision')) ?? 0);
    if (revision === this.#revision) return;
    const [count, rows] = await Promise.all([reading.objectStore('articles').count(), rowsIn(reading)]);
    const pack = new SketchPack();
    for (const chunk of rows) pack.add(chunk);
    this.#pack = pack;
    this.#revision = revision;
    if (pack.count !== count) await this.#repair(db);
  }

  /** Removes articles without a sketch, and sketches without an article. */
  async #repair(db: Database): Promise<void> {
    this.#revision = -1;
    const change = writeTransaction(db);
    const [articles, sketches] = [change.objectStore('articles'), change.objectStore('sketches')];
    const known = new Set(await articles.getAllKeys());
    const pack = new SketchPack();
    for (const chunk of await sketches.getAllKeys()) {
      const sound = soundRows(await sketches.get(chunk), chunk);
      const strays = new Set([...sketchesIn(sound)].map(([id]) => id).filter((id) => !known.delete(id)));
      const rows = without(sound, strays);
      await (rows.length > 0 ? sketches.put(rows, chunk) : sketches.delete(chunk));
      pack.add(rows);
    }
    for (const id of known) await articles.delete(id);
    const state = change.objectStore('state');
    const revision = Number((await state.get('revision')) ?? 0) + 1;
    await Promise.all([state.put(revision, 'revision'), state.put('repaired' satisfies Trouble, 'trouble')]);
    await change.done;
    this.#pack = pack;
    this.#revision = revision;
  }
}

/** What a change did to the sketches. */
type SketchChange =
  | { readonly added?: ReadonlyMap<number, Sketch>; readonly removed: readonly number[] }
  | 'all'
  | 'nothing';

const urlOf = ({ article }: MemoryEntry) => article.url;

const isLost = (error: unknown) => error instanceof DOMException && error.name === 'InvalidStateError';

/** Records in the database may be old or damaged, so each is parsed. */
const articleOf = (record: unknown): RememberedArticle | null => parsed(articleSchema, record);
