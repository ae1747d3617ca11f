/** What the settings say about one tab, and the files that start the content script in it. */
import { CLUTTER_KINDS, type ClutterKind, FURNITURE } from '../engine/types.ts';
import type { PageSettings, TabState } from '../messages.ts';
import { rulesAt } from '../rules/lines.ts';
import { modeFor } from '../settings/area.ts';
import { privateRules } from '../settings/corrections.ts';
import type { Mode, Settings } from '../settings/schema.ts';
import { current } from './current.ts';

function kindsOf({ kinds }: Settings): Pick<PageSettings, 'kindsOff' | 'kindsOn'> {
  const isFurniture = (kind: ClutterKind) => FURNITURE.includes(kind);
  return {
    kindsOff: CLUTTER_KINDS.filter((kind) => kinds[kind] === false && !isFurniture(kind)),
    kindsOn: CLUTTER_KINDS.filter((kind) => kinds[kind] === true && isFurniture(kind)),
  };
}

/**
 * What the content script at this address is told.
 * @param privateLines the corrections of private windows, where the tab is in one
 */
export function stateFor(url: string, settings: Settings, privateLines: readonly string[] = []): TabState {
  return {
    mode: modeFor(url, settings),
    ...kindsOf(settings),
    adTokensAnywhere: settings.adTokensAnywhere,
    rules: [...rulesAt(settings.rules, url), ...rulesAt(privateLines, url)],
  };
}

/**
 * The state of a tab by the settings as they are now.
 * @throws where storage cannot be read
 */
export async function stateOf({ url, incognito }: { url: string; incognito: boolean }): Promise<TabState> {
  const [settings, privateLines] = await Promise.all([current(), incognito ? privateRules() : []]);
  return stateFor(url, settings, privateLines);
}

/** What runs on every page. */
const WATCHER = 'watcher.js';
/** What takes over where it is wanted. Without a watcher, or beside another cleaner, it does nothing. */
export const CLEANER = 'cleaner.js';

/**
 * The files that start the content script in a Mode: flags first, each from the build.
 * @param hasRules the Site has corrections
 */
export function filesFor(mode: Exclude<Mode, 'off'>, settings: Settings, hasRules = false): string[] {
  const { kindsOff, kindsOn } = kindsOf(settings);
  const flags = [
    ...(mode === 'auto' ? [] : [`mode-${mode}`]),
    ...kindsOff.map((kind) => `off-${kind}`),
    ...kindsOn.map((kind) => `on-${kind}`),
    ...(settings.adTokensAnywhere ? [] : ['no-ad-tokens']),
  ];
  return [
    ...flags.map((flag) => `flags/${flag}.js`),
    ...(hasRules ? ['corrected.js'] : []),
    WATCHER,
    // Where every article is cleaned, or the reader has corrected something, the cleaner is always wanted.
    ...(mode === 'always' || hasRules ? [CLEANER] : []),
  ];
}
