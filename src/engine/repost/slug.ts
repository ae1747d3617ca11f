import { alike } from '../clutter/alike.ts';
import { wordsIn } from '../phrases/letters.ts';
import { normalise } from '../phrases/normalise.ts';
import { rememberFor } from '../remember.ts';
import type { Article, Page } from '../types.ts';
import { isDeep, type LinkOut } from './scene.ts';

/** Fewer words than this say nothing. */
const ENOUGH = 3;
const SHARE = 0.7;
/** A path of several words, or one in another script. */
const SEVERAL = /[-_+][^/]*[-_+]|%[0-9a-f]{2}.*%[0-9a-f]{2}/i;

/** Words of an address's longest part, as a headline in it would be. */
function wordsOf(path: string): string[] {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {}
  const parts = plain.split('/').map((part) => part.replace(/\.\w{2,5}$/, ''));
  return split(parts.reduce((best, part) => (part.length > best.length ? part : best), ''));
}

/** Words of two letters and more; the common form of a slug leaves out what is shorter. */
const split = (text: string): string[] =>
  wordsIn(normalise(text)).filter((word) => word.length > 1 && !/^\d+$/.test(word));

function shared(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
  const letters = few.join('').length;
  if (few.length < ENOUGH || letters < 12) return false;
  return few.filter((word) => many.has(word)).length >= SHARE * few.length;
}

/** Shorter ones may well be a name. */
const SHORTEST = 12;

interface Own {
  readonly headline: readonly string[];
  readonly address: readonly string[];
}

/** What has a headline and an address. */
export interface Titled {
  readonly article: Pick<Article, 'headline'>;
  readonly page: Pick<Page, 'url'>;
}

const ownOf = rememberFor(
  ({ article, page: { url } }: Titled): Own => ({
    headline: split(article.headline ?? ''),
    address: URL.canParse(url) ? wordsOf(new URL(url).pathname) : [],
  }),
);

/** The link carries the headline or the words of the page's own address: in its words, or in its address. */
export function carriesHeadline(scene: Titled, { url, via, said }: LinkOut): boolean {
  if (url ? !isDeep(url) : !via) return false;
  const headline = scene.article.headline ?? '';
  const own = ownOf(scene);
  if (url && SEVERAL.test(url.pathname)) {
    const there = wordsOf(url.pathname);
    if (shared(there, own.headline) || shared(there, own.address)) return true;
    // A script without spaces.
    if (there.length > 0 && headline !== '' && there.length < ENOUGH && alike(there.join(' '), headline)) return true;
  }
  return headline.length > SHORTEST && alike(said, headline);
}
