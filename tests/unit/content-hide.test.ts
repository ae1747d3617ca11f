// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Hiding } from '../../src/content/hide.ts';
import '../../src/content/reading.ts';
import type { Clutter, ClutterKind } from '../../src/engine/types.ts';

class FakeSheet {
  css = '';
  replaceSync(css: string) {
    this.css = css;
  }
}

beforeAll(() => {
  // jsdom has no constructed sheets.
  Object.assign(globalThis, { CSSStyleSheet: FakeSheet });
  for (const { prototype } of [Document, ShadowRoot]) {
    const adopted = new WeakMap<object, unknown[]>();
    Object.defineProperty(prototype, 'adoptedStyleSheets', {
      configurable: true,
      get() {
        return adopted.get(this) ?? [];
      },
      set(sheets: unknown[]) {
        adopted.set(this, sheets);
      },
    });
  }
});
afterEach(() => {
  document.body.replaceChildren();
  document.adoptedStyleSheets = [];
});

const piece = (kind: ClutterKind, elements: Element[], texts: Text[] = []): Clutter => ({
  kind,
  text: '',
  elements,
  spans: texts.map((node) => ({ node, start: 0, end: Math.min(6, node.data.length) })),
});
const hidingOf = (name = 'quartz') => new Hiding(document, name);
const page = (html: string) => {
  document.body.append(document.createRange().createContextualFragment(html));
  return document.body;
};
const css = (root: Document | ShadowRoot = document) =>
  (root.adoptedStyleSheets as unknown as FakeSheet[]).map((sheet) => sheet.css).join('');

describe('hiding', () => {
  test('marks elements, changes no text, and takes every mark away again', () => {
    const body = page('<p id="a">One</p><form id="b"><input name="setAttribute"></form><p id="c">[ad_1] Two</p>');
    const before = document.documentElement.outerHTML;
    const hiding = hidingOf();
    const [a, b, c] = ['a', 'b', 'c'].map((id) => document.getElementById(id) as HTMLElement);
    hiding.set([
      piece('duplicate-headline', [a as Element]),
      piece('comment-form', [b as Element]),
      piece('ad-token', [], [c?.firstChild as Text]),
    ]);
    expect(body.querySelectorAll(`[${hiding.marks.attribute}]`)).toHaveLength(2);
    expect(c?.textContent).toBe('[ad_1] Two');
    expect(hiding.words.spans).toEqual([{ node: c?.firstChild, start: 0, end: 6 }]);
    expect(css()).toContain('::highlight(quartz){color:transparent!important');
    expect(css()).toContain('display:none!important');
    hiding.restore();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(document.adoptedStyleSheets).toEqual([]);
  });

  test('words that come after elements have their rule, and elements that come after words', () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      const body = page('<p id="a">[ad_1]</p><p id="b">[ad_2] Two</p>');
      const pieces = [
        piece('ad-token', [body.querySelector('#a') as Element]),
        piece('ad-token', [], [body.querySelector('#b')?.firstChild as Text]),
      ];
      const hiding = hidingOf();
      for (const at of order) hiding.add(pieces[at] as Clutter);
      expect(css()).toContain('display:none');
      expect(css()).toContain('color:transparent');
      hiding.restore();
      body.replaceChildren();
    }
  });

  test('a page with nothing to hide is not touched', () => {
    page('<p>One</p>');
    const before = document.documentElement.outerHTML;
    const hiding = hidingOf();
    hiding.set([]);
    hiding.forgetDetached();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(document.adoptedStyleSheets).toEqual([]);
  });

  test('adopts its sheet in open shadow roots, and drops it again', () => {
    const host = page('<div></div>').firstElementChild as Element;
    const root = host.attachShadow({ mode: 'open' });
    root.append(document.createElement('p'));
    const before = root.innerHTML;
    const hiding = hidingOf();
    hiding.set([piece('share', [...root.children])]);
    expect(css(root)).toContain('display:none');
    hiding.restore();
    expect(root.innerHTML).toBe(before);
    expect(root.adoptedStyleSheets).toEqual([]);
  });

  test('copies that the page makes of something hidden are not hidden by us', () => {
    const body = page('<aside>One</aside>');
    const [aside] = body.children;
    const hiding = hidingOf();
    const pieces = [piece('related', [aside as Element])];
    hiding.set(pieces);
    body.append((aside as Element).cloneNode(true));
    hiding.set(pieces);
    expect(body.lastElementChild?.hasAttribute(hiding.marks.attribute)).toBe(false);
  });

  test('peeking shows and names what is hidden, words included', () => {
    const body = page('<aside>One</aside><p>[ad_1] Two</p>');
    const hiding = hidingOf();
    hiding.set([
      piece('related', [body.children[0] as Element]),
      piece('ad-token', [], [body.children[1]?.firstChild as Text]),
    ]);
    hiding.peek(true);
    expect(css()).not.toContain('transparent');
    expect(css()).not.toContain('display:none');
    expect(css()).toContain('"related"');
    hiding.peek(false);
    expect(css()).toContain('transparent');
    expect(css()).toContain('display:none');
  });
});

/** What happens to a document, by us or by the page. Numbers choose nodes. */
type Step =
  | {
      readonly by: 'us';
      readonly act: 'set' | 'restore' | 'peek' | 'unpeek' | 'forget';
      readonly some: number;
    }
  | { readonly by: 'page'; readonly act: keyof typeof PAGE; readonly a: number; readonly b: number };

const elementsOf = (root: Element) => [...root.querySelectorAll('*')];
const textsOf = (root: Element) =>
  elementsOf(root).flatMap((e) => [...e.childNodes].filter((n): n is Text => n.nodeType === 3));
const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % (all.length || 1)];
const hasToken = (node: Node) => node.textContent?.includes('[ad_') === true;

/** The same on both documents, whose trees are alike: what is hidden is in neither tree's structure. */
const PAGE = {
  append: (root: Element, a: number) => pick(elementsOf(root), a)?.append(document.createElement('i')),
  text: (root: Element, a: number, b: number) => pick(elementsOf(root), a)?.append(`new ${b}`),
  attribute: (root: Element, a: number, b: number) => pick(elementsOf(root), a)?.setAttribute('title', String(b)),
  remove: (root: Element, a: number) => pick(elementsOf(root), a)?.remove(),
  move: (root: Element, a: number, b: number) => {
    const moved = pick(elementsOf(root), a);
    const target = pick(elementsOf(root), b);
    if (moved && target && !moved.contains(target)) target.append(moved);
  },
  appendWords: (root: Element, a: number, b: number) => pick(textsOf(root), a)?.appendData(` more${b}`),
  normalize: (root: Element) => root.normalize(),
  split: (root: Element, a: number, b: number) => {
    const node = pick(textsOf(root), a);
    node?.splitText(b % (node.data.length + 1));
  },
  /** As a page does that adds to a string of its own HTML. */
  rewrite: (root: Element, a: number, b: number) => {
    const element = pick(elementsOf(root), a);
    if (element) element.innerHTML += ` and ${b}`;
  },
  /** As a router does that keeps pages. */
  snapshot: (root: Element, a: number) => {
    const element = pick(elementsOf(root), a);
    element?.replaceWith(element.cloneNode(true));
  },
  replaceWords: (root: Element, a: number, b: number) => {
    const node = pick(textsOf(root), a);
    if (node) node.data = `=${b}=`;
  },
} as const;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    by: fc.constant('us' as const),
    act: fc.constantFrom(
      'set' as const,
      'set' as const,
      'restore' as const,
      'peek' as const,
      'unpeek' as const,
      'forget' as const,
    ),
    some: fc.nat(2 ** 16),
  }),
  fc.record({
    by: fc.constant('page' as const),
    act: fc.constantFrom(...(Object.keys(PAGE) as (keyof typeof PAGE)[])),
    a: fc.nat(1000),
    b: fc.nat(1000),
  }),
);

test('whatever we and the page do in turns, undone it is what the page alone would have made', () => {
  const html =
    '<div id="r"><header><h1>Title</h1><h2>Title</h2></header><div><p>keep [ad_1]</p><p>[ad_2] words after</p><p>One</p>' +
    '<aside><ul><li>x</li><li>y</li></ul></aside><form><input name="attributes"><p>Leave</p></form></div><footer><a>z</a></footer></div>';
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const alone = document.createElement('main');
      const cleaned = document.createElement('main');
      for (const root of [alone, cleaned]) root.append(document.createRange().createContextualFragment(html));
      document.body.replaceChildren(cleaned);
      const hiding = hidingOf();
      for (const each of steps) {
        if (each.by === 'page') {
          PAGE[each.act](alone, each.a, each.b);
          PAGE[each.act](cleaned, each.a, each.b);
        } else if (each.act === 'set') {
          const some = <T>(all: readonly T[]) => all.filter((_, i) => (each.some >> (i % 16)) & 1);
          const tokens = some(textsOf(cleaned).filter(hasToken));
          const spans = tokens.map((node) => ({
            node,
            start: node.data.indexOf('[ad_'),
            end: node.data.indexOf('[ad_') + 6,
          }));
          hiding.set([piece('related', some(elementsOf(cleaned))), { ...piece('ad-token', []), spans }]);
        } else if (each.act === 'restore') hiding.restore();
        else if (each.act === 'peek' || each.act === 'unpeek') hiding.peek(each.act === 'peek');
        else hiding.forgetDetached();
      }
      hiding.restore();
      expect(cleaned.outerHTML).toBe(alone.outerHTML);
    }),
    { numRuns: 300, seed: 1 },
  );
});
