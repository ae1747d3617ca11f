/**
 * Area: what can have a Mode of its own. It is a Site with its subdomains, `example.com`, or what lies under one path of a
 * Site, `example.com/blog`. A path belongs to the Site's own host, with or without `www.`, and to no other subdomain. So
 * of two Areas one lies inside the other, or they have nothing in common.
 */
import type { Mode, Settings } from './schema.ts';
import { covering, hostOf, isAddress, isSite, parseSite, type Site, siteOf, toUrl } from './site.ts';

/** A Site, with or without a path as `URL.pathname` writes it: whole segments, no slash at the end, no `*`. */
export type Area = string;

/** A longer path is nobody's choice, and each of its segments would be looked up. */
const MAX_PATH_CHARS = 500;

/** The Site of an Area, and its path or nothing. */
export function partsOf(area: Area): readonly [site: Site, path: string] {
  const slash = area.indexOf('/');
  return slash < 0 ? [area, ''] : [area.slice(0, slash), area.slice(slash)];
}

export const isPathArea = (area: Area): boolean => area.includes('/');

/** The hosts that a path of a Site belongs to. */
export const hostsOfPath = (site: Site): string[] =>
  isAddress(site) || !site.includes('.') ? [site] : [site, `www.${site}`];

/** `/a/b/c`, `/a/b`, `/a`: a path in whole segments, longest first. What is too long is left out. */
function* pathsOver(path: string): Generator<string> {
  let end = path.length > MAX_PATH_CHARS ? path.lastIndexOf('/', MAX_PATH_CHARS) : path.length;
  for (; end > 0; end = path.lastIndexOf('/', end - 1)) if (path[end - 1] !== '/') yield path.slice(0, end);
}

/** The paths above an address that can be Areas of its Site, longest first. */
function* pathAreasAt(url: string): Generator<Area> {
  const [site, host] = [siteOf(url), hostOf(url)];
  if (site === null || host === null || !hostsOfPath(site).includes(host)) return;
  for (const path of pathsOver(toUrl(url)?.pathname ?? '')) yield site + path;
}

/** The Area itself, then the Areas that it lies in, nearest first. */
export function* areasAround(area: Area): Generator<Area> {
  const [site, path] = partsOf(area);
  for (const one of pathsOver(path)) yield site + one;
  yield* covering(site);
}

/** Paths that `URL` certainly leaves as they are. */
const PLAIN_PATH = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+$/;

/** `*` means anything in a match pattern. */
function isPath(text: string): boolean {
  if (text.length > MAX_PATH_CHARS || text.endsWith('/') || text.includes('*')) return false;
  return PLAIN_PATH.test(text) || toUrl(`http://host${text}`)?.pathname === text;
}

/** Whether a text is an Area in the one form that settings hold. */
export function isArea(text: string): boolean {
  const [site, path] = partsOf(text);
  return isSite(site) && (path === '' || isPath(path));
}

/**
 * The Area that a person means. Who types a path means it; of a whole link, as it is pasted, only the Site is taken.
 * `null` when it is none.
 */
export function parseArea(typed: string): Area | null {
  const site = /^\s*\/(?!\/)/.test(typed) ? null : parseSite(typed);
  if (site === null || /^[^/?#]*:\/\//.test(typed)) return site;
  const { pathname } = new URL(`http://${typed.trim().replace(/^\*\./, '')}`);
  const area = site + pathname.replace(/\/\*$/, '').replace(/\/+$/, '');
  return isArea(area) ? area : null;
}

type Modes = Pick<Settings, 'defaultMode' | 'sites'>;

/** The first of these Areas that has a Mode of its own. `null`: the default holds. */
function firstWithMode(areas: Iterable<Area>, { sites }: Modes): Area | null {
  for (const area of areas) if (Object.hasOwn(sites, area)) return area;
  return null;
}

function modeAmong(areas: Iterable<Area>, settings: Modes): Mode {
  const area = firstWithMode(areas, settings);
  return (area === null ? undefined : settings.sites[area]) ?? settings.defaultMode;
}

function* areasAt(url: string, host: string): Generator<Area> {
  yield* pathAreasAt(url);
  yield* covering(host);
}

/** The Area whose Mode holds at an address. `null` where the default holds, and off the web. */
export function areaInForce(url: string, settings: Modes): Area | null {
  const host = hostOf(url);
  return host === null ? null : firstWithMode(areasAt(url, host), settings);
}

const known = new WeakMap<Modes['sites'], ReadonlySet<Site>>();

/** Whether some path of the Site of an address has a Mode of its own. Found out once for each list of Areas. */
export function hasPathsAt(url: string, { sites }: Modes): boolean {
  const withPaths =
    known.get(sites) ??
    new Set(
      Object.keys(sites)
        .filter(isPathArea)
        .map((area) => partsOf(area)[0]),
    );
  known.set(sites, withPaths);
  return withPaths.has(siteOf(url) ?? '');
}

/** The paths above an address that can be Areas of its own, shortest first. */
export const pathAreas = (url: string): Area[] => [...pathAreasAt(url)].filter(isArea).reverse();

/** `%C3%A4` as a person reads it, where that is letters and figures; as the address has it where it could mislead. */
export function readablePath(path: string): string {
  try {
    const read = decodeURI(path);
    return /^[\p{L}\p{M}\p{N}/._~-]*$/u.test(read) ? read : path;
  } catch {
    return path;
  }
}

/** The Mode at an address. Where nothing of ours can run (`file:`, `about:`, …) it is `off`. */
export function modeFor(url: string, settings: Modes): Mode {
  const host = hostOf(url);
  return host === null ? 'off' : modeAmong(areasAt(url, host), settings);
}

/** The Mode an Area has from the Areas around it, or by default, when it has none of its own. */
export function inheritedMode(area: Area, settings: Modes): Mode {
  const [, ...others] = areasAround(area);
  return modeAmong(others, settings);
}

/** The settings with the own Modes of Areas set, or with `null` taken away. */
export function withModes<S extends Modes>(settings: S, modes: ReadonlyMap<Area, Mode | null>): S {
  const sites = new Map(Object.entries(settings.sites));
  for (const [area, mode] of modes) {
    if (mode === null) sites.delete(area);
    else sites.set(area, mode);
  }
  return { ...settings, sites: Object.fromEntries(sites) };
}

/** The settings with an Area's own Mode set, or with `null` taken away. */
export function withMode<S extends Modes>(settings: S, area: Area, mode: Mode | null): S {
  return withModes(settings, new Map([[area, mode]]));
}

/**
 * The settings with a Site at a Mode, as a switch for the Site means it: where the Site has that Mode anyway, its own
 * goes, so that switching off and on again leaves nothing behind.
 */
export function switchMode<S extends Modes>(settings: S, site: Site, mode: Mode): S {
  return withMode(settings, site, inheritedMode(site, settings) === mode ? null : mode);
}
