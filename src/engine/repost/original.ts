import type { Original, VerdictKind } from '../types.ts';
import { houseOf } from './house.ts';
import type { Naming } from './rule.ts';
import { isDeep } from './scene.ts';

/**
 * Where the article came from, out of what the Signals named, the surest first. A front page is no original: then the
 * publisher alone is named. No original is better than a wrong one.
 */
export function originalOf(named: readonly (Naming & { readonly id: string })[], kind: VerdictKind): Original | null {
  const wanted = kind === 'syndicated' ? named.filter(({ id }) => SYNDICATED.test(id)) : named;
  const [first] = wanted;
  if (!first) return null;
  // Whoever is named first decides the house; another Signal may know the page on it.
  const house = first.url && houseOf(first.url.hostname);
  const chosen = wanted.find(({ url }) => url && isDeep(url) && (!house || houseOf(url.hostname) === house));
  const url = chosen?.url ?? null;
  const home = houseOf((url ?? first.url)?.hostname ?? '');
  const publisher =
    wanted.find((one) => one.publisher && (one.url ? houseOf(one.url.hostname) === home : home === ''))?.publisher ??
    (url || !first.url ? null : home);
  const via = url ? null : (wanted.find((one) => one.via)?.via ?? null);
  if (!url && !publisher && !via) return null;
  return { url: url?.href ?? null, publisher, via, link: (chosen ?? first).link ?? null };
}

/** Signals that speak of an open credit. */
const SYNDICATED = /^(?:licence|agency-.*|canonical-elsewhere|address-elsewhere)$/;
