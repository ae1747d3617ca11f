import { isSocialHost } from './house.ts';
import { targetOf } from './redirectors.ts';
import type { Sighting } from './rule.ts';
import { isDeep, type Scene } from './scene.ts';

/** What the document says its address is, where that is an article of another house. */
export function elsewhere({ isOwn }: Scene, address: string | null): Sighting | null {
  if (!address) return null;
  const { url, via } = targetOf(new URL(address));
  if (!url) return via ? { quote: address, names: { via } } : null;
  if (isOwn(url.hostname) || isSocialHost(url.hostname) || !isDeep(url) || !url.hostname.includes('.')) return null;
  return { quote: url.href, names: { url } };
}
