import { attribute, findAll } from '../dom.ts';
import { memoizeWeak } from '../memoize.ts';
import { hostOfPicture } from './picture-host.ts';
import { isSharedHost } from './shared-host.ts';
import { siteOwner } from './site-owner.ts';
import type { SignalContext } from './types.ts';

/** Pictures that are loaded from another site. */
export interface ForeignPictures {
  readonly site: string;
  readonly host: string;
  readonly count: number;
  readonly first: Element;
}

const MAX_PICTURES = 60;
/** Narrower pictures, in pixels, are icons. */
const MIN_WIDTH = 40;
/** Share of the pictures whose site is known. */
const MIN_SHARE = 0.6;
/** The other site that most of the article's pictures are loaded from. Blocks do not have pictures: asks the document. */
export const picturesElsewhere = memoizeWeak((context: SignalContext) =>
  context.article.root.media === 0 ? null : findPictures(context),
);

function findPictures({ page: { url }, article: { root }, isOwn }: SignalContext): ForeignPictures | null {
  const found = new Map<string, { host: string; count: number; first: Element }>();
  let all = 0;
  for (const image of findAll(root.element, 'img').slice(0, MAX_PICTURES)) {
    if (Number(attribute(image, 'width') ?? MIN_WIDTH) < MIN_WIDTH) continue;
    const host = hostOfPicture(image, url);
    if (!host || isSharedHost(host)) continue;
    all++;
    if (isOwn(host)) continue;
    const site = siteOwner(host);
    const known = found.get(site) ?? { host, count: 0, first: image };
    found.set(site, { ...known, count: known.count + 1 });
  }
  const [most] = [...found].sort(([, a], [, b]) => b.count - a.count);
  return most && most[1].count >= MIN_SHARE * all ? { site: most[0], ...most[1] } : null;
}
