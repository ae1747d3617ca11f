/** The database of the memory: opened when it is first needed, and started afresh when it cannot be. */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Article } from './article.ts';

const NAME = 'memory';
export const VERSION = 1;

/** What went wrong, to be told to the reader until it has been seen. */
export const TROUBLES = [
  /** The database could not be read, and an empty one took its place. */
  'afresh',
  /** Some articles could not be read and were left out. */
  'repaired',
  /** There was no room for the last article. */
  'full',
] as const;
export type Trouble = (typeof TROUBLES)[number];

export interface Schema extends DBSchema {
  articles: { key: number; value: Article; indexes: { url: string; met: number } };
  /** Rows of a {@link Pack}, {@link CHUNK} at most in each, so that an insert writes little. */
  sketches: { key: number; value: Uint32Array };
  state: { key: 'revision' | 'trouble'; value: number | Trouble };
}
export type Database = IDBPDatabase<Schema>;

type Step = (db: Database) => void;

/** Version → the step to it from the one before. */
const STEPS: Readonly<Record<number, Step>> = {
  1: (db) => {
    const articles = db.createObjectStore('articles', { keyPath: 'id', autoIncrement: true });
    articles.createIndex('url', 'url', { unique: true });
    articles.createIndex('met', 'met');
    db.createObjectStore('sketches');
    db.createObjectStore('state');
  },
};

/** Opening hangs when another window holds on to an older version, and takes seconds where all is busy. Milliseconds. */
const PATIENCE = 15_000;

/** Chromium says that it has thrown files away which it could not read. */
type Upgrade = IDBVersionChangeEvent & { readonly dataLoss?: string };

/** Firefox throws them away without a word when a database is opened; asked which there are before that, it fails. */
const areDamaged = (): Promise<boolean> => indexedDB.databases().then(() => false, isBroken);

async function openOnce(lost: () => void): Promise<Database> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const wereDamaged = await areDamaged();
  let isReplaced = false;
  const opening = openDB<Schema>(NAME, VERSION, {
    upgrade(db, from, _to, _change, event) {
      isReplaced = from === 0 && (wereDamaged || (event as Upgrade).dataLoss === 'total');
      for (let version = from + 1; version <= VERSION; version++) STEPS[version]?.(db);
    },
    // A later version wants in, or the database is deleted: let it.
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      lost();
    },
    terminated: lost,
  });
  const tooLong = new Promise<never>((_, reject) => {
    late = setTimeout(() => {
      reject(new Error('the database does not open'));
      // When it does after all, nobody has a use for it any more.
      opening.then((db) => db.close()).catch(() => undefined);
    }, PATIENCE);
  });
  try {
    const db = await Promise.race([opening, tooLong]);
    if (isReplaced) await db.put('state', 'afresh' satisfies Trouble, 'trouble');
    if (['articles', 'sketches', 'state'].every((name) => db.objectStoreNames.contains(name as 'articles'))) return db;
    db.close();
    throw new DOMException('a store is missing', 'NotFoundError');
  } finally {
    clearTimeout(late);
  }
}

/**
 * Opens the database. One that is broken, or of a version from the future, is replaced by an empty one.
 * @param lost called when the connection is gone: it is to be opened again
 * @throws when there can be none at all
 */
export async function open(lost: () => void): Promise<Database> {
  try {
    return await openOnce(lost);
  } catch (error) {
    if (!isBroken(error)) throw error;
    await startAfresh();
    return openOnce(lost);
  }
}

/** An empty database in the place of one that cannot be read, which says so. */
export async function startAfresh(): Promise<void> {
  await deleteDB(NAME);
  const db = await openOnce(() => undefined);
  await db.put('state', 'afresh' satisfies Trouble, 'trouble');
  db.close();
}

/** What browsers say of a database whose files or stores are not what they should be. */
const BROKEN = ['VersionError', 'UnknownError', 'NotFoundError', 'NotReadableError'];

export const isBroken = (error: unknown): boolean => error instanceof DOMException && BROKEN.includes(error.name);

export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';
