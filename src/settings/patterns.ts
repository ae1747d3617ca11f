/** Match patterns, as the browser's registrations take them. They match every port. */
import { type Area, hostsOfPath, partsOf } from './area.ts';
import { isAddress } from './site.ts';

/** Every page of the web, and no `file:`. */
export const EVERYWHERE = '*://*/*';

/** What may follow a path: nothing, a query, or what lies under it. A pattern sees path and query as one text. */
const ENDS_OF_PATH = ['', '?*', '/*'];

/**
 * An Area: a Site with its subdomains, or a path. To Firefox a name that ends in a dot is another name; it is the same
 * Site. Each pattern costs every navigation a little, so that others, to whom the names are the same, get none for it.
 */
export function patternsFor(area: Area, firefox: boolean): string[] {
  const [site, path] = partsOf(area);
  const hosts = path === '' ? [isAddress(site) ? site : `*.${site}`] : hostsOfPath(site);
  const names = firefox && !isAddress(site) ? hosts.flatMap((host) => [host, `${host}.`]) : hosts;
  const paths = path === '' ? ['/*'] : ENDS_OF_PATH.map((end) => path + end);
  return names.flatMap((name) => paths.map((one) => `*://${name}${one}`));
}
