import { describe, expect, test } from 'vitest';
import { hasRepostSign, shouldAnalyze } from '../../../src/engine/repost/prefilter.ts';
import { openPage } from '../fixtures.ts';

const HERE = 'https://copies.example/2026/lighthouse/';

describe('the prefilter', () => {
  const prefilter = (html: string) => shouldAnalyze(openPage(html, HERE), HERE);
  const article = (rest = '') =>
    `<html lang="de"><title>Keeper leaves the lighthouse - Copies</title><nav><a href="https://other.example/a/long-way-off">A long way off</a></nav>
    <article><h1>Keeper leaves the lighthouse</h1><p>The last keeper handed over the key on Thursday evening.</p>${rest}</article>
    <footer><p>Run with <a href="https://other.example/">Other</a></p></footer>`;

  test.each([
    ['an article', ''],
    [
      'a link in a sentence',
      '<p>The council <a href="https://council.example/2026/minutes">said on Monday</a> that it would keep the lamp.</p>',
    ],
    [
      'a lone link without pictures of its house',
      '<p><a href="https://other.example/2026/harbour-plans">Harbour plans</a></p>',
    ],
    [
      'links within the house',
      '<p>Source: <a href="https://copies.example/2026/first-report">our first report</a></p>',
    ],
    [
      'a row of share buttons',
      '<p><a href="https://www.facebook.com/sharer/sharer.php?u=https://copies.example/2026/lighthouse/">Share</a></p>',
    ],
    [
      'what asks for consent',
      '<div class="cookie-bar"><p>We use cookies. <a href="https://other.example/about-cookies">Read more</a></p></div>',
    ],
  ])('finds nothing in %s', (_, rest) => {
    expect(prefilter(article(rest))).toBe(false);
  });

  test.each([
    ['a source link', '<p><a href="https://other.example/2026/x">Source link</a></p>'],
    [
      'a source link of an article on cookies',
      '<div class="tag-cookies"><p>Mix.</p><p>Bake.</p><p><a href="https://other.example/2026/x">Source link</a></p></div>',
    ],
    [
      'a source after a line break',
      '<p>It is dark now.<br>Source: <a href="https://other.example/2026/x">Other</a></p>',
    ],
    ['a source in the footer of an article', '<footer>via <a href="https://other.example/2026/x">Other</a></footer>'],
    [
      'a source in the language of the page',
      '<p>Marina verließ den Leuchtturm am Donnerstag und gab den Schlüssel der Gemeinde.</p><p>Quelle: <a href="https://other.example/2026/x">Other</a></p>',
    ],
    [
      'an address that carries the headline',
      '<p>As <a href="https://other.example/2026/keeper-leaves-the-lighthouse">was told elsewhere</a>, the lamp stays.</p>',
    ],
    [
      'a redirected link',
      '<p><a href="https://copies.example/go?url=https%3A%2F%2Fother.example%2F2026%2Fx">Source</a></p>',
    ],
    [
      'a lone link to the house of the pictures',
      '<img src="https://img.other.example/1.jpg"><p><a href="https://other.example/2026/harbour-plans">Here</a></p>',
    ],
    ['a footer whose links were taken out', '<p>The post Keeper leaves the lighthouse appeared first on Other.</p>'],
    ['another address', '<link rel="canonical" href="https://other.example/2026/keeper">'],
  ])('finds %s', (_, rest) => {
    expect(prefilter(article(rest))).toBe(true);
  });

  test.each(['x-post', 'div'])('finds what is written in an open shadow root of %s', (tag) => {
    const document = openPage(`<title>Keeper leaves</title><${tag}></${tag}>`, HERE);
    const root = document.querySelector(tag)?.attachShadow({ mode: 'open' });
    expect(shouldAnalyze(document, HERE)).toBe(false);
    root?.append(document.createElement('p'));
    expect(shouldAnalyze(document, HERE)).toBe(true);
  });

  test('is not misled by what a page names its elements', () => {
    const names = [
      'title',
      'querySelectorAll',
      'createTreeWalker',
      'evaluate',
      'body',
      'documentElement',
      'textContent',
    ];
    const hostile = names.map((name) => `<img name="${name}"><form><input name="${name}"></form>`).join('');
    expect(prefilter(hostile + article('<p><a href="https://other.example/2026/x">Source link</a></p>'))).toBe(true);
  });
});

test.each([
  ['[ad_1]', true],
  ['Source: https://other.example/2026/x', true],
  ['<a href="/x">https://other.example/2026/x</a>', false],
  [`{"from":"https://other.example/2026/x","rows":"${'lamp '.repeat(100)}"}`, false],
  ['The keeper [sic] left at 9:30', false],
])('%s is a sign: %s', (html, sign) => {
  const document = openPage(`<p>${html}`, HERE);
  expect(hasRepostSign(document.createTreeWalker(document.body, 4).nextNode() as Text)).toBe(sign);
});
