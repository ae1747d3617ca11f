/** Names as fingerprints, and weights as numbers. The build puts what this module exports in its place. */
import { printHashes, printNames } from '../fingerprint.ts';
import { normalise } from '../phrases/normalise.ts';
import { ACCOUNTS as accounts } from './account-names.ts';
import * as agencies from './agency-names.ts';
import * as hosts from './hosts.ts';
import { START, WEIGHTS } from './weights.ts';

const names = (list: string): string => printNames(list.split(/\s+/).filter(Boolean));

export const PLATFORMS = names(hosts.PLATFORMS);
export const SHARED = names(hosts.SHARED);
export const SOCIAL = names(hosts.SOCIAL);
export const HIDES = names(hosts.HIDES);
export const SECOND_LEVELS = names(hosts.SECOND_LEVELS);
export const COMMON = names(hosts.COMMON);

/** As they are when normalised. */
export const ACCOUNTS = printNames(accounts.split('|').map(normalise));

/** A row for each agency, `!` between two: its names, and after a space each part of its own hosts. */
export const AGENCIES = agencies.AGENCIES.map(([names, own]) =>
  [printHashes(names.split('|')), ...own.split('|')].join(' '),
).join('!');
/** Letters that their names begin with. */
export const AGENCY_LETTERS = [...new Set(agencies.AGENCIES.flatMap(([names]) => names.match(/(?<=^|\|)./g)))].join('');
/** UTF-16 units of the longest name of an agency. */
export const LONGEST_AGENCY = Math.max(
  ...agencies.AGENCIES.flatMap(([names]) => names.split('|').map((name) => name.length)),
);

export { LIKELY, SURE } from './weights.ts';

/** What each Signal weighs, in their order, and where the score of each direction starts. */
export const WEIGHS = Object.values(WEIGHTS).map(({ fitted }) => fitted);
export const STARTS = { repost: START.repost.fitted, syndicated: START.syndicated.fitted };
