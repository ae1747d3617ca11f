import { extended, hashOf, masked, readHashes } from '../fingerprint.ts';
import { isMark } from '../phrases/letters.ts';
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

let beginnings: RegExp | undefined;

/** Letters of writing in which a name ends where a word does. */
const isSpaced = (code: number): boolean => code < 0xe00 && !isMark(code);

/** Where the longest name that stands at `start` ends; `start` itself where none does. */
function endOfName(text: string, start: number): number {
  let hash = 0;
  let end = start;
  const names = ownHosts();
  const last = Math.min(text.length, start + LONGEST_AGENCY);
  for (let at = start; at < last; at++) {
    const code = text.charCodeAt(at);
    hash = extended(hash, code);
    const goesOn = isSpaced(code) && at + 1 < text.length && isSpaced(text.charCodeAt(at + 1));
    if (!goesOn && names.has(masked(hash))) end = at + 1;
  }
  return end;
}

/** Agencies that a text names. */
export function agenciesIn(text: string): Mention[] {
  beginnings ??= new RegExp(`[${AGENCY_LETTERS}]`, 'g');
  const mentions: Mention[] = [];
  while (beginnings.test(text)) {
    const start = beginnings.lastIndex - 1;
    if (start > 0 && !isMark(text.charCodeAt(start - 1))) continue;
    const end = endOfName(text, start);
    if (end === start) continue;
    mentions.push({ name: text.slice(start, end), before: text.slice(0, start), after: text.slice(end) });
    beginnings.lastIndex = end;
  }
  return mentions;
}

/** The whole text is an agency's name, as in a byline. */
export const isAgency = (text: string): boolean =>
  text.length < 60 && agenciesIn(text.trim()).some(({ before, after }) => before === '' && after.length < 25);

/** The host is the agency's own. */
export function isAgencysOwn(name: string, host: string): boolean {
  const labels = host.split('.');
  const hosts = ownHosts().get(masked(hashOf(name))) ?? [];
  return hosts.some((own) => (own.includes('.') ? `.${host}`.endsWith(`.${own}`) : labels.includes(own)));
}
