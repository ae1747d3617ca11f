import { attribute, findAll, findFirst, read } from '../dom.ts';
import type { Block, Box } from '../types.ts';
import type { Context, Found } from './context.ts';
import { FIELDS } from './cut.ts';
import type { Kind } from './find.ts';
import { part } from './words.ts';

/** An ad box that shows nothing, with its label. One that shows an ad is the ad blocker's business and stays. */
export default { kind: 'ad-slot', find } satisfies Kind;

const WORDS = part(
  /ad[sv]?\d*|ads\w*|ad(?:unit|box|container|wrap|zone|place|area|banner|block|break|holder|label|inner|tag|manager|inserter|rotate|thrive|vads)\w*|\w*advert\w*|gpt\w*|dfp|gads|googlead\w*|taboola|trc|outbrain|mg(?:id|box)|revcontent|teads|dianomi|zergnet|mediavine|ezoic|nativo|sharethrough|primis|publici[dt]\w*|pubblicit\w*|anzeigen?|werbung|reklam\w*|annonse\w*|iklan|propaganda|code-block|quads|leaderboard|skyscraper|mpu|billboard|sponsor(?:ed)?|promo-?slot/,
);
const TAGS = /^(?:amp|google|gpt)-(?:sticky-)?(?:ad|embed)$/;
const ATTRIBUTES = /^data-(?:ads?(?:$|-)|ad(?:unit|slot|client)|google-query|dfp|native-ad|freestar|gpt|unit-path)/;
/** Something to use or to look at that is neither text nor one of the counted media. */
const USED = `${FIELDS},canvas,[role=button],math`;

const LONGEST = 120;

function find(context: Context): Found[] {
  const found: Found[] = [];
  let end = 0;
  for (const box of context.named(WORDS, isMarked)) {
    if (box.index < end || shows(box) || !isBare(context, box) || findFirst(box.element, USED)) continue;
    found.push({ boxes: [outermost(context, box)] });
    end = box.endBox;
  }
  return found;
}

const MEDIA = 'audio,canvas,embed,frame,iframe,img,object,svg,video';
/** The ad script's own word that nothing came, and what takes up no room. */
const BLANK =
  '[data-ad-status=unfilled] *,[width="0"],[width="1"],[height="0"],[height="1"],[style*="display:none" i],[style*="display: none" i]';

/** There is something to look at. */
const shows = (box: Box): boolean => box.media > 0 && findAll(box.element, `:is(${MEDIA}):not(${BLANK})`).length > 0;

/** Holds no text, or the label of an ad and nothing else. */
function isBare(context: Context, box: Box): boolean {
  return (
    box.end - box.first < 3 && box.length <= LONGEST && context.blocksOf(box).every((block) => isLabel(context, block))
  );
}

/** Says that there is an ad: by its wording, or a few words in a box of its own that is called an ad's. */
function isLabel({ phrases, isArticle }: Context, block: Block): boolean {
  const { text, kind, box, linkLength } = block;
  if (kind === 'code' || kind === 'heading') return false;
  if (phrases.is('advertisement', text)) return true;
  return (
    kind !== 'caption' &&
    !isArticle(block) &&
    text.length <= LONGEST_LABEL &&
    linkLength === 0 &&
    !/[.!?\d]/.test(text) &&
    isCalledAd(box.element)
  );
}

const LONGEST_LABEL = 40;
const isCalledAd = (element: Element) =>
  WORDS.test(`${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`.toLowerCase()) ||
  [...read(element, 'children')].some((child) => WORDS.test((attribute(child, 'class') ?? '').toLowerCase()));

/** An ad by its tag, or an empty leaf with an attribute that an ad script reads. */
const isMarked = (box: Box): boolean =>
  TAGS.test(box.tag) ||
  (box.first === box.end &&
    box.endBox === box.index + 1 &&
    [...read(box.element, 'attributes')].map(({ name }) => name).some((name) => ATTRIBUTES.test(name)));

/** The Box around it that holds nothing else. */
function outermost(context: Context, box: Box): Box {
  let outer = box;
  for (let up = box.parent; up; up = up.parent) {
    if (shows(up) || !isBare(context, up) || read(up.element, 'childElementCount') > 3 || up.tag === 'body') break;
    if (findFirst(up.element, USED) || up.endBox - up.index > 8) break;
    outer = up;
  }
  return outer;
}
