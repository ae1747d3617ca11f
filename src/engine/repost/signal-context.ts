import { holdsBlock, isWithin, memoizeUpwards, upwards } from '../boxes.ts';
import { attribute, parentOf, webUrl } from '../dom.ts';
import { isQuoted, linesOf } from '../lines.ts';
import { memoize, memoizeWeak } from '../memoize.ts';
import { type Phrases, phrases } from '../phrases/index.ts';
import { findTokens } from '../tokens.ts';
import type { Article, Block, Box, Metadata, Page } from '../types.ts';
import { NOT_ARTICLE_WORDS } from '../vocabulary.ts';
import { findLinkOut, hostAndSlash, staysOnSite } from './links.ts';
import { isOffer } from './offers.ts';
import { targetOf } from './redirectors.ts';
import { MIN_OWN_LINKS, sitesInChrome } from './site-chrome.ts';
import { isSameOrganization, isSocialHost, siteOwner } from './site-owner.ts';
import type { LineOut, LinkOut, SignalContext } from './types.ts';
import { isMirror, isPageOf } from './wrapper.ts';

/** Blocks before the body, and of its beginning, that may say where the article is from. */
const HEAD_BLOCKS_BEFORE = 8;
const HEAD_BLOCKS_INSIDE = 2;
/** Blocks at the end of the body, after it inside the root, and after the root, that may say it. */
const TAIL_BLOCKS_IN_BODY = 3;
const TAIL_BLOCKS_IN_ROOT = 30;
const TAIL_BLOCKS_AFTER = 8;

/** The functions are properties, so that a Signal can take them apart: `({ isOwn, tail }) => …`. */
class PageSignalContext implements SignalContext {
  readonly page: Page;
  readonly metadata: Metadata;
  readonly article: Article;
  /** Host of the page, empty where it is not known. */
  readonly #host: string;
  readonly #hostAndSlash: string;
  /** Hosts whose page this is, seen at another address. */
  readonly #hostsBehind: readonly string[];
  #chrome: ReadonlyMap<string, number> | undefined;
  #scope: Pick<Box, 'first' | 'end'> | undefined;
  #head: readonly LineOut[] | undefined;
  #tail: readonly LineOut[] | undefined;
  #names: string | undefined;
  #links: { readonly out: readonly LinkOut[]; readonly inside: number } | undefined;

  constructor(page: Page, metadata: Metadata, article: Article) {
    this.page = page;
    this.metadata = metadata;
    this.article = article;
    this.#isPostOfOthers = postsOfOthers(page, article);
    // A saved page may not know its address.
    this.#host = hostOf(page.url) ?? hostOf(metadata.canonical) ?? '';
    this.#hostAndSlash = hostAndSlash(page.url);
    const stated = [page.url, metadata.canonical, metadata.openGraphUrl]
      .map((address) => hostBehind(address))
      .filter((host) => host !== null && host !== this.#host && isPageOf(host, page.url)) as string[];
    this.#hostsBehind = stated.length === 0 && isMirror(this.#host) ? hostOfLinks(page) : stated;
  }

  get phrases(): Phrases {
    return phrases(this.article.language);
  }

  get head(): readonly LineOut[] {
    const { root, body, headlineBlock } = this.article;
    const first = body[0]?.index ?? root.first;
    const earliest = first - HEAD_BLOCKS_BEFORE;
    const start = Math.max(0, earliest, headlineBlock ? headlineBlock.index + 1 : earliest);
    this.#head ??= this.#freeLines(this.page.blocks.slice(start, first + HEAD_BLOCKS_INSIDE));
    return this.#head;
  }

  get tail(): readonly LineOut[] {
    this.#tail ??= this.#freeLines(tailOf(this.page, this.article, this.scope));
    return this.#tail;
  }

  get linksOut(): readonly LinkOut[] {
    this.#links ??= this.#readLinks();
    return this.#links.out;
  }

  get linksIn(): number {
    this.#links ??= this.#readLinks();
    return this.#links.inside;
  }

  readonly isOwn = memoize((host: string): boolean => {
    if ([this.#host, ...this.#hostsBehind].some((own) => host === own || isSameOrganization(host, own))) return true;
    return this.linksInChrome(host) >= MIN_OWN_LINKS;
  });

  readonly linksInChrome = (host: string): number => {
    this.#chrome ??= sitesInChrome(this.page, this.article, this.#host);
    return this.#chrome.get(siteOwner(host)) ?? 0;
  };

  readonly linesOf = memoizeWeak((block: Block): readonly LineOut[] =>
    linesOf(block).map((line) => ({
      ...line,
      out: isOffer(line.text) ? [] : line.links.map(this.#linkOut).filter(isFromSite),
    })),
  );

  readonly #linkOut = memoizeWeak((element: HTMLAnchorElement) =>
    findLinkOut(element, this.page.url, this.#hostAndSlash, this.isOwn),
  );

  /** In a part of the root, or of what follows it, that holds other people's words or a row of other things. */
  readonly isAside = memoizeUpwards((box) => {
    const { root, body } = this.article;
    if (box === root || isWithin(root, box)) return false;
    // The table that lays the page out. Fixture: repost/layout-table
    if (box.tag === 'table' && body[0] && holdsBlock(box, body[0])) return undefined;
    return this.#isAsideItself(box) || this.#isPostOfOthers(box) || undefined;
  });

  readonly #isPostOfOthers: (box: Box) => boolean;

  /** A name that the boxes around the article's own text have too says nothing: page builders call all parts alike. Fixture: repost/source-button */
  #isAsideItself({ tag, words }: Box): boolean {
    const name = NOT_ARTICLE_WORDS.exec(words)?.[0].trim();
    return ASIDE_TAG.test(tag) || (name !== undefined && !this.#namesAround.includes(name));
  }

  get #namesAround(): string {
    this.#names ??= [...upwards(this.article.root)].map(({ tag, words }) => (tag === 'body' ? '' : words)).join(' ');
    return this.#names;
  }

  get scope(): Pick<Box, 'first' | 'end'> {
    this.#scope ??= scopeOf(this.article);
    return this.#scope;
  }

  #freeLines(blocks: readonly Block[]): LineOut[] {
    return blocks
      .filter(({ box, kind }) => !box.hidden && kind !== 'caption' && kind !== 'control' && !this.isAside(box))
      .flatMap(this.linesOf)
      .filter((line) => !isQuoted(line) && !isUnseen(line));
  }

  #readLinks(): { out: readonly LinkOut[]; inside: number } {
    const { page, scope } = this;
    const { root } = this.article;
    const out: LinkOut[] = [];
    let inside = 0;
    for (const block of page.blocks.slice(root.first, root.end)) {
      const { links, box } = block;
      if (links.length === 0 || this.isAside(box)) continue;
      for (const element of links) {
        const link = this.#linkOut(element);
        if (isFromSite(link) && holdsBlock(scope, block) && !isOffer(block.text)) out.push(link);
        else if (!link && staysOnSite(element, page.url, this.#hostAndSlash, this.isOwn)) inside++;
      }
    }
    return { out, inside };
  }
}

export const makeSignalContext = (page: Page, metadata: Metadata, article: Article): SignalContext =>
  new PageSignalContext(page, metadata, article);

const hostOf = (url: string | null): string | null =>
  webUrl(url, 'about:blank')?.hostname.replace(/^.*\.invalid$/, '') || null;

/** The link leads to another site, and not to where people post: that says nothing about where an article is from. */
const isFromSite = (link: LinkOut | null): link is LinkOut => link !== null && !isSocialHost(link.url?.hostname ?? '');

/** The host that an address leads to in the end. */
function hostBehind(address: string | null): string | null {
  const url = webUrl(address, 'about:blank');
  return (url && targetOf(url).url?.hostname) ?? null;
}

/**
 * The host that most links of the page lead to in the end, in a list of one. Archives with short addresses of their own
 * rewrite every link. Fixture: repost/archive-links
 */
function hostOfLinks({ blocks, url }: Page): string[] {
  const counts = new Map<string, number>();
  for (const { links } of blocks)
    for (const link of links) {
      const host = hostBehind(webUrl(attribute(link, 'href'), url)?.href ?? null);
      if (host) counts.set(host, (counts.get(host) ?? 0) + 1);
    }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 1)
    .map(([host]) => host);
}

const ASIDE_TAG = /^(?:nav|aside|form|figure|table)$/;

/** Comments and the posts of a thread come in such numbers at least. */
const MIN_ALIKE = 2;

/**
 * Boxes that look like others beside them and stand apart from the article's beginning: comments, whatever they are
 * called. Fixture: repost/readers-name-a-source
 */
function postsOfOthers({ boxes }: Page, { body }: Article): (box: Box) => boolean {
  const looksOf = ({ tag, words }: Box) => `${tag} ${words.trim().replace(/\d+/g, '')}`;
  const looksIn = memoizeWeak((parent: Box) => {
    const counts = new Map<string, number>();
    for (let at = parent.index + 1; at < parent.endBox; at = boxes[at]?.endBox ?? parent.endBox) {
      const looks = looksOf(boxes[at] as Box);
      counts.set(looks, (counts.get(looks) ?? 0) + 1);
    }
    return counts;
  });
  return (box) => {
    const { parent, tag } = box;
    const first = body[0]?.index;
    if (!parent || first === undefined || parent.first <= first || TEXT_TAG.test(tag)) return false;
    if (box.words.trim() === '' && tag !== 'article' && tag !== 'li') return false;
    return (looksIn(parent).get(looksOf(box)) ?? 0) >= MIN_ALIKE;
  };
}

/** Boxes of single lines. */
const TEXT_TAG = /^(?:p|h[1-6]|pre|center|br|hr)$/;

/**
 * The Blocks among which the article may say where it is from: those of its own `article` element, where the root is
 * larger than that. Fixture: repost/readers-name-a-source
 */
function scopeOf({ root, body, headlineBlock }: Article): Pick<Box, 'first' | 'end'> {
  const [first] = body;
  let own: Box | null = null;
  for (const box of upwards(first?.box ?? null)) if (box.tag === 'article' && isWithin(box, root)) own = box;
  if (!own || own === root) return root;
  const holdsHeadline = !headlineBlock || !holdsBlock(root, headlineBlock) || holdsBlock(own, headlineBlock);
  return holdsHeadline ? own : root;
}

/** Styles that leave a text where it is and show nothing of it. */
const UNSEEN_STYLE =
  /font-size:0(?![.\d]*[1-9])|opacity:0(?![.\d]*[1-9])|text-indent:-\d{3}|(?:left|top):-\d{3}|(?:^|;)color:transparent|visibility:hidden|clip:rect\([01]|max-height:0(?![.\d]*[1-9])/;
/** Elements around a link whose styles are looked at. */
const MAX_STYLED = 4;

/** No reader sees the line's links. Fixture: repost/unseen-source */
function isUnseen({ links }: LineOut): boolean {
  let element: Element | null = links[0] ?? null;
  for (let up = 0; element && up < MAX_STYLED; up++, element = parentOf(element)) {
    const style = attribute(element, 'style');
    if (style && UNSEEN_STYLE.test(style.toLowerCase().replace(/\s+/g, ''))) return true;
  }
  return false;
}

/** Blocks before and after the last token that may have the line about the source. */
const BLOCKS_AROUND_TOKEN = 3;

/**
 * The last Blocks of the body and those after it. A heading or a navigation behind the article begins something else.
 * Copying tools write the source beside their last token, wherever the body seems to end (fixture:
 * repost/token-before-the-end).
 */
function tailOf(page: Page, { root, body }: Article, scope: Pick<Box, 'first' | 'end'>): Block[] {
  const last = body.findLast((block) => holdsBlock(scope, block))?.index ?? scope.end - 1;
  const start = body.at(-TAIL_BLOCKS_IN_BODY)?.index ?? Math.max(scope.first, last - TAIL_BLOCKS_IN_BODY);
  const from = Math.min(start, last);
  const inside = page.blocks.slice(from, Math.min(scope.end, last + 1 + TAIL_BLOCKS_IN_ROOT));
  const after = page.blocks.slice(scope.end, scope.end + TAIL_BLOCKS_AFTER);
  const stop = after.findIndex((block) => block.kind === 'heading' || /^(?:nav|aside|form)$/.test(block.box.tag));
  const tail = [...inside, ...(stop < 0 ? after : after.slice(0, stop))];
  const token = page.blocks
    .slice(body[0]?.index ?? root.first, from)
    .findLast(({ text }) => findTokens(text).some((one) => one.token.startsWith('[')))?.index;
  if (token === undefined) return tail;
  return [...page.blocks.slice(Math.max(root.first, token - 1), Math.min(from, token + BLOCKS_AROUND_TOKEN)), ...tail];
}
