import { fold } from '../fold.ts';
import type { Article, Clutter, ClutterKind, Original, Page, Verdict } from '../types.ts';
import adLabel from './ad-label.ts';
import adSlot from './ad-slot.ts';
import adToken from './ad-token.ts';
import commentForm from './comment-form.ts';
import comments from './comments.ts';
import { type Context, type Found, makeContext, type Taken } from './context.ts';
import { cutOut, type IsGone, isBlank, withinBox } from './cut.ts';
import duplicateHeadline from './duplicate-headline.ts';
import feedFooter from './feed-footer.ts';
import newsletter from './newsletter.ts';
import postNav from './post-nav.ts';
import related from './related.ts';
import scrapedUi from './scraped-ui.ts';
import { withSeparators } from './separators.ts';
import share from './share.ts';
import sourceLink from './source-link.ts';
import widget from './widget.ts';

/** One kind of Clutter: one file. */
export interface Kind {
  readonly kind: ClutterKind;
  /** Each piece is taken as it is handed over: what comes after it no longer finds it free. */
  find(context: Context): Iterable<Found>;
}

/** In the order in which they look, after the ad tokens: what one has taken the next ones leave alone. */
const KINDS: readonly Kind[] = [
  duplicateHeadline,
  feedFooter,
  sourceLink,
  adSlot,
  adLabel,
  commentForm,
  comments,
  related,
  share,
  newsletter,
  scrapedUi,
  postNav,
  widget,
];

/** Found when it is first asked for: most pages are not to be cleaned. */
export interface AllClutter {
  /** Ad tokens: what goes from any article. */
  readonly tokens: readonly Clutter[];
  /** Every piece of every kind, the tokens among them. */
  readonly all: readonly Clutter[];
}

/** What on the page is not the article. What of it is hidden is decided elsewhere. */
export function findClutter(page: Page, article: Article, verdict: Verdict, original: Original | null): AllClutter {
  const taken: Taken = { blocks: new Set(), lined: new Set(), nodes: new Set(), comments: new Set() };
  const context = makeContext(page, article, verdict, original, taken);
  const look = ({ kind, find }: Kind): Clutter[] => {
    const pieces: Clutter[] = [];
    for (const found of find(context)) {
      const { lines = [], boxes = [] } = found;
      for (const node of lines.flatMap(({ nodes }) => nodes)) taken.nodes.add(node);
      for (const { block } of lines)
        if (block.nodes.every((node) => taken.nodes.has(node) || isBlank(node))) taken.lined.add(block);
      const isGone: IsGone = (block) => taken.lined.has(block) || boxes.some((box) => withinBox(block, box));
      pieces.push(clutter(page, kind, found, isGone));
      for (const block of [...lines.map((line) => line.block), ...boxes.flatMap(context.blocksOf)].filter(isGone)) {
        taken.blocks.add(block);
        if (kind === 'comments' || kind === 'comment-form') taken.comments.add(block);
      }
    }
    return pieces.filter(({ elements, spans }) => elements.length + spans.length > 0);
  };
  let tokens: readonly Clutter[] | undefined;
  let all: readonly Clutter[] | undefined;
  return {
    get tokens() {
      tokens ??= look(adToken);
      return tokens;
    },
    get all() {
      all ??= withSeparators([...this.tokens, ...KINDS.flatMap(look)]);
      return all;
    },
  };
}

function clutter(
  page: Page,
  kind: ClutterKind,
  { boxes = [], lines = [], spans = [] }: Found,
  isGone: IsGone,
): Clutter {
  const cut = cutOut(page, lines, boxes, isGone);
  const said = [
    ...boxes.flatMap((box) => page.blocks.slice(box.first, box.end).map((block) => block.text)),
    ...lines.map((line) => line.text),
    ...spans.map(({ node, start, end }) => node.data.slice(start, end)),
  ];
  return {
    kind,
    text: fold(said.join(' ')).slice(0, 200),
    elements: cut.elements,
    spans: [...cut.spans, ...spans],
  };
}
