/** The article's own pictures, with their captions. */
import { commonBox, upwards } from './boxes.ts';
import { readDetails } from './details.ts';
import { attribute, closest, findAll, holds, isBefore, parentOf, webUrl } from './dom.ts';
import { formulaAround } from './formulas.ts';
import type { PlacedPicture } from './part-maker.ts';
import { readPicture } from './picture-source.ts';
import { type RemainingBlock, withoutClutter } from './remaining-text.ts';
import type { Analysis, Block, Box, Picture } from './types.ts';
import { LITTER_WORDS, PICTURE_LITTER_WORDS } from './vocabulary.ts';

const PICTURE_SELECTOR = 'img,amp-img,noscript';
/** More pictures than an article has. */
const MAX_PICTURES = 500;

/** A picture on a page. */
export interface FoundPicture {
  readonly element: Element;
  readonly picture: Picture;
}

/** The pictures in an element, each once, in order. */
export function picturesIn(element: Element | Document, base: string): FoundPicture[] {
  const found: FoundPicture[] = [];
  const known = new Set<string>();
  for (const one of findAll(element, PICTURE_SELECTOR).slice(0, MAX_PICTURES)) {
    const picture = isInner(one) || formulaAround(one) ? null : readPicture(one, base);
    if (!picture || known.has(picture.url)) continue;
    // For those who run no scripts a picture is there once more.
    if (one.localName === 'noscript' && found.some((other) => isBeside(one, other.element))) continue;
    known.add(picture.url);
    found.push({ element: one, picture });
  }
  return found;
}

/** What a script made of the picture around it, or what that is for those who run none. */
const isInner = (element: Element): boolean => {
  const parent = parentOf(element);
  return parent !== null && closest(parent, 'amp-img,noscript') !== null;
};

const MAX_ELEMENTS_BESIDE = 3;

function isBeside(fallback: Element, picture: Element): boolean {
  let up = parentOf(fallback);
  for (let i = 0; up && i < MAX_ELEMENTS_BESIDE; i++, up = parentOf(up)) {
    if (holds(up, picture)) return findAll(up, 'img,amp-img').filter((one) => !isInner(one)).length === 1;
  }
  return false;
}

/** The article's own pictures in order, with their captions. */
export function picturesOf(analysis: Analysis): PlacedPicture[] {
  const { article, page, clutter } = analysis;
  if (!article) return [];
  const { root, headlineBlock, body } = article;
  const hidden = clutter.flatMap(({ elements }) => elements);
  const around = commonBox(root, headlineBlock?.box ?? root);
  const found = picturesIn(around.element, page.url).filter(
    ({ element }) => !hidden.some((one) => holds(one, element)),
  );
  const captions = withoutClutter(
    article.captions.filter((caption) => !isCaptionOfText(caption)),
    clutter,
    analysis,
  );
  const own = new OwnPictures(analysis);
  return eachOnce(withCaptions(found, captions, body).filter((placed) => own.has(placed)));
}

/** A longer name of a file is that of one picture, wherever on the page, in whatever size. */
const MIN_TELLING_NAME_CHARS = 12;

/** A picture that is there twice is the one with a caption. */
function eachOnce(pictures: readonly PlacedPicture[]): PlacedPicture[] {
  const best = new Map<string, PlacedPicture>();
  for (const placed of pictures) {
    const { url } = placed.picture;
    const name = fileOf(url);
    const key = name.length < MIN_TELLING_NAME_CHARS ? url : name;
    const known = best.get(key);
    if (!known || (known.captions.length === 0 && placed.captions.length > 0)) best.set(key, placed);
  }
  const kept = new Set(best.values());
  return pictures.filter((placed) => kept.has(placed));
}

// Captions.

/**
 * The caption of a table, of code, or of a quotation, which says whose words it has. It stands with the text. Fixtures:
 * copies/tables, copies/quotes
 */
export function isCaptionOfText({ box }: Block): boolean {
  const up = [...upwards(box)];
  const figure = up.find(({ tag }) => tag === 'figure');
  return (
    up.some(({ tag }) => tag === 'caption') ||
    (figure !== undefined && figure.media === 0 && figure.length > box.length)
  );
}

/**
 * Gives pictures their captions: in the same figure, or behind the picture without a Block of the text between.
 * @param found, @param captions, @param blocks in document order
 */
export function withCaptions(
  found: readonly FoundPicture[],
  captions: readonly RemainingBlock[],
  blocks: readonly Block[],
): PlacedPicture[] {
  const own = new Map<FoundPicture, RemainingBlock[]>();
  for (const caption of captions) {
    const picture = pictureOf(caption.block, found, blocks);
    if (picture) own.set(picture, [...(own.get(picture) ?? []), caption]);
  }
  return found.map((picture) => ({ ...picture, captions: own.get(picture) ?? [] }));
}

function pictureOf({ box, nodes }: Block, found: readonly FoundPicture[], blocks: readonly Block[]) {
  const [first] = nodes;
  if (!first) return undefined;
  const figure = [...upwards(box)].find(({ tag }) => tag === 'figure')?.element;
  const inFigure = figure ? found.filter(({ element }) => holds(figure, element)) : found;
  const before = inFigure.findLast(({ element }) => isBefore(element, first));
  if (figure) return before ?? inFigure[0];
  const isBetween = (node: Node) => before && isBefore(before.element, node) && isBefore(node, first);
  return blocks.some(({ nodes: [node] }) => node && isBetween(node)) ? undefined : before;
}

// Whose they are.

/** What a part of the page is called that has pictures of its own. */
const LITTER = ['share', 'related', 'comments', 'newsletter', 'ad', 'byline', 'furniture'];
const LITTER_TAGS = /^(?:aside|nav|footer|form|dialog)$/;
const MAX_ELEMENTS_AROUND = 3;

const PROGRAM = /^$|\.(?:php|aspx?|cgi|ashx|jsp)$/i;

/** The picture itself, or what is right around it, is called an icon, a face and the like. */
function isNamedLitter(element: Element): boolean {
  let up: Element | null = element;
  for (let i = 0; up && i < MAX_ELEMENTS_AROUND; i++, up = parentOf(up))
    if (PICTURE_LITTER_WORDS.test(`${attribute(up, 'id') ?? ''} ${attribute(up, 'class') ?? ''}`.toLowerCase()))
      return true;
  return false;
}

const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/** Tells the pictures of an article from those of the site and of other articles. */
class OwnPictures {
  private readonly analysis: Analysis;
  private readonly boxOf: ReadonlyMap<Element, Box>;
  /** Headline, standfirst and body. */
  private readonly text: readonly Block[];
  private readonly captions: ReadonlySet<Block>;
  /** The file of the picture that the page says stands for the article. */
  private readonly stated: string | null;
  private readonly byline: string | null;

  constructor(analysis: Analysis) {
    const { page, article } = analysis;
    this.analysis = analysis;
    this.boxOf = new Map(page.boxes.map((box) => [box.element, box]));
    this.text = [article?.headlineBlock, article?.standfirst, ...(article?.body ?? [])].flatMap((block) => block ?? []);
    this.captions = new Set(article?.captions);
    const { image, byline } = readDetails(analysis);
    this.stated = image && fileOf(image);
    this.byline = byline;
  }

  has(placed: PlacedPicture): boolean {
    const { element, picture, captions } = placed;
    // The author's face.
    if (isNamedLitter(element) || (picture.alt !== '' && picture.alt === this.byline)) return false;
    return this.isInPlace(placed) && (captions.length > 0 || this.isStated(picture) || !this.isInLitter(element));
  }

  /** It says what the picture is of, if not of the article. A few words without a link are a credit. */
  private isLeftOut({ kind, links, index }: Block): boolean {
    return kind !== 'control' && !(links.length === 0 && this.analysis.article?.labels[index] === 'short');
  }

  private isStated({ url }: Picture): boolean {
    return this.stated !== null && !PROGRAM.test(this.stated) && fileOf(url) === this.stated;
  }

  /** It stands amid the text, or between headline and text, and is no link to something else. */
  private isInPlace({ element, picture, captions }: PlacedPicture): boolean {
    const { article, page } = this.analysis;
    const [first, last] = [article?.body[0]?.nodes[0], article?.body.at(-1)?.nodes.at(-1)];
    if (!article || !first || !last) return false;
    const isInFigure = captions.length > 0 || closest(element, 'figure') !== null;
    const link = isInFigure ? null : linkAround(element, page.url);
    if (isBefore(last, element)) return holds(article.root.element, element) && !link;
    if (link && isAdvertisement(element, picture, link)) return false;
    if (isBefore(first, element)) return true;
    const headline = article.headlineBlock?.nodes[0];
    if (headline ? isBefore(headline, element) : holds(article.root.element, element)) return true;
    return this.isStated(picture);
  }

  /** Some Box around it, which does not hold the text, is called something else, or holds nothing but what was left out. */
  private isInLitter(element: Element): boolean {
    let up: Element | null = element;
    while (up && !this.boxOf.has(up)) up = parentOf(up);
    const box = up && this.boxOf.get(up);
    for (const around of upwards(box ?? null)) {
      if (around.hidden) return true;
      if (
        around === this.analysis.article?.root ||
        this.text.some(({ index }) => around.first <= index && index < around.end)
      )
        return false;
      if (LITTER_TAGS.test(around.tag) || PICTURE_LITTER_WORDS.test(around.words)) return true;
      if (LITTER.some((name) => LITTER_WORDS[name]?.test(around.words))) return true;
      const blocks = this.analysis.page.blocks.slice(around.first, around.end);
      if (blocks.some((block) => this.isLeftOut(block)) && !blocks.some((block) => this.captions.has(block)))
        return true;
    }
    return false;
  }
}

/** Where a picture leads that is a link: not to a picture, and not to its own page. */
function linkAround(element: Element, base: string): URL | null {
  const link = closest(element, 'a');
  const target = link && webUrl(attribute(link, 'href'), base);
  return target && !PICTURE_FILE.test(target.pathname) && !target.href.startsWith(base) ? target : null;
}

/** So many times as wide as high. */
const MIN_BANNER_RATIO = 3.5;
const ADVERTISEMENT = /(?:^|[-_./])(?:ads?|advert\w*|banners?|sponsor\w*|promos?|affiliate)(?:[-_./\d]|$)/i;

/** A linked picture with the shape or the name of a banner. */
function isAdvertisement(element: Element, { url }: Picture, link: URL): boolean {
  const [width, height] = ['width', 'height'].map((side) => Number(attribute(element, side)));
  const isWide = Boolean(width && height && width >= MIN_BANNER_RATIO * height);
  const isSold = /sponsored/.test(attribute(closest(element, 'a') ?? element, 'rel') ?? '');
  return isWide || isSold || ADVERTISEMENT.test(fileOf(url)) || ADVERTISEMENT.test(link.hostname);
}

/** The name of a file, without the size that some sites write behind it. */
const fileOf = (url: string): string =>
  (webUrl(url, url)?.pathname.split('/').pop() ?? '').replace(/(?:-\d+x\d+|-scaled)?(?=\.\w+$)/, '');
