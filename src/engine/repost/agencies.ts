import { extended, hashOf, readHashes } from '../fingerprint.ts';
import { AGENCIES, AGENCY_LETTERS, LONGEST_AGENCY } from './printed.ts';

let known: ReadonlyMap<number, readonly string[]> | undefined;

/** Parts of an agency's own hosts, by the hashes of its names. */
function ownHosts(): ReadonlyMap<number, readonly string[]> {
  known ??= new Map(
    AGENCIES.split('!').flatMap((row) => {
      const [names = '', ...hosts] = row.split(' ');
      return readHashes(names).map((hash) => [hash, hosts]);
    }),
  );
  return known;
}

/** An agency's name as it stands in a text. */
export interface Mention {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Where a name may begin. */
const BEGINNING = new RegExp(`(?<![\\p{L}\\p{N}])[${AGENCY_LETTERS}]`, 'gu');
/** A Latin or Cyrillic name may not go on. */
const GOES_ON = /^[\p{Lu}\p{Ll}\p{Nd}]/u;
const ALPHABETIC = /[\p{Lu}\p{Ll}]$/u;

/** Where the longest name that stands at `start` ends; `start` itself where none does. */
function endOfName(text: string, start: number): number {
  let hash = 0;
  let end = start;
  const names = ownHosts();
  const last = Math.min(text.length, start + LONGEST_AGENCY);
  for (let at = start; at < last; at++) {
    hash = extended(hash, text.charCodeAt(at));
    if (names.has(hash)) end = at + 1;
  }
  return end;
}

/** Agencies that a text names. */
export function agenciesIn(text: string): Mention[] {
  const mentions: Mention[] = [];
  let last = 0;
  for (const { index } of text.matchAll(BEGINNING)) {
    const end = index < last ? index : endOfName(text, index);
    if (end === index) continue;
    last = end;
    const [name, after] = [text.slice(index, end), text.slice(end)];
    if (!(ALPHABETIC.test(name) && GOES_ON.test(after))) mentions.push({ name, before: text.slice(0, index), after });
  }
  return mentions;
}

/** The whole text is an agency's name, as in a byline. */
export const isAgency = (text: string): boolean =>
  text.length < 60 && agenciesIn(text.trim()).some(({ before, after }) => before === '' && after.length < 25);

/** The host is the agency's own. */
export function isAgencysOwn(name: string, host: string): boolean {
  const labels = host.split('.');
  const hosts = ownHosts().get(hashOf(name)) ?? [];
  return hosts.some((own) => (own.includes('.') ? `.${host}`.endsWith(`.${own}`) : labels.includes(own)));
}
