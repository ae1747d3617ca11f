/** Match patterns, as the browser's registrations take them. They match every port. */
import { isAddress, type Site } from './site.ts';

/** Every page of the web, and no `file:`. */
export const EVERYWHERE = '*://*/*';

/**
 * A Site with its subdomains. To Firefox a name that ends in a dot is another name; it is the same Site. Each pattern costs
 * every navigation a little, so that others, to whom the names are the same, get none for it.
 */
export function patternsFor(site: Site, firefox: boolean): string[] {
  if (isAddress(site)) return [`*://${site}/*`];
  return firefox ? [`*://*.${site}/*`, `*://*.${site}./*`] : [`*://*.${site}/*`];
}
