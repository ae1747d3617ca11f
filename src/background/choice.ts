/** What the settings say about one page, and the files that say it to the content script. */
import { CLUTTER_KINDS, type ClutterKind, FURNITURE } from '../engine/types.ts';
import type { PageMessage } from '../messages.ts';
import type { Mode, Settings } from '../settings/schema.ts';
import { modeFor } from '../settings/site.ts';

type ModeMessage = Extract<PageMessage, { type: 'mode' }>;

function kindsOf({ kinds }: Settings): Pick<ModeMessage, 'kindsOff' | 'kindsOn'> {
  const furniture = (kind: ClutterKind) => FURNITURE.includes(kind);
  return {
    kindsOff: CLUTTER_KINDS.filter((kind) => kinds[kind] === false && !furniture(kind)),
    kindsOn: CLUTTER_KINDS.filter((kind) => kinds[kind] === true && furniture(kind)),
  };
}

/** What a content script at this address is told. */
export function choiceFor(url: string, settings: Settings): ModeMessage {
  return {
    type: 'mode',
    mode: modeFor(url, settings),
    ...kindsOf(settings),
    adTokensAnywhere: settings.adTokensAnywhere,
  };
}

/**
 * The files that start the content script in a Mode: flags first, each from the build.
 * @param corrected the Site has corrections
 */
export function filesFor(mode: Exclude<Mode, 'off'>, settings: Settings, corrected = false): string[] {
  const { kindsOff, kindsOn } = kindsOf(settings);
  const flags = [
    ...(mode === 'always' ? ['mode-always'] : []),
    ...kindsOff.map((kind) => `off-${kind}`),
    ...kindsOn.map((kind) => `on-${kind}`),
    ...(settings.adTokensAnywhere ? [] : ['no-ad-tokens']),
  ];
  return [...flags.map((flag) => `flags/${flag}.js`), ...(corrected ? ['corrected.js'] : []), 'content.js'];
}
