import { within } from '../clutter/cut.ts';
import { type Line, linesOf, QUOTING } from '../clutter/lines.ts';
import { attribute, parentOf, webUrl } from '../dom.ts';
import { foldedText } from '../fold.ts';
import { type Phrases, phrases } from '../phrases/index.ts';
import { remember, rememberFor } from '../remember.ts';
import type { Article, Block, Box, Metadata, Page } from '../types.ts';
import { houseOf, isSocialHost, sameHouse } from './house.ts';
import { targetOf } from './redirectors.ts';

/** A link that leaves the page's house. */
export interface LinkOut {
  readonly element: HTMLAnchorElement;
  /** What the link says, white space folded. */
  readonly said: string;
  /** Where it ends; `null` where a redirector hides it. */
  readonly url: URL | null;
  /** The redirector that hides it. */
  readonly via: string | null;
}

/** A {@link Line} with its links that lead elsewhere. */
export interface LineOut extends Line {
  readonly out: readonly LinkOut[];
}

/** Of a {@link LineOut} what tells how it is built, wherever the line was found. */
export type BuiltLine = Pick<LineOut, 'out' | 'links' | 'text' | 'linkLength'> & {
  readonly block: Pick<Block, 'kind'>;
};

/** Everything a Signal reads. Made once for each article; what costs something is made when it is first asked for. */
export interface Scene {
  readonly page: Page;
  readonly metadata: Metadata;
  readonly article: Article;
  readonly phrases: Phrases;
  /** Free lines (no code, no quotation) between the headline and the first sentences of the body. */
  readonly head: readonly LineOut[];
  /** Free lines at the end of the body and after it, up to the comments. */
  readonly tail: readonly LineOut[];
  /** Links out of the body's Box, share buttons aside. */
  readonly linksOut: readonly LinkOut[];
  /** Links of the body's Box that stay in the house. */
  readonly linksIn: number;
  /** The host belongs to the page's own house: by its name, or by what its navigation and logo link. */
  isOwn(host: string): boolean;
  /** Lines of a Block with their links out. */
  linesOf(block: Block): readonly LineOut[];
}

/** In code or in a quotation: what is shown there is not meant. Boxes tell of what lies around the line. */
function isQuoted({ block: { box }, nodes }: Line): boolean {
  for (let up: Box | null = box; up; up = up.parent) if (QUOTING.test(up.tag)) return true;
  return nodes.some((node) => {
    for (let up = node.parentElement; up && up !== box.element; up = parentOf(up)) {
      if (QUOTING.test(up.localName)) return true;
    }
    return false;
  });
}

/** How far around the body is looked for a line of attribution, in Blocks. */
const HEAD = 8;
const TAIL_INSIDE = 30;
const TAIL_AFTER = 8;
/** Last Blocks of the body that may hold it. */
const LAST = 3;

/** Other people's words, and rows of things that are not the article. */
const NOT_THE_ARTICLE =
  /(?:^|[\s_-])(?:comments?|commentlist|respond|disqus\w*|replies|reactions|related\w*|recommend\w*|author-?(?:box|bio)|newsletter|subscribe|widget)(?:$|[\s_-])/;
const SHARING =
  /[/?&](?:share|sharer|sharing|sharearticle|intent|send|submit|save|bookmark|pin|add)(?:[./?&=]|$)|[?&](?:u|url|text|body|link|status)=https?/i;

export function makeScene(page: Page, metadata: Metadata, article: Article): Scene {
  const { root, body } = article;
  // A saved page may not know where it is from.
  const here = hostOf(page.url) ?? hostOf(metadata.canonical) ?? '';
  const home = homeOf(page.url);
  let furniture: ReadonlySet<string> | undefined;
  const isOwn = remember((host: string): boolean => {
    if (host === here || sameHouse(host, here)) return true;
    furniture ??= furnitureOf(page, article, here);
    return furniture.has(houseOf(host));
  });
  const outOf = rememberFor((element: HTMLAnchorElement) => lookOut(element, page.url, home, isOwn));
  /** In a part of the root, or of what follows it, that is somebody else's words or a row of other things. */
  const isAside = nearest((box) => (box === root || within(root, box) ? false : isAsideItself(box) || undefined));
  const linesWithOut = rememberFor((block: Block): readonly LineOut[] =>
    linesOf(block).map((line) => ({ ...line, out: line.links.map(outOf).filter((link) => link !== null) })),
  );
  const free = (blocks: readonly Block[]) =>
    blocks
      .filter((block) => !block.box.hidden && block.kind !== 'caption' && block.kind !== 'control')
      .flatMap(linesWithOut)
      .filter((line) => !isQuoted(line));

  const firstBody = body[0]?.index ?? root.first;
  const lastBody = body.at(-1)?.index ?? root.end - 1;
  let head: readonly LineOut[] | undefined;
  let tail: readonly LineOut[] | undefined;
  let split: { out: LinkOut[]; in: number } | undefined;
  const links = () => {
    if (split) return split;
    split = { out: [], in: 0 };
    for (let i = root.first; i < root.end; i++) {
      const block = page.blocks[i] as Block;
      if (block.links.length === 0 || isAside(block.box)) continue;
      for (const element of block.links) {
        const out = outOf(element);
        if (out && !isSocialHost(out.url?.hostname ?? '')) split.out.push(out);
        else if (!out && staysIn(element, page.url, home, isOwn)) split.in++;
      }
    }
    return split;
  };

  return {
    page,
    metadata,
    article,
    get phrases() {
      return phrases(article.language);
    },
    get head() {
      const start = Math.max(
        article.headlineBlock ? article.headlineBlock.index + 1 : firstBody - HEAD,
        firstBody - HEAD,
      );
      head ??= free(page.blocks.slice(Math.max(0, start), firstBody + 2).filter((block) => !isAside(block.box)));
      return head;
    },
    get tail() {
      tail ??= free(tailOf(page, article, lastBody).filter((block) => !isAside(block.box)));
      return tail;
    },
    get linksOut() {
      return links().out;
    },
    get linksIn() {
      return links().in;
    },
    isOwn,
    linesOf: linesWithOut,
  };
}

const hostOf = (url: string | null): string | null =>
  webUrl(url, 'about:blank')?.hostname.replace(/^.*\.invalid$/, '') || null;

/** The page's host as an address is written out with it. */
export const homeOf = (url: string): string => `${webUrl(url, url)?.host}/`;

/** Where the path begins in an address that is written out with the page's host; 0 in others. */
function pathAt(href: string, home: string): number {
  const at = href.indexOf('//') + 2;
  return at >= 2 && at <= 8 && href.startsWith(home, at) ? at + home.length : 0;
}

/**
 * Without a host of its own, or written out with the page's, and carrying no other address: most links of most pages.
 *
 * @param home of {@link homeOf}
 */
function isNear(href: string, home: string): boolean {
  const path = pathAt(href, home);
  return (path > 0 || !/^\s*(?:[a-z]+:)?[\\/]{2}/i.test(href)) && !/https?(?::|%3a)/i.test(href.slice(path));
}

/** A link to another page of the house. */
function staysIn(element: HTMLAnchorElement, base: string, home: string, isOwn: (host: string) => boolean): boolean {
  const href = attribute(element, 'href')?.trim() ?? '';
  if (href === '' || href.startsWith('#') || (href.startsWith(base) && '#?'.includes(href[base.length] ?? '#')))
    return false;
  if (isNear(href, home)) return pathAt(href, home) > 0 || !/^[a-z]+:/i.test(href);
  const url = webUrl(href, base);
  return url !== null && isOwn(url.hostname);
}

/** What a link says and where it leads, where that is another house; `null` where it stays, or shares the page. */
export function lookOut(
  element: HTMLAnchorElement,
  base: string,
  home: string,
  isOwn: (host: string) => boolean,
): LinkOut | null {
  const href = attribute(element, 'href');
  if (!href || isNear(href, home)) return null;
  const link = webUrl(href, base);
  if (!link) return null;
  const { url, via } = targetOf(link);
  if (url?.href === link.href && isSocialHost(link.hostname) && SHARING.test(link.pathname + link.search)) return null;
  if (url && (isOwn(url.hostname) || !url.hostname.includes('.') || bearsName(url, home))) return null;
  let said: string | undefined;
  return {
    element,
    get said() {
      said ??= foldedText(element);
      return said;
    },
    url,
    via,
  };
}

/** A shorter name may be a common word. */
const SHORTEST_NAME = 6;

/** The house's account or blog on a platform, by its name: `medium.com/@brand/…`, `brand.wordpress.com`. */
function bearsName({ hostname, pathname }: URL, home: string): boolean {
  const [name = ''] = houseOf(home.slice(0, -1)).split('.');
  return name.length >= SHORTEST_NAME && `${hostname}${pathname}`.split(/[./@]+/).includes(name);
}

const isAsideItself = ({ tag, words }: Box): boolean =>
  /^(?:nav|aside|form|figure|table)$/.test(tag) || NOT_THE_ARTICLE.test(words);

function tailOf(page: Page, { root, body }: Article, lastBody: number): Block[] {
  const start = body.at(-LAST)?.index ?? Math.max(root.first, lastBody - LAST);
  const inside = page.blocks.slice(start, Math.min(root.end, lastBody + 1 + TAIL_INSIDE));
  const after = page.blocks.slice(root.end, root.end + TAIL_AFTER);
  const stop = after.findIndex((block) => block.kind === 'heading' || /^(?:nav|aside|form)$/.test(block.box.tag));
  return [...inside, ...(stop < 0 ? after : after.slice(0, stop))];
}

const FURNITURE = /^(?:nav|header|footer)$/;
const FURNITURE_WORDS =
  /(?:^|[\s_-])(?:site-?header|masthead|main-?nav\w*|navbar|main-?menu|site-?footer|colophon|logo|site-?title)(?:$|[\s_-])/;
/** Links of the page's own furniture that it takes to make a host the house's own. */
const ENOUGH = 2;

/** Registered names of the other hosts that the page's own navigation, logo and footer link. */
function furnitureOf(page: Page, { root }: Article, here: string): ReadonlySet<string> {
  const isFurniture = nearest((box) => (isFurnitureItself(box) && isOutside(box)) || undefined);
  const counts = new Map<string, number>();
  for (const { index, links, box } of page.blocks) {
    if (links.length === 0 || (index >= root.first && index < root.end)) continue;
    for (const element of links) {
      const href = attribute(element, 'href') ?? '';
      const at = href.indexOf('//');
      // Most are short forms: without a host.
      if (at < 0 || at > 6) continue;
      const host = /^[^/?#:]+/.exec(href.slice(at + 2))?.[0];
      if (host && host !== here && isFurniture(box)) counts.set(host, (counts.get(host) ?? 0) + 1);
    }
  }
  const houses = new Map<string, number>();
  for (const [host, count] of counts) {
    if (isSocialHost(host)) continue;
    const house = houseOf(host);
    houses.set(house, (houses.get(house) ?? 0) + count);
  }
  return new Set([...houses].filter(([, count]) => count >= ENOUGH).map(([house]) => house));
}

/** Deeper than this a site's own header does not begin. */
const DEEP = 10;

const isFurnitureItself = ({ tag, depth, words }: Box): boolean =>
  FURNITURE.test(tag) || (depth < DEEP && FURNITURE_WORDS.test(words));

/** What the nearest Box says that has an answer, from the Box itself upwards; remembered for those between. */
function nearest(answer: (box: Box) => boolean | undefined): (box: Box) => boolean {
  const known = new Map<Box, boolean>();
  return (box) => {
    const asked: Box[] = [];
    let said: boolean | undefined;
    for (let up: Box | null = box; up && said === undefined; up = up.parent) {
      said = known.get(up) ?? answer(up);
      asked.push(up);
    }
    for (const one of asked) known.set(one, said ?? false);
    return said ?? false;
  };
}

/** In no article of the page. */
function isOutside(box: Box): boolean {
  for (let up: Box | null = box; up; up = up.parent) {
    if (up.tag === 'article' || up.tag === 'main' || NOT_THE_ARTICLE.test(up.words)) return false;
  }
  return true;
}

/** A path that leads to one article, not to a front page or a section. */
export function isDeep(url: URL): boolean {
  const parts = url.pathname.split('/').filter(Boolean);
  if (parts.length === 0)
    return /[?&](?:p|id|article\w*|story\w*|news\w*|no|idx\w*|aid|nid|post\w*|sid)=\w/i.test(url.search);
  if (
    parts.length === 1 &&
    /^(?:[a-z]{2}(?:-[a-z]{2})?|index\.\w+|home|news|rss|feed|about|contact)$/i.test(parts[0] ?? '')
  )
    return /[?&]\w+=\w/.test(url.search);
  return !/^(?:author|authors|tag|tags|category|categories|topics?|contributors?|profile|people|staff|users?)$/i.test(
    parts[0] ?? '',
  );
}
