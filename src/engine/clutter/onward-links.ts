import { attribute, hostOf, webUrl } from '../dom.ts';
import { charsBesideLinks, isShortSentence, type Line } from '../lines.ts';
import { boxesUpTo, isOfSite } from './closing-boxes.ts';
import { isCopy } from './copy.ts';
import { leadsToPage } from './link-list.ts';
import type { ClutterContext } from './types.ts';

/** A headline: no name or word that a sentence could have linked. Fixture: clutter/scraped-ui-onward */
const MIN_HEADLINE_CHARS = 30;
const MAX_HEADLINE_CHARS = 160;
/** A mark before or behind the link. */
const MAX_CHARS_BESIDE = 4;

/**
 * In a copy, lines that are nothing but the headline of another article: of this site, which whoever copies an article links
 * in it, or several of the original's site, which were copied along. Fixture: clutter/scraped-ui-onward
 */
export function onwardLines(context: ClutterContext): Line[][] {
  if (!isCopy(context)) return [];
  const { lines } = context;
  const runs: Line[][] = [];
  for (let i = 0; i < lines.length; i++) {
    const start = i;
    while (lines[i] && isLink(lines[i] as Line) && context.isFree(lines[i] as Line)) i++;
    const run = lines.slice(start, i);
    if (run.length > 0 && isLitter(context, run, lines[start - 1], lines[i])) runs.push(run);
  }
  return runs;
}

/** "Read also: HEADLINE", in whatever language. Fixture: clutter/related-labelled */
const LABEL = /^[^.!?:：]{2,24}[:：]\s*$/;

const isLabelled = (line: Line): boolean =>
  charsBesideLinks(line) > MAX_CHARS_BESIDE && LABEL.test(line.text.slice(0, charsBesideLinks(line)));

const isLink = (line: Line): boolean =>
  line.links.length > 0 && (charsBesideLinks(line) <= MAX_CHARS_BESIDE || isLabelled(line));

/** The address of an article and not of a page that a site has once: "More: the register". Fixture: clutter/heading-edges */
const isDeep = (path: string): boolean => /[-\d%_]|\/.+\//.test(path);

/**
 * A heading or a line with a colon introduces them, and a short sentence under them speaks of them: then they are the
 * article's.
 */
function isLitter(context: ClutterContext, run: readonly Line[], before?: Line, after?: Line): boolean {
  if (!before || before.block.kind === 'heading' || /[:：]$/.test(before.text)) return false;
  if (after && isShortSentence(after)) return false;
  if (!run.every((line) => isOnward(context, line))) return false;
  // One link alone may be the heading of a part, which the original's site links.
  const { page } = context;
  if (run.some((line) => isLabelled(line) && !line.links.every((link) => isDeep(targetOf(page.url, link)?.path ?? ''))))
    return false;
  return run.length > 1 || run.every(({ links: [link] }) => link && targetOf(page.url, link)?.host === page.host);
}

function isOnward(context: ClutterContext, line: Line): boolean {
  const { article, place, holdsArticle } = context;
  const { block, links, linkLength, text } = line;
  // What stands with a player or a picture is about it. Fixture: clutter/named-prose
  const around = boxesUpTo(block.box, article.root);
  return (
    block.index > (article.body[0]?.index ?? Infinity) &&
    place(block.box) === 'inside' &&
    (block.kind === 'paragraph' || block.kind === 'item') &&
    links.length === 1 &&
    linkLength >= MIN_HEADLINE_CHARS &&
    linkLength <= MAX_HEADLINE_CHARS &&
    (!/[.。]$/.test(text) || block.index > (article.body.at(-1)?.index ?? 0)) &&
    !isOfSite(around) &&
    around.every((box) => box.media === 0 || holdsArticle(box)) &&
    links.every((link) => isOnwardLink(context, link))
  );
}

/** Leads to another article of this site, or of the site that the original is on. */
function isOnwardLink({ page, original }: ClutterContext, link: HTMLAnchorElement): boolean {
  const target = targetOf(page.url, link);
  if (!target || target.path === '/' || !leadsToPage(page, link)) return false;
  const source = addressParts(original?.url, page.url);
  return source?.path !== target.path && [page.host, source?.host].includes(target.host);
}

const targetOf = (base: string, link: Element) => addressParts(attribute(link, 'href'), base);

function addressParts(href: string | null | undefined, base: string) {
  const url = webUrl(href, base);
  return url && { host: hostOf(url), path: url.pathname };
}
