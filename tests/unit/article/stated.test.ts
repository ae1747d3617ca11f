import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/engine/analyse.ts';
import { readDetails } from '../../../src/engine/details.ts';

const URL = 'https://harbour.example/news/ferry';
const PROSE =
  '<p>The ferry was late again on Monday, and the people on the quay, most of them on their way to work, had stopped asking why.</p>';

/** What a page without metadata shows above its text. */
function find(above: string, title = 'The ferry is late') {
  const { document } = new JSDOM(`<title>${title}</title>${above}<div>${PROSE.repeat(5)}</div>`, { url: URL }).window;
  const analysis = analyze(document, URL);
  return { headline: analysis.article?.headline, byline: readDetails(analysis).byline };
}

describe('byline from the words of the page', () => {
  const headline = '<h1>The ferry is late</h1>';

  it.each([
    ['a handle stuck to the name', '<p>By Mara Lind@maralind</p>', 'Mara Lind'],
    ['an address stuck to the name', '<p>By Mara Lind mara@harbour.example</p>', 'Mara Lind'],
    ['a link to the author', '<p><a rel="author" href="/staff/lind">By Mara Lind</a></p>', 'Mara Lind'],
    ['a link to follow the author', '<p><a rel="author" href="/lind">Follow @maralind</a></p>', null],
    ['nothing but the word', '<p class="byline">By</p>', null],
  ])('%s', (_what, above, name) => {
    expect(find(headline + above).byline).toBe(name);
  });
});

describe('headline from the words of the page', () => {
  it('is not the name of the site, which leads to its first page', () => {
    const above = '<h1><a href="/">Harbour and Island News</a></h1><h2>The ferry is late</h2>';
    expect(find(above, 'The ferry is late | Harbour and Island News').headline).toBe('The ferry is late');
  });
});
