import { charsBesideLinks, MAX_CHARS_BESIDE_CLOSING_LINK, MIN_PARAGRAPH_CHARS } from '../lines.ts';
import { memoizeWeak } from '../memoize.ts';
import { MIN_OF_HEADLINE } from './closing-link.ts';
import { carriesHeadline } from './headline-link.ts';
import type { LineOut, LinkOut, SignalContext } from './types.ts';

/** A link to another site's article with this headline, and the line that it stands in. */
interface OpeningLink {
  readonly line: LineOut;
  readonly link: LinkOut;
}

/**
 * The link to an article of another site with the same headline that stands between headline and text, with a date or a
 * few words at most: "3 May | Source: NAME". Fixtures: repost/opening-link, repost/opening-links
 */
export const openingLink = memoizeWeak((context: SignalContext): OpeningLink | null => {
  const { head } = context;
  const text = head.findIndex((line) => charsBesideLinks(line) > MIN_PARAGRAPH_CHARS);
  const opening = head
    .slice(0, text < 0 ? head.length : text)
    .filter((line) => line.block.kind !== 'item' && charsBesideLinks(line) <= MAX_CHARS_BESIDE_CLOSING_LINK)
    .flatMap((line) => line.out.map((link) => ({ line, link })));
  const found = opening.find(({ link }) => carriesHeadline(context, link, MIN_OF_HEADLINE));
  // Several addresses are a list of what else there is to read.
  const addresses = new Set(opening.map(({ link }) => link.url?.href ?? link.via));
  return addresses.size === 1 ? (found ?? null) : null;
});
