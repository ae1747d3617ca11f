/** The database of the memory: opened when it is first needed, and replaced when it cannot be read. */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { RememberedArticle } from './article.ts';

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
  articles: { key: number; value: RememberedArticle; indexes: { url: string; met: number } };
  /** Rows of a `SketchPack`, in chunks, so that an insert writes little. */
  sketches: { key: number; value: Uint32Array };
  state: { key: 'revision' | 'trouble'; value: number | Trouble };
}
export type Database = IDBPDatabase<Schema>;

type MigrationStep = (db: Database) => void;

/** Version → the step to it from the one before. */
const MIGRATION_STEPS: Readonly<Record<number, MigrationStep>> = {
  1: (db) => {
    const articles = db.createObjectStore('articles', { keyPath: 'id', autoIncrement: true });
    articles.createIndex('url', 'url', { unique: true });
    articles.createIndex('met', 'met');
    db.createObjectStore('sketches');
    db.createObjectStore('state');
  },
};

/** Opening hangs when another window holds on to an older version, and takes seconds where all is busy. Milliseconds. */
const OPEN_TIMEOUT = 15_000;

/** Chromium reports that it deleted files that it could not read. */
type Upgrade = IDBVersionChangeEvent & { readonly dataLoss?: string };

/** Firefox deletes them without a report when it opens a database. Before that, it fails to list the databases. */
const areDamaged = (): Promise<boolean> => indexedDB.databases().then(() => false, isBroken);

async function openOnce(lost: () => void): Promise<Database> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const wereDamaged = await areDamaged();
  let isReplaced = false;
  const opening = openDB<Schema>(NAME, VERSION, {
    upgrade(db, from, _to, _change, event) {
      isReplaced = from === 0 && (wereDamaged || (event as Upgrade).dataLoss === 'total');
      for (let version = from + 1; version <= VERSION; version++) MIGRATION_STEPS[version]?.(db);
    },
    // Another window opens a later version or deletes the database. This connection must not block it.
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      lost();
    },
    terminated: lost,
  });
  const tooLong = new Promise<never>((_, reject) => {
    late = setTimeout(() => {
      reject(new Error('the database does not open'));
      // If it opens later, nobody needs it any more.
      opening.then((db) => db.close()).catch(() => undefined);
    }, OPEN_TIMEOUT);
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

/** Names of the errors that browsers throw for a damaged database. */
const BROKEN = ['VersionError', 'UnknownError', 'NotFoundError', 'NotReadableError'];

export const isBroken = (error: unknown): boolean => error instanceof DOMException && BROKEN.includes(error.name);

export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';
