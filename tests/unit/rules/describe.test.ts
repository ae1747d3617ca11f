import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { describe as describePiece } from '../../../src/rules/describe.ts';
import { printDescription } from '../../../src/rules/description.ts';
import { find } from '../../../src/rules/find.ts';
import { ruleOf } from '../../../src/rules/parse.ts';
import { holdsAt, whereIs } from '../../../src/rules/where.ts';
import { worthOf } from '../../../src/rules/words.ts';

const open = (body: string) => new JSDOM(`<!doctype html><body>${body}`).window.document;
const pick = (document: Document) => document.querySelector('[data-x]') as Element;

/** `data-x` marks what is picked; it says nothing to the one who describes. */
test.each<[name: string, body: string, description: string]>([
  ['an id', '<div id=related data-x class=a></div>', 'div#related'],
  ['the class that says most', '<p class="box box--promo" data-x>a</p><p class=box>b</p>', 'p.box--promo'],
  ['no state', '<div class="menu is-open" data-x></div><div class=bar></div>', 'div.menu'],
  ['the beginning of a generated id', '<main><div id=div-slot-48213 data-x></div></main>', 'div[id^="div-slot-"]'],
  [
    'the beginning of a generated class',
    '<main><div class="Card_more__3xY1z" data-x></div></main>',
    'div[class*="Card_more__"]',
  ],
  [
    'what it holds',
    '<main><div class=css-1a2b3c data-x><iframe src=/a></iframe></div><div class=css-9z8y7x>text</div></main>',
    'main div:has(> iframe)',
  ],
  [
    'its heading',
    '<main><div class=sc-bdVaJa data-x><h2>More  to read</h2><p>One</p></div><div><h2>Else</h2></div></main>',
    'main div "More to read"',
  ],
  [
    'how a long text begins',
    '<main><p data-x>Write to us about anything that you would like to read here, and be sure that we read every letter.</p><p>b</p></main>',
    'main > p "Write to us about anything that you…"',
  ],
  [
    'its words and not by how its link is followed',
    '<main><p><a rel="nofollow noopener" href=/a data-x>Source link</a></p><a rel=nofollow href=/b>Reply</a></main>',
    'main p > a:only-child "Source link"',
  ],
  [
    'its words, where they are said in passing',
    '<main><p><b>Source</b></p><ul><li>As told here: <a href=/a data-x>Source</a></li></ul></main>',
    'main a "Source"',
  ],
  [
    'the heading before it',
    '<aside><h3>Most read</h3><ul data-x><li>One</li><li>Two</li></ul><h3>Events</h3><ul><li>Three</li></ul></aside>',
    'aside ul "Most read"',
  ],
  [
    'what it says before links that are others on each page',
    '<main><p data-x><b>Read also:</b> <a href=/a>Divers plant seagrass</a></p><p>Read on: it is long.</p></main>',
    'main > p:has(> b) "Read also:…"',
  ],
  [
    'the house that its picture leads to',
    '<main><div data-x><a href="https://boats.example/?id=4"><img src=/a.png></a></div><div><a href=/b><img src=/b.png></a></div></main>',
    'main div:has(> a[href^="https://boats.example/"])',
  ],
  [
    'the room that its picture comes from',
    '<article><figure data-x><img src=/ads/4.png></figure><figure><img src=/photos/4.jpg></figure></article>',
    'article figure:has(> img[src^="/ads/"])',
  ],
  ['the landmark it stands in', '<nav><ul class="flex gap-2" data-x></ul></nav><ul></ul>', 'nav > ul:nth-of-type(1)'],
  [
    'no names that only say how it looks',
    '<main><section class="mt-6 rounded-lg border bg-white p-4 md:flex" data-x><h2>From our shop</h2></section><section class="mt-6 rounded-lg border bg-white p-4 md:flex"></section></main>',
    'main section "From our shop"',
  ],
  ['a name among those', '<div class="promo d-flex mb-3" data-x></div><div class="d-flex"></div>', 'div.promo'],
  [
    'no letters that styled-components made up',
    '<main><div class="sc-bdVaJa farsaQ" data-x><h2>From our shop</h2></div></main>',
    'main div "From our shop"',
  ],
  ['the words in a class of emotion', '<div class="css-1q2w3e-ShopBox" data-x></div>', 'div[class*="-ShopBox"]'],
  ['the words in a class of Vite', '<div class="_shopBox_1q2w3_12" data-x></div>', 'div[class*="_shopBox_"]'],
  [
    'the words in a class of Turbopack',
    '<div class="shop-module__E0kJGG__box" data-x></div>',
    'div[class*="shop-module__"][class*="__box"]',
  ],
  [
    'the words in a class of CSS modules, whatever letters follow',
    '<div class="Shop_box__plxza" data-x></div>',
    'div[class*="Shop_box__"]',
  ],
  ['what its link is', '<main><a rel="author" href=/a data-x>Ann</a><a href=/b>Bea</a></main>', 'a[rel="author"]'],
  [
    'its place, where there is nothing else',
    '<main><div class=x1y2></div><div class=x9y9 data-x><img src=/a.png></div></main>',
    'main > div:nth-of-type(2)',
  ],
  [
    'fields named like properties',
    '<form class=sign-up data-x><input name=children><input name=localName></form>',
    'form.sign-up',
  ],
])('by %s', (_name, body, description) => {
  const document = open(body);
  const picked = pick(document);
  const described = describePiece(picked);
  expect(printDescription(described)).toBe(description);
  expect(find(document, described)).toEqual([picked]);
  const rule = ruleOf(`example.com hide ${description}`);
  expect(rule).toMatchObject({ piece: described });
});

test('through open shadow roots, at any depth', () => {
  const document = open('<news-page class=page></news-page>');
  const outer = document.querySelector('news-page')?.attachShadow({ mode: 'open' }) as ShadowRoot;
  outer.append(document.createElement('ad-box'), document.createElement('p'));
  const inner = outer.querySelector('ad-box')?.attachShadow({ mode: 'open' }) as ShadowRoot;
  const promo = document.createElement('div');
  promo.className = 'promo';
  inner.append(promo);
  const described = describePiece(promo);
  expect(printDescription(described)).toBe('news-page.page >>> ad-box >>> div.promo');
  expect(find(document, described)).toEqual([promo]);
});

test.each([
  ...['related-posts', 'entry', 'relatedPosts', 'wp-block-group', 'sd-block', 'SiteFooter'].map(
    (name) => [name, true] as const,
  ),
  ...['css-1x2y3z', 'sc-bdVaJa', 'a', 'is-open', 'menu-item-12', '_3xYz1', 'jsx-4132', 'is-active', 'md:flex'].map(
    (name) => [name, false] as const,
  ),
])('%s is a name: %s', (name, isName) => {
  expect(worthOf(name) > 0).toBe(isName);
});

test.each<[line: string, url: string, holds: boolean]>([
  ['example.com copy', 'https://www.example.com/a', true],
  ['example.com copy', 'https://news.example.com/a', true],
  ['news.example.com copy', 'https://example.com/a', false],
  ['example.com copy', 'https://badexample.com/', false],
  ['example.com/a?id=1 copy', 'http://example.com/a?id=1&utm_source=b#c', true],
  ['example.com/a?id=1 copy', 'http://example.com/a?id=2', false],
  ['example.com/ copy', 'https://example.com', true],
  ['example.com copy', 'file:///a', false],
])('%s at %s: %s', (line, url, holds) => {
  const rule = ruleOf(line);
  expect(rule && holdsAt(rule, url)).toBe(holds);
});

test('an address names its Site, or the page without what tells how the reader came', () => {
  expect(whereIs('https://www.example.com/a?b=c&utm_medium=feed#d', 'page')).toEqual({
    site: 'example.com',
    page: '/a?b=c',
  });
  expect(whereIs('https://www.example.com/a', 'site')).toEqual({ site: 'example.com', page: null });
  expect(whereIs('about:blank', 'site')).toBeNull();
});
