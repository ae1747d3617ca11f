import { attribute, findAll, webUrl } from '../dom.ts';
import { rememberFor } from '../remember.ts';
import { houseOf, isSharedHost } from './house.ts';
import type { Scene } from './scene.ts';

/** Pictures of another house. */
export interface Pictures {
  readonly house: string;
  readonly host: string;
  readonly count: number;
  readonly first: Element;
}

const MOST = 60;
/** Of the pictures whose house is known. */
const SHARE = 0.6;
const LATER = ['data-src', 'data-lazy-src', 'data-original'];

/**
 * The other house that most of the article's pictures come from. Reads the one thing that Blocks do not carry, so it
 * asks the document once.
 */
export const picturesElsewhere = rememberFor((scene: Scene) => (scene.article.root.media === 0 ? null : look(scene)));

function look({ page: { url }, article: { root }, isOwn }: Scene): Pictures | null {
  const found = new Map<string, { host: string; count: number; first: Element }>();
  let all = 0;
  for (const image of findAll(root.element, 'img').slice(0, MOST)) {
    if (Number(attribute(image, 'width') ?? 99) < 40) continue;
    const host = hostOf(image, url);
    if (!host || isSharedHost(host)) continue;
    all++;
    if (isOwn(host)) continue;
    const house = houseOf(host);
    const known = found.get(house) ?? { host, count: 0, first: image };
    found.set(house, { ...known, count: known.count + 1 });
  }
  const [most] = [...found].sort(([, a], [, b]) => b.count - a.count);
  return most && most[1].count >= SHARE * all ? { house: most[0], ...most[1] } : null;
}

/** The house that a picture is loaded from; `null` where that is not said, or says nothing. */
export function houseOfPicture(image: Element, base: string): string | null {
  const host = hostOf(image, base);
  return host && !isSharedHost(host) ? houseOf(host) : null;
}

function hostOf(image: Element, base: string): string | null {
  const later = LATER.map((name) => attribute(image, name)).find(Boolean);
  const url = webUrl(later ?? attribute(image, 'src'), base);
  // WordPress's picture service carries the host that it serves for.
  const photon = url && /^i\d\.wp\.com$/.test(url.hostname) ? /^\/([^/]+\.[^/]+)\//.exec(url.pathname)?.[1] : null;
  return photon ?? url?.hostname ?? null;
}
