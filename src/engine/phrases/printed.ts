import { PACKS } from './packs.ts';
import { printPacks } from './print.ts';

/** Every pack as fingerprints. The build puts the result in the place of this module and of the packs. */
export const PRINTED = printPacks(PACKS);
