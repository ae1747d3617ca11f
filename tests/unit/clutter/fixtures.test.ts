import { describe, expect, test } from 'vitest';
import { findArticle } from '../../../src/engine/article.ts';
import { readPage } from '../../../src/engine/blocks.ts';
import { findClutter } from '../../../src/engine/clutter/find.ts';
import { readMetadata } from '../../../src/engine/metadata.ts';
import type { Article, Clutter, ClutterKind, VerdictKind } from '../../../src/engine/types.ts';
import { collapseWhitespace } from '../../../src/engine/whitespace.ts';
import { type Fixture, fixturesIn, openPage } from '../fixtures.ts';

/** What stands beside each page: what goes, by the kind that takes it, and what must stay. */
interface Expected {
  readonly verdict: VerdictKind;
  readonly original: { readonly url: string; readonly publisher: string } | null;
  readonly gone: Partial<Record<ClutterKind, readonly string[]>>;
  readonly kept: readonly string[];
  /** Selectors of elements that go, and of elements that stay: pictures say nothing. */
  readonly hidden?: readonly string[];
  readonly shown?: readonly string[];
}

/** The text of the page without what the pieces take away. */
function without(document: Document, pieces: readonly Clutter[]): string {
  const hidden = new Set(pieces.flatMap(({ elements }) => elements));
  const text = (node: Node): string => {
    if (hidden.has(node as Element)) return ' ';
    if (node.nodeType === 3) {
      const spans = pieces.flatMap((piece) => piece.spans.filter((span) => span.node === node));
      return spans
        .sort((a, b) => b.start - a.start)
        .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), (node as Text).data);
    }
    const inner = [...node.childNodes].map(text).join('');
    return /^(?:p|div|li|h\d|br)$/.test((node as Element).localName) ? ` ${inner} ` : inner;
  };
  return collapseWhitespace(text(document.body));
}

function look({ html, expected }: Fixture<Expected>) {
  const document = openPage(html, expected.url);
  const before = document.documentElement.outerHTML;
  const page = readPage(document, expected.url);
  const metadata = readMetadata(document, expected.url);
  const article = findArticle(page, metadata) as Article;
  const link = [...document.querySelectorAll('a')].find(({ href }) => href === expected.original?.url) ?? null;
  const original = expected.original && { ...expected.original, via: null, link };
  const verdict = { kind: expected.verdict, confidence: 1, signals: [] };
  const clutter = findClutter({ page, article, verdict, original, types: metadata.types }).all;
  expect(document.documentElement.outerHTML).toBe(before);
  return { document, clutter };
}

describe.each(fixturesIn<Expected>('clutter'))('$name', (fixture) => {
  const { expected } = fixture;
  const { document, clutter } = look(fixture);
  const left = without(document, clutter);

  test('takes away what is litter', () => {
    for (const [kind, texts] of Object.entries(expected.gone)) {
      const alone = without(
        document,
        clutter.filter((piece) => piece.kind === kind),
      );
      const all = without(document, []);
      for (const text of texts) {
        const times = (within: string) => within.split(collapseWhitespace(text)).length;
        expect(times(alone), `${kind}: ${text}`).toBeLessThan(times(all));
      }
    }
  });

  test('leaves the rest', () => {
    for (const text of expected.kept) expect(left).toContain(collapseWhitespace(text));
  });

  const { hidden = [], shown = [] } = expected;
  if (hidden.length + shown.length > 0)
    test('takes away and leaves what says nothing', () => {
      const elements = new Set(clutter.flatMap((piece) => piece.elements));
      const isGone = (element: Element | null): boolean =>
        element !== null && (elements.has(element) || isGone(element.parentElement));
      const found = (css: string) => {
        const all = [...document.querySelectorAll(css)];
        expect(all.length, css).toBeGreaterThan(0);
        return all;
      };
      for (const css of hidden) expect(found(css).every(isGone), css).toBe(true);
      for (const css of shown) expect(found(css).some(isGone), css).toBe(false);
    });

  test('finds no other kind', () => {
    const kinds = new Set(clutter.filter(({ text }) => text !== '').map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(Object.keys(expected.gone).sort());
  });
});
