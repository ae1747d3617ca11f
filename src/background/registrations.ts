/**
 * Which sites run the content script at all: registered with the browser, from the settings, from scratch.
 *
 * A registration runs where one of `matches` fits and none of `excludeMatches` does, so a Site inside an excluded one
 * cannot be in the same registration. Sites are therefore taken by their *layer*: the default is layer 0, a Site whose
 * Mode differs from what covers it is one layer further in. Sites of one layer are never inside each other, and the
 * exceptions to a layer are the next one; so there is one registration for each Mode and layer, usually two in all. Sites
 * with corrections differ from others in the same way, and so do paths of a Site with a Mode of their own.
 */
import browser, { type Scripting } from 'webextension-polyfill';
import { rulesOf } from '../rules/lines.ts';
import { type Area, areasAround } from '../settings/area.ts';
import { isFirefox } from '../settings/family.ts';
import { EVERYWHERE, patternsFor } from '../settings/patterns.ts';
import { same } from '../settings/same.ts';
import type { Mode, Settings } from '../settings/schema.ts';
import { filesFor } from './tab-state.ts';

/** Everything that has one Mode, with or without corrections, from one Site inwards, up to what differs again. */
interface SiteRegion {
  readonly mode: Mode;
  readonly corrected: boolean;
  readonly layer: number;
}

interface RegistrationLayer extends SiteRegion {
  readonly matches: string[];
  readonly excludeMatches: string[];
}

const idOf = ({ mode, corrected, layer }: SiteRegion) => `${mode}${corrected ? '-corrected' : ''}-${layer}`;

function layersOf({ sites, defaultMode, rules }: Settings, firefox: boolean): RegistrationLayer[] {
  const correctedSites = new Set(rulesOf(rules).map(({ site }) => site));
  const named = new Set([...Object.keys(sites), ...correctedSites]);
  const regions = new Map<Area, SiteRegion>();
  const layers = new Map<string, RegistrationLayer>();
  const layerOf = (region: SiteRegion): RegistrationLayer => {
    const id = idOf(region);
    const known = layers.get(id) ?? { ...region, matches: [], excludeMatches: [] };
    layers.set(id, known);
    return known;
  };

  const everywhere: SiteRegion = { mode: defaultMode, corrected: false, layer: 0 };
  layerOf(everywhere).matches.push(EVERYWHERE);

  const regionOf = (area: Area): SiteRegion => {
    const known = regions.get(area);
    if (known) return known;
    const [, ...others] = areasAround(area);
    const around = others.find((other) => named.has(other));
    const outer = around === undefined ? everywhere : regionOf(around);
    const mode = (Object.hasOwn(sites, area) && sites[area]) || outer.mode;
    const corrected = mode !== 'off' && [area, ...others].some((one) => correctedSites.has(one));
    const isSame = mode === outer.mode && corrected === outer.corrected;
    const region = isSame ? outer : { mode, corrected, layer: outer.layer + 1 };
    regions.set(area, region);
    if (region !== outer) {
      const patterns = patternsFor(area, firefox);
      layerOf(region).matches.push(...patterns);
      layerOf(outer).excludeMatches.push(...patterns);
    }
    return region;
  };
  for (const area of named) regionOf(area);
  return [...layers.values()];
}

/** The content scripts to register. Exactly one of them runs on a page whose Mode is not `off`, and none on others. */
export function registrationsFor(settings: Settings, firefox = isFirefox()): Scripting.RegisteredContentScript[] {
  return layersOf(settings, firefox).flatMap(({ matches, excludeMatches, ...region }) =>
    region.mode === 'off'
      ? []
      : {
          id: idOf(region),
          js: filesFor(region.mode, settings, region.corrected),
          matches,
          excludeMatches,
          runAt: 'document_start',
          allFrames: false,
          persistAcrossSessions: true,
        },
  );
}

export type Registrations = readonly Scripting.RegisteredContentScript[];

/** How often what is registered is looked at until nothing is left to do. */
const MAX_LOOKS = 3;

/**
 * Makes the browser's registrations these. What stays is changed in place, without a gap.
 * @param known what the browser has now; `null`: it is asked, which takes long where there are many Sites. Then it is
 *   asked again in the end, because a call of a background that was killed may have come in between
 */
export async function register(wanted: Registrations, known: Registrations | null): Promise<void> {
  if (known) await registerOver(known, wanted);
  else
    for (let look = 0; look < MAX_LOOKS; look++) {
      const present = await browser.scripting.getRegisteredContentScripts();
      // What an unknown background wrote under the same id may be anything: the first time, all is written anew.
      if (look > 0 && haveSameIds(present, wanted)) return;
      await registerOver(present, wanted, true);
    }
}

const haveSameIds = (a: Registrations, b: Registrations): boolean =>
  a.length === b.length && a.every(({ id }) => b.some((script) => script.id === id));

async function registerOver(present: Registrations, wanted: Registrations, isAnew = false): Promise<void> {
  const before = new Map(present.map((script) => [script.id, script]));
  const stale = [...before.keys()].filter((id) => !wanted.some((script) => script.id === id));
  const changed = wanted.filter((script) => before.has(script.id) && (isAnew || !same(before.get(script.id), script)));
  const added = wanted.filter(({ id }) => !before.has(id));
  if (added.length > 0) await browser.scripting.registerContentScripts(added);
  if (changed.length > 0) await browser.scripting.updateContentScripts(changed);
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
}
