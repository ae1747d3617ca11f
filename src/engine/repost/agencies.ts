import { isMark } from '../phrases/letters.ts';
import { AGENCIES } from './agency-names.ts';

interface AgencyTable {
  /** The agencies' own hosts, or parts of them, by each of the agencies' names. */
  readonly hosts: ReadonlyMap<string, readonly string[]>;
  readonly firstLetters: RegExp;
  /** UTF-16 units of the longest name. */
  readonly maxNameChars: number;
}

let made: AgencyTable | undefined;

function table(): AgencyTable {
  if (made) return made;
  const hosts = new Map(
    AGENCIES.flatMap(([names, own]) => names.split('|').map((name) => [name, own.split('|')] as const)),
  );
  const names = [...hosts.keys()];
  made = {
    hosts,
    firstLetters: new RegExp(`[${[...new Set(names.map((name) => name.charAt(0)))].join('')}]`, 'g'),
    maxNameChars: Math.max(...names.map(({ length }) => length)),
  };
  return made;
}

/** An agency's name as it stands in a text. */
export interface AgencyMention {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** A letter of a script with spaces: there a name ends where a word does. */
const isSpaced = (code: number): boolean => code < 0xe00 && !isMark(code);

/** Where the longest agency's name that begins at `start` ends; `start` itself where none begins. */
function endOfName(text: string, start: number): number {
  const { hosts, maxNameChars } = table();
  for (let end = Math.min(text.length, start + maxNameChars); end > start; end--) {
    const isInWord = isSpaced(text.charCodeAt(end - 1)) && end < text.length && isSpaced(text.charCodeAt(end));
    if (!isInWord && hosts.has(text.slice(start, end))) return end;
  }
  return start;
}

/** The agencies that a text names. */
export function agenciesIn(text: string): AgencyMention[] {
  const { firstLetters } = table();
  const mentions: AgencyMention[] = [];
  while (firstLetters.test(text)) {
    const start = firstLetters.lastIndex - 1;
    if (start > 0 && !isMark(text.charCodeAt(start - 1))) continue;
    const end = endOfName(text, start);
    if (end === start) continue;
    mentions.push({ name: text.slice(start, end), before: text.slice(0, start), after: text.slice(end) });
    firstLetters.lastIndex = end;
  }
  return mentions;
}

/** More is a sentence. Test: repost/edges.test.ts */
const MAX_CHARS_AFTER_NAME = 24;

/** The text is an agency's name, as in a byline, with little after it. */
export const isAgency = (text: string): boolean =>
  agenciesIn(text.trim()).some(({ before, after }) => before === '' && after.length <= MAX_CHARS_AFTER_NAME);

/** The host belongs to the agency. */
export function isAgencysOwn(name: string, host: string): boolean {
  const labels = host.split('.');
  const hosts = table().hosts.get(name) ?? [];
  return hosts.some((own) => (own.includes('.') ? `.${host}`.endsWith(`.${own}`) : labels.includes(own)));
}
