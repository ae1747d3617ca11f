/**
 * Which sites run the content script at all: registered with the browser, from the settings, from scratch.
 *
 * A registration runs where one of `matches` fits and none of `excludeMatches` does, so a Site inside an excluded one
 * cannot be in the same registration. Sites are therefore taken by their *layer*: the default is layer 0, a Site whose
 * Mode differs from what covers it is one layer further in. Sites of one layer are never inside each other, and the
 * exceptions to a layer are the next one; so there is one registration for each Mode and layer, usually two in all. Sites
 * with corrections differ from others in the same way.
 */
import browser, { type Scripting } from 'webextension-polyfill';
import { rulesOf } from '../rules/lines.ts';
import { isFirefox } from '../settings/family.ts';
import { EVERYWHERE, patternsFor } from '../settings/patterns.ts';
import { same } from '../settings/same.ts';
import type { Mode, Settings } from '../settings/schema.ts';
import { covering, type Site } from '../settings/site.ts';
import { filesFor } from './choice.ts';

/** Everything that has one Mode, with or without corrections, from one Site inwards, up to what differs again. */
interface Region {
  readonly mode: Mode;
  readonly corrected: boolean;
  readonly layer: number;
}

interface Layer extends Region {
  readonly matches: string[];
  readonly excludeMatches: string[];
}

const idOf = ({ mode, corrected, layer }: Region) => `${mode}${corrected ? '-corrected' : ''}-${layer}`;

function layersOf({ sites, defaultMode, rules }: Settings, firefox: boolean): Layer[] {
  const correctedSites = new Set(rulesOf(rules).map(({ site }) => site));
  const named = new Set([...Object.keys(sites), ...correctedSites]);
  const regions = new Map<Site, Region>();
  const layers = new Map<string, Layer>();
  const layerOf = (region: Region): Layer => {
    const id = idOf(region);
    const known = layers.get(id) ?? { ...region, matches: [], excludeMatches: [] };
    layers.set(id, known);
    return known;
  };

  const everywhere: Region = { mode: defaultMode, corrected: false, layer: 0 };
  layerOf(everywhere).matches.push(EVERYWHERE);

  const regionOf = (site: Site): Region => {
    const known = regions.get(site);
    if (known) return known;
    const [, ...others] = covering(site);
    const around = others.find((other) => named.has(other));
    const outer = around === undefined ? everywhere : regionOf(around);
    const mode = (Object.hasOwn(sites, site) && sites[site]) || outer.mode;
    const corrected = mode !== 'off' && [site, ...others].some((one) => correctedSites.has(one));
    const isSame = mode === outer.mode && corrected === outer.corrected;
    const region = isSame ? outer : { mode, corrected, layer: outer.layer + 1 };
    regions.set(site, region);
    if (region !== outer) {
      const patterns = patternsFor(site, firefox);
      layerOf(region).matches.push(...patterns);
      layerOf(outer).excludeMatches.push(...patterns);
    }
    return region;
  };
  for (const site of named) regionOf(site);
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

/**
 * Makes the browser's registrations these. What stays is changed in place, without a gap.
 * @param known what the browser has now; where that is not known, it is asked, which takes long where there are many Sites
 */
export async function register(wanted: Registrations, known?: Registrations): Promise<void> {
  const present = known ?? (await browser.scripting.getRegisteredContentScripts());
  const before = new Map(present.map((script) => [script.id, script]));
  const stale = [...before.keys()].filter((id) => !wanted.some((script) => script.id === id));
  const changed = wanted.filter((script) => before.has(script.id) && !(known && same(before.get(script.id), script)));
  const added = wanted.filter(({ id }) => !before.has(id));
  if (added.length > 0) await browser.scripting.registerContentScripts(added);
  if (changed.length > 0) await browser.scripting.updateContentScripts(changed);
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
}
