import { attribute, findAll, findFirst, read } from '../dom.ts';
import { memoizeWeak } from '../memoize.ts';
import type { Block, Box } from '../types.ts';
import { AD_SLOT_WORDS } from '../vocabulary.ts';
import { isCopy } from './copy.ts';
import { FIELD_SELECTOR } from './removal.ts';
import type { ClutterContext, Found, KindFinder } from './types.ts';

/** An empty ad box with its label. A box that shows an ad is left to the ad blocker. */
export default { find } satisfies KindFinder;

const AD_TAGS = /^(?:amp|google|gpt)-(?:sticky-)?(?:ad|embed)$/;
/** Attributes that ad scripts read. */
const AD_ATTRIBUTES = /^data-(?:ads?(?:$|-)|ad(?:unit|slot|client)|google-query|dfp|native-ad|freestar|gpt|unit-path)/;
/** Something to use or to look at that is neither text nor counted in `Box.media`. */
const USABLE_SELECTOR = `${FIELD_SELECTOR},canvas,[role=button],math`;

function* find(context: ClutterContext): Iterable<Found | undefined> {
  let end = 0;
  // A Box around many slots is asked about by each of them. Test: clutter/growth.test.ts
  const isSlot = memoizeWeak(
    (box: Box) => isEmptySlot(context, box) && !showsMedia(box) && !findFirst(box.element, USABLE_SELECTOR),
  );
  for (const box of context.boxesNamed(AD_SLOT_WORDS, (one) => isMarked(one) || isHole(context, one))) {
    if (!box) yield undefined;
    if (!box || box.index < end || !isSlot(box)) continue;
    const slot = outermost(box, isSlot);
    yield { boxes: [slot], reasons: ['name', 'build'] };
    end = slot.endBox;
  }
}

const MEDIA = 'audio,canvas,embed,frame,iframe,img,object,svg,video';
/** Media that take up no room, or that an ad script has marked as not filled. */
const BLANK_MEDIA =
  '[data-ad-status=unfilled] *,[width="0"],[width="1"],[height="0"],[height="1"],[style*="display:none" i],[style*="display: none" i]';

const showsMedia = (box: Box): boolean =>
  box.media > 0 && findAll(box.element, `:is(${MEDIA}):not(${BLANK_MEDIA})`).length > 0;

/** More words in more boxes are a text. Fixture: clutter/ad-slot-edges */
const MAX_SLOT_BLOCKS = 2;

/** Holds no text, or only the label of an ad. */
function isEmptySlot(context: ClutterContext, box: Box): boolean {
  return box.end - box.first <= MAX_SLOT_BLOCKS && context.blocksOf(box).every((block) => isLabel(context, block));
}

/** A label in a language without a pack: one word. "Road closed" is none. Fixtures: clutter/ad-slot-edges, clutter/named-prose */
const MAX_UNKNOWN_LABEL_CHARS = 40;
const UNKNOWN_LABEL = /^\P{L}*[\p{L}\p{M}]{2,20}\P{L}*$/u;

/** Says that there is an ad: by its wording, or by being one word in a box that has the class words of an ad. */
function isLabel({ phrases, isArticle }: ClutterContext, block: Block): boolean {
  const { text, kind, box, linkLength } = block;
  if (kind === 'code' || kind === 'heading') return false;
  if (phrases.is('advertisement', text)) return true;
  return (
    kind !== 'caption' &&
    !isArticle(block) &&
    linkLength === 0 &&
    text.length <= MAX_UNKNOWN_LABEL_CHARS &&
    UNKNOWN_LABEL.test(text) &&
    !/[.!?\d]/.test(text) &&
    hasAdWords(box.element)
  );
}

/** What of the classes of an element is looked at. */
const MAX_NAMES_CHARS = 300;
/** Children of a label's Box that may be the slot. */
const MAX_CHILDREN = 4;

function hasAdWords(element: Element): boolean {
  const isNamed = (one: Element) =>
    AD_SLOT_WORDS.test(
      `${attribute(one, 'id') ?? ''} ${attribute(one, 'class') ?? ''}`.slice(0, MAX_NAMES_CHARS).toLowerCase(),
    );
  if (isNamed(element)) return true;
  let child = read(element, 'firstElementChild');
  for (let i = 0; child && i < MAX_CHILDREN; i++) {
    if (isNamed(child)) return true;
    child = read(child, 'nextElementSibling');
  }
  return false;
}

/** An ad by its tag, or an empty leaf with an attribute that an ad script reads. */
const isMarked = (box: Box): boolean =>
  AD_TAGS.test(box.tag) ||
  (box.first === box.end &&
    box.endBox === box.index + 1 &&
    [...read(box.element, 'attributes')].map(({ name }) => name).some((name) => AD_ATTRIBUTES.test(name)));

/** Room that an inline style keeps: 50 px and more. */
const KEPT_ROOM = /(?:^|[;\s])(?:min-)?height:\s?(?:[5-9]\d|\d{3})(?:\.\d+)?px/;
/** What a script of the page may still draw. */
const DRAWN_WORDS = /chart|graph|map|plot|player|video|embed|widget|slid|gallery|canvas|comment/;

/** In a copy, an empty Box amid the text that keeps room for what never came. Fixture: clutter/ad-slot-hole */
function isHole(context: ClutterContext, { element, tag, words, first, end, index, endBox, media }: Box): boolean {
  const { body } = context.article;
  if (first !== end || endBox !== index + 1 || media > 0 || tag !== 'div' || DRAWN_WORDS.test(words)) return false;
  if (!isCopy(context) || first <= (body[0]?.index ?? 0) || first > (body.at(-1)?.index ?? 0)) return false;
  return KEPT_ROOM.test(attribute(element, 'style') ?? '') && read(element, 'firstElementChild') === null;
}

/** The outermost Box around a slot that holds nothing else. */
function outermost(box: Box, isSlot: (box: Box) => boolean): Box {
  let outer = box;
  for (let up = box.parent; up && up.tag !== 'body' && isSlot(up); up = up.parent) outer = up;
  return outer;
}
