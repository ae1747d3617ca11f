import { CLUTTER_KINDS } from '../engine/types.ts';
import type { PageSettings } from '../messages.ts';

/** Reads and deletes what the flag files of the registration left in the isolated world, such as `off-related`. */
export function takeFlags(world: { cleanCopyFlags?: string[] } = globalThis as object): PageSettings {
  const flags = world.cleanCopyFlags ?? [];
  delete world.cleanCopyFlags;
  return {
    mode: (['always', 'original'] as const).find((mode) => flags.includes(`mode-${mode}`)) ?? 'auto',
    kindsOff: CLUTTER_KINDS.filter((kind) => flags.includes(`off-${kind}`)),
    kindsOn: CLUTTER_KINDS.filter((kind) => flags.includes(`on-${kind}`)),
    adTokensAnywhere: !flags.includes('no-ad-tokens'),
  };
}
