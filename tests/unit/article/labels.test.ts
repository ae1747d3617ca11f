import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { dropRepeats } from '../../../src/engine/article/label-passes.ts';
import { findArticle } from '../../../src/engine/article.ts';
import { readPage } from '../../../src/engine/blocks.ts';
import { readMetadata } from '../../../src/engine/metadata.ts';
import type { Box, Page } from '../../../src/engine/types.ts';

const URL = 'https://harbour.example/news/ferry';
const PROSE =
  '<p>The ferry was late again on Monday, and the people on the quay, most of them on their way to work, had stopped asking why.</p>';

/** The article's Blocks of a page with this in the middle of the text. */
function bodyWith(middle: string): string[] {
  const { document } = new JSDOM(`<h1>The ferry is late</h1><div>${PROSE.repeat(3)}${middle}${PROSE.repeat(3)}</div>`, {
    url: URL,
  }).window;
  return findArticle(readPage(document, URL), readMetadata(document, URL))?.body.map(({ text }) => text) ?? [];
}

const link = '<a href="/news/engine">What the harbour master said of the engine</a>';

describe('items of lists', () => {
  it('stay together, whichever of them is a link', () => {
    const items = ['The engine is forty years old', link, 'Nobody has seen the mechanic since May'];
    expect(bodyWith(`<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`)).toEqual(
      expect.arrayContaining(['What the harbour master said of the engine', 'The engine is forty years old']),
    );
  });

  it('go where the list is one of links', () => {
    const body = bodyWith(`<ul>${`<li>${link}</li>`.repeat(2)}</ul>`);
    expect(body).toHaveLength(6);
  });
});

describe('text that was there before', () => {
  it('is found in time that grows with the page', () => {
    const count = 100_000;
    const blocks = Array.from({ length: count }, (_, index) => ({ index, kind: 'heading', text: 'Late', length: 4 }));
    const page = { blocks } as unknown as Page;
    const labels = blocks.map(() => 'body');
    const start = performance.now();
    dropRepeats(page, { first: 0, end: count } as Box, new Float64Array(count), labels);
    // With the square of their number it takes minutes.
    expect(performance.now() - start).toBeLessThan(2000);
    expect(labels.every((label) => label === 'body')).toBe(true);
  });
});
