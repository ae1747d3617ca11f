/** Whether a page is about something else than an article: a thing that is sold, a recipe, an event, a question. */
import { findFirst } from './dom.ts';
import type { Article, Block, Page } from './types.ts';

/** schema.org and Open Graph types of articles, in small letters. */
export const ARTICLE_TYPES = /^(?:\w*newsarticle|article|blogposting|liveblogposting)$/;

/** A price and nothing else: "€ 48.00", "1 200 zł". */
const PRICE =
  /^(?:\p{Sc}|[A-Z]{2,3}\b)\s?\d[\d.,'’ ]*$|^\d[\d.,'’ ]*\s?(?:\p{Sc}|\p{Lu}{2,3}|zł|kr|Kč|Ft|руб|грн|元|円|원)\.?$/u;
const MAX_PRICE_CHARS = 20;
/** A price stands beside the name of what is sold. Blocks. */
const MAX_BLOCKS_FROM_NAME = 20;
const BUY_SELECTOR = 'button,input[type=submit],[role=button],a[class*=button],a[class*=btn],a[href*="add-to-cart"]';

const BASKET_SELECTOR =
  'form[action*="/cart" i],form[action*=basket i],[name=add-to-cart],[class*=add-to-cart],[class*=add-to-basket]';

function blocksNearName({ blocks }: Page, { headlineBlock, root }: Article): readonly Block[] {
  const start = headlineBlock?.index ?? root.first;
  return blocks.slice(start, start + MAX_BLOCKS_FROM_NAME);
}

const hasBeside = ({ box }: Block, selector: string): boolean =>
  [box, box.parent].some((around) => around && findFirst(around.element, selector));

/** A price near the headline, with a button beside it. Fixture: clutter/shop-unmarked */
export function priceWithButton(page: Page, article: Article): string | null {
  const price = blocksNearName(page, article).find(
    (block) => block.length <= MAX_PRICE_CHARS && PRICE.test(block.text) && hasBeside(block, BUY_SELECTOR),
  );
  return price?.text ?? null;
}

/** A price with a button, or what puts something into a basket, near the headline. Fixtures: clutter/shop-unmarked, clutter/shop-basket */
export const isForSale = (page: Page, article: Article): boolean =>
  priceWithButton(page, article) !== null ||
  blocksNearName(page, article).some((block) => hasBeside(block, BASKET_SELECTOR));
