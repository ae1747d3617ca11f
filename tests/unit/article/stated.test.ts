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
    ['a role after a dot', '<p>By Mara Lind ⋅ Founder and Editor-in-Chief ⋅</p>', 'Mara Lind'],
    ['a heading about the author', '<p>Author Spotlight</p>', null],
    ['words in a box that is called a byline', '<div class="author-box"><p>Report an error</p></div>', null],
    ['a name in a box that is called a byline', '<div class="author-box"><p>Mara Lind</p></div>', 'Mara Lind'],
    ['a day in a box that is called a byline', '<p class="byline">Sat, 20 Dec, 2025 - 06:36</p>', null],
  ])('%s', (_what, above, name) => {
    expect(find(headline + above).byline).toBe(name);
  });
});

describe('byline from what the page states', () => {
  const headline = '<meta name="author" content="Mara Lind"><h1>The ferry is late</h1>';

  it.each([
    ['a name that is a button', '<p class="byline">By <button>Mara Lind</button></p><p class="byline">Ferry Desk</p>'],
    ['words in a box that is called a byline', '<div class="author-box"><p>Full bio</p></div>'],
    ['another author whose article is advertised', '<div class="author-box"><p>Ole Brand, Tallow Bay</p></div>'],
  ])('%s', (_what, above) => {
    expect(find(headline + above).byline).toBe('Mara Lind');
  });

  it.each(['page.head.author', 'mara.lind', 'link78', 'user12'])('is not an account: %s', (name) => {
    expect(find(`<meta name="author" content="${name}"><h1>The ferry is late</h1>`).byline).toBeNull();
  });

  it('is the site where that is named as the author, and nobody else is', () => {
    const site = '<meta property="og:site_name" content="Harbour News"><meta name="author" content="Harbour News">';
    expect(find(`${site}<h1>The ferry is late</h1>`).byline).toBe('Harbour News');
    expect(find(`${site}<h1>The ferry is late</h1><p>By Mara Lind</p>`).byline).toBe('Mara Lind');
  });
});

describe('headline from the words of the page', () => {
  it('is not the name of the site, which leads to its first page', () => {
    const above = '<h1><a href="/">Harbour and Island News</a></h1><h2>The ferry is late</h2>';
    expect(find(above, 'The ferry is late | Harbour and Island News').headline).toBe('The ferry is late');
  });
});
