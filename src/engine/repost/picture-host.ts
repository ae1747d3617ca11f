import { attribute, webUrl } from '../dom.ts';

/** Attributes of pictures that are loaded when a reader scrolls to them. */
const LAZY_ATTRIBUTES = ['data-src', 'data-lazy-src', 'data-original'];

/** The host that a picture is loaded from; `null` where that is not known. */
export function hostOfPicture(image: Element, base: string): string | null {
  const lazy = LAZY_ATTRIBUTES.map((name) => attribute(image, name)).find(Boolean);
  const url = webUrl(lazy ?? attribute(image, 'src'), base);
  // The address at WordPress's picture service contains the host that the picture is from.
  const photon = url && /^i\d\.wp\.com$/.test(url.hostname) ? /^\/([^/.]+\.[^/]+)\//.exec(url.pathname)?.[1] : null;
  return photon ?? url?.hostname ?? null;
}
