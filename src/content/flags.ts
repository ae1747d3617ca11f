import { CLUTTER_KINDS, type ClutterKind } from '../engine/types.ts';
import type { Mode } from '../settings/schema.ts';

/** What the settings say about the Site, as the registration carries it. */
export interface Choice {
  readonly mode: Mode;
  readonly kindsOff: readonly ClutterKind[];
  readonly kindsOn: readonly ClutterKind[];
  /** Ad tokens go on any article, not only on a page that is cleaned. */
  readonly adTokensAnywhere: boolean;
}

/** Reads and deletes what the flag files of the registration left in the isolated world, such as `off-related`. */
export function takeFlags(world: { cleanCopyFlags?: string[] } = globalThis as object): Choice {
  const flags = world.cleanCopyFlags ?? [];
  delete world.cleanCopyFlags;
  return {
    mode: flags.includes('mode-always') ? 'always' : 'auto',
    kindsOff: CLUTTER_KINDS.filter((kind) => flags.includes(`off-${kind}`)),
    kindsOn: CLUTTER_KINDS.filter((kind) => flags.includes(`on-${kind}`)),
    adTokensAnywhere: !flags.includes('no-ad-tokens'),
  };
}
