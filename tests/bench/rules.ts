/**
 * Rules that a reader makes by pointing: on one page of a theme each labelled piece is described, and the description is
 * looked for on all the theme's other pages. Does it find the same piece there, and nothing else?
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finder } from '@medv/finder';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe } from '../../src/rules/describe.ts';
import { printDescription } from '../../src/rules/description.ts';
import { find } from '../../src/rules/find.ts';
import type { Bench } from './bench.ts';
import { CORPUS, type LabelledPage, type Piece, readLabelled } from './cleaning/corpus.ts';
import { CHANGES as DEPLOYS, type MadePage, make, NAMINGS, type Naming } from './rules/made.ts';
import type { Table } from './table.ts';

/** A labelled piece that is an element of its own, and what makes another page's piece its twin. */
interface Pick {
  readonly element: Element;
  readonly twin: string;
}

interface Opened {
  readonly page: LabelledPage;
  readonly document: Document;
  readonly picks: readonly Pick[];
  /** The labelled pieces, also where only some of an element's words are one, by kind. */
  readonly pieces: readonly { readonly kind: string; readonly element: Element }[];
  /** Headline and Blocks of the body. */
  readonly article: readonly Element[];
}

/** What a rule found that is no twin: no word of the article must be in it. */
const OTHERS = ['same kind', 'other kind', 'rest of the page', 'article'] as const;
type Other = (typeof OTHERS)[number];

/** What a way of describing made of the picks. */
interface Score {
  twins: number;
  found: number;
  readonly others: Record<Other, number>;
  picks: number;
  /** Picks whose rule found some of the article anywhere. */
  harmful: number;
}

/** An element in, its rule as text and what finds its like in another document out. */
type Way = (element: Element) => { readonly rule: string; readonly look: (document: Document) => Element[] };

const ours: Way = (element) => {
  const description = describe(element);
  return { rule: printDescription(description), look: (document) => find(document, description) };
};

/** The kept selector generator, as it comes. */
const byFinder: Way = (element) => {
  const { ownerDocument } = element;
  // It looks for them in the global scope.
  Object.assign(globalThis, {
    document: ownerDocument,
    Node: { ELEMENT_NODE: 1 },
    CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') },
  });
  const selector = finder(element, { root: ownerDocument.body });
  return { rule: selector, look: (document) => [...document.querySelectorAll(selector)] };
};

/** What a site does to its template. Done before the pieces are described on one page and looked for on the others. */
type Change = (document: Document, seed: number) => void;

const CHANGES: readonly (readonly [string, Change])[] = [
  ['as they are', () => {}],
  ['each class with a made-up ending, another on each page', madeUpEndings],
  ['an element more around and before every second one', wrapped],
];

export const rules: Bench = {
  name: 'rules',
  async run({ most }) {
    const pages = readLabelled(most);
    const rows: Table['rows'][number][] = [];
    for (const [change, act] of CHANGES) {
      const opened = pages.map((page, i) => open(page, (document) => act(document, i)));
      rows.push(rowOf(change, 'ours', scoreOf(opened, ours)));
      if (change === CHANGES[0]?.[0]) rows.push(rowOf(change, '@medv/finder', scoreOf(opened, byFinder)));
    }
    return [
      {
        title: 'Rules picked on one page, looked for on the theme’s other pages',
        columns: [
          'pages',
          'way',
          'pieces picked',
          'twins',
          'found',
          'share',
          ...OTHERS.map((other) => `else: ${other}`),
          'rules that find some of the article',
        ],
        rows,
        notes: [
          'Every labelled piece that is an element of its own, of every kind, on every page of the theme, whatever the site and its language. A twin is a piece of the same kind with the same tag, id and classes (numbers in them left out), or, where it has neither id nor class, with the same words. What is all of a piece of the kind, or all that is in one, counts as that piece. Everything else that was found is counted by what it is: in a labelled piece of the same kind, in one of another kind, in neither, or an element that holds the headline or a Block of the labelled body, or lies in one.',
        ],
      },
      {
        title: 'Rules picked on a made-up page, looked for on the site’s page after a deploy',
        columns: [
          'how the site names things',
          'pieces picked',
          'twins',
          'found',
          'share',
          'share without items of lists',
          'rules that find something else',
          'of these the article',
          'something else once the twin is gone',
        ],
        rows: Object.entries(NAMINGS).map(([name, naming]) => deployed(name, naming)),
        notes: [
          `Bars over the page, menus, lines and boxes in the article, pictures, a table’s cell, what is in an open shadow root, boxes of the sidebar, lists and their items, the footer (tests/bench/rules/made.ts). Between the two pages all made-up names and the article change, and in turn: ${DEPLOYS.join(', ')}. A twin is what the same line of the template made. Items of one list are as good as each other, and so is what is all of the twin, or all that is in it. Gone: the twin is taken out, and the rule must not find another in its place.`,
        ],
      },
    ];
  },
};

/** A site with its ways to name things, through every kind of deploy. */
function deployed(name: string, naming: Naming): Table['rows'][number] {
  const sum = { picks: 0, twins: 0, found: 0, items: 0, foundItems: 0, others: 0, harmful: 0, gone: 0 };
  for (const change of DEPLOYS) {
    const [before, after] = [make(naming, change, 0), make(naming, change, 1)];
    for (const [key, element] of before.pieces) {
      const description = describe(element);
      const twin = after.pieces.get(key);
      const look = () => find(after.document, description);
      const isOther = (one: Element) => !isSame(one, twin, after) && after.group.get(one) !== before.group.get(element);
      const found = look();
      const others = found.filter(isOther);
      sum.picks++;
      // A paragraph of another article is no twin of one.
      const isTwin = twin !== undefined && before.group.get(element) !== 'article';
      const isFound = isTwin && found.includes(twin);
      const isItem = element.localName === 'li';
      if (isTwin) sum.twins++;
      if (isFound) sum.found++;
      if (isTwin && isItem) sum.items++;
      if (isFound && isItem) sum.foundItems++;
      if (others.length > 0) sum.others++;
      if (others.some((one) => after.group.get(one) === 'article')) sum.harmful++;
      if (twin && without(twin, look).some((one) => isOther(one) && !found.includes(one))) sum.gone++;
    }
  }
  const { picks, twins, found, items, foundItems, others, harmful, gone } = sum;
  const shares = [found / twins, (found - foundItems) / (twins - items)].map((share) => share.toFixed(3));
  return [name, picks, twins, found, ...shares, others, harmful, gone];
}

const isSame = (one: Element, twin: Element | undefined, { group }: MadePage): boolean =>
  twin !== undefined &&
  !group.has(one) &&
  one.textContent === twin.textContent &&
  one.contains(twin) !== twin.contains(one);

/** What is found while an element is not there. */
function without<T>(element: Element, look: () => T): T {
  const place = element.ownerDocument.createComment('');
  element.replaceWith(place);
  const found = look();
  place.replaceWith(element);
  return found;
}

const rowOf = (change: string, way: string, { picks, twins, found, others, harmful }: Score) => [
  change,
  way,
  picks,
  twins,
  found,
  (found / twins).toFixed(3),
  ...OTHERS.map((other) => others[other]),
  harmful,
];

function open(page: LabelledPage, change: (document: Document) => void): Opened {
  const html = readFileSync(join(CORPUS, page.file), 'utf8');
  const { document } = new JSDOM(html, { url: page.url, virtualConsole: new VirtualConsole() }).window;
  const picks = page.clutter.flatMap((piece) => picksOf(document, piece));
  const at = (selector: string | null | undefined) => (selector && document.querySelector(selector)) || [];
  const pieces = page.clutter.flatMap(({ kind, selector, outer }) =>
    [at(selector), at(outer)].flat().map((element) => ({ kind, element })),
  );
  const article = [page.headlineSelector, ...page.articleBlocks.map(({ selector }) => selector)].flatMap(at);
  change(document);
  return { page, document, picks, pieces, article };
}

function otherOf(element: Element, { pieces, article }: Opened, kind: string): Other {
  const kinds = pieces.filter((piece) => piece.element.contains(element)).map((piece) => piece.kind);
  if (kinds.includes(kind)) return 'same kind';
  if (kinds.length > 0) return 'other kind';
  return article.some((block) => block.contains(element) || element.contains(block)) ? 'article' : 'rest of the page';
}

/** The element that is the piece, and the wider one that has no other words. */
function picksOf(document: Document, { kind, whole, outer, selector }: Piece): Pick[] {
  return (whole ? [selector, outer] : []).flatMap((css) => {
    const element = css ? document.querySelector(css) : null;
    return element ? { element, twin: twinOf(kind, element) } : [];
  });
}

function twinOf(kind: string, element: Element): string {
  const words = `${element.id} ${element.getAttribute('class') ?? ''}`.replace(/\d+/g, '#').trim();
  const says = words === '' ? element.textContent?.replace(/\s+/g, ' ').trim() : '';
  return [kind, element.localName, words, says].join('|');
}

const kindOf = (twin: string) => twin.split('|')[0] ?? '';

function scoreOf(opened: readonly Opened[], way: Way): Score {
  const others = { 'same kind': 0, 'other kind': 0, 'rest of the page': 0, article: 0 };
  const score: Score = { twins: 0, found: 0, others, picks: 0, harmful: 0 };
  // Most rules come up again and again.
  const seen = new Map<string, Element[]>();
  for (const { page, document, picks } of opened) {
    for (const { element, twin } of picks) {
      const { rule, look } = way(element);
      const before = others.article;
      for (const other of opened) {
        if (other.page.theme !== page.theme || other.document === document) continue;
        const key = `${other.page.id} ${rule}`;
        const found = seen.get(key) ?? look(other.document);
        seen.set(key, found);
        const twins = new Set(other.picks.filter((pick) => pick.twin === twin).map((pick) => pick.element));
        score.twins += twins.size;
        score.found += found.filter((one) => twins.has(one)).length;
        for (const one of found)
          if (!twins.has(one) && !isAllOf(one, other, kindOf(twin))) {
            others[otherOf(one, other, kindOf(twin))]++;
          }
      }
      score.picks++;
      if (others.article > before) score.harmful++;
    }
  }
  return score;
}

/** A wrapper of a piece of that kind, or all that is in it. */
const isAllOf = (element: Element, { picks }: Opened, kind: string): boolean =>
  picks.some(
    (pick) =>
      kindOf(pick.twin) === kind &&
      (pick.element.contains(element) || element.contains(pick.element)) &&
      pick.element.textContent?.trim() === element.textContent?.trim(),
  );

function madeUpEndings(document: Document, seed: number): void {
  for (const element of document.querySelectorAll('[class]')) {
    const names = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean);
    const ending = (name: string) =>
      ((name.length * 7919 + seed * 104_729) % 60_466_176).toString(36).padStart(5, '4x9q2');
    element.setAttribute('class', names.map((name) => `${name}__${ending(name)}`).join(' '));
  }
}

function wrapped(document: Document): void {
  [...document.querySelectorAll('div, section, aside, nav, form')].forEach((element, i) => {
    if (i % 2 === 0) return;
    const around = document.createElement('div');
    element.replaceWith(around);
    around.append(document.createElement('span'), element);
  });
}
