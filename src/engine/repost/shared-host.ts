import { domains } from './domains.ts';
import { SHARED } from './hosts.ts';
import { normalizeHost } from './site-owner.ts';

const shared = domains(SHARED);

/** A host that serves pictures or players for everybody. */
export const isSharedHost = (host: string): boolean => shared.has(normalizeHost(host));
