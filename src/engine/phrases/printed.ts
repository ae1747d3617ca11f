import { PACKS } from './packs.ts';
import { print } from './print.ts';
import type { PrintedPack } from './types.ts';

/** Every pack as fingerprints, by language. The build puts the result in the place of this module and of the packs. */
export const PRINTED: Readonly<Record<string, PrintedPack>> = Object.fromEntries(
  Object.entries(PACKS).map(([language, pack]) => [language, print(pack, pack === PACKS.en ? {} : PACKS.en)]),
);
