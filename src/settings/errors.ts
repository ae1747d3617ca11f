/** The last errors of the extension itself, kept on this device for the reader to copy. Nothing of pages is in them. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';

export interface KeptError {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly where: ErrorSource;
  /** Without addresses and names of hosts, see {@link withoutHosts}. */
  readonly message: string;
}

/** The parts of the extension whose errors are kept. */
const ERROR_SOURCES = ['background', 'popup'] as const;
export type ErrorSource = (typeof ERROR_SOURCES)[number];

const KEY = 'errors';
/** Older ones go. */
const MAX_ERRORS = 20;
const MAX_MESSAGE_CHARS = 300;

const errorSchema = v.object({
  // What a Date can hold.
  time: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
  where: v.picklist(ERROR_SOURCES),
  message: v.pipe(v.string(), v.maxLength(MAX_MESSAGE_CHARS)),
});

/** Any word with `.`, `:`, `/` or `@` before a letter, digit or wildcard may be an address or part of one. */
const MAY_BE_ADDRESS = /[.。．｡:/\\@][\p{L}\p{N}[*]/u;

/** A message of the browser or ours without addresses and names of hosts. Whatever may be one goes, property names too. */
export function withoutHosts(message: string): string {
  const words = message.split(/\s+/).map((word) => (MAY_BE_ADDRESS.test(word) ? '…' : word));
  return words.join(' ').trim().slice(0, MAX_MESSAGE_CHARS);
}

/** The errors in what is stored, the oldest first; what is no error there is left out. */
function parseErrors(stored: unknown): readonly KeptError[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter((one): one is KeptError => v.is(errorSchema, one)).slice(-MAX_ERRORS);
}

/** The kept errors, the oldest first. */
export async function keptErrors(): Promise<readonly KeptError[]> {
  return parseErrors((await browser.storage.local.get(KEY))[KEY]);
}

/** No error tells which window it is about, so none is kept while a private one is open. */
async function isPrivateOpen(): Promise<boolean> {
  return (await browser.tabs.query({})).some(({ incognito }) => incognito);
}

const changing = (work: () => Promise<void>): Promise<void> => navigator.locks.request(KEY, work);

/** Keeps what was thrown, and lets go of the oldest. Nothing is kept while a private window is open. */
export async function keepError(where: ErrorSource, thrown: unknown): Promise<void> {
  const error: KeptError = { time: Date.now(), where, message: withoutHosts(String(thrown)) };
  if (await isPrivateOpen()) return;
  await changing(async () => {
    const errors = [...(await keptErrors()), error].slice(-MAX_ERRORS);
    await browser.storage.local.set({ [KEY]: errors });
  });
}

export const forgetErrors = (): Promise<void> => changing(() => browser.storage.local.remove(KEY));

/** From now on keeps what nobody catches here. */
export function keepErrors(where: ErrorSource): void {
  // Where the error cannot be kept either, there is nobody left to tell.
  const keep = (thrown: unknown) => keepError(where, thrown).catch(() => undefined);
  globalThis.addEventListener('error', ({ error, message }) => keep(error ?? message));
  globalThis.addEventListener('unhandledrejection', ({ reason }) => keep(reason));
}

/** Calls `listener` after every change of the kept errors, until the signal aborts. */
export function onErrors(listener: () => void, signal: AbortSignal): void {
  const changed = (changes: object, area: string) => {
    if (area === 'local' && KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed));
}
