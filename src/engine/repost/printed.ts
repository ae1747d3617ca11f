/** The names of hosts.ts as fingerprints. The build puts what this module exports in its place. */
import { printNames } from './domains.ts';
import * as hosts from './hosts.ts';

export const PLATFORMS = printNames(hosts.PLATFORMS);
export const SHARED = printNames(hosts.SHARED);
export const SOCIAL = printNames(hosts.SOCIAL);
export const HIDES = printNames(hosts.HIDES);
