import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/engine/analyse.ts';
import { readDetails } from '../../../src/engine/details.ts';
import { SIGNAL_RULES } from '../../../src/engine/repost/signals/index.ts';
import { WEIGHTS } from '../../../src/engine/repost/weights.ts';
import en from '../../../src/locales/en.json' with { type: 'json' };

const URL_ = 'https://quickfeed.example/p/1';
const PROSE = [
  'Fishers in Tallow Bay hauled in their nets for the last time on Monday, after the harbour board decided to plant seagrass.',
  'The board voted five to one for the plan, which will keep larger boats out of the shallow half of the bay for years.',
  'Divers have been planting shoots by hand since the spring, and by their count three in four have taken root in the silt.',
];
const look = (end: string, { head = '', top = '', url = URL_, language = 'en' } = {}) => {
  const body = PROSE.map((text) => `<p>${text}</p>`).join('');
  const html = `<html lang="${language}"><head><title>Seagrass for the bay</title>${head}</head><body><article><h1>Seagrass for the bay</h1><div class="entry">${top}${body}${end}</div></article></body></html>`;
  const analysis = analyze(new JSDOM(html, { url }).window.document, url);
  return { ...analysis, original: readDetails(analysis).original };
};
const ids = (analysis: ReturnType<typeof look>) => analysis.verdict.signals.map(({ id }) => id);

describe('the list of Signals', () => {
  const docs = readFileSync(new URL('../../../docs/detection.md', import.meta.url), 'utf8');
  test.each(SIGNAL_RULES.map(({ id }) => id))(
    '%s has a weight, a row in the documents and words for a reader',
    (id) => {
      expect(WEIGHTS[id]).toBeDefined();
      expect(docs).toContain(`\`${id}\``);
      expect(en).toHaveProperty(`signal_${id.replaceAll('-', '_')}`);
    },
  );

  test('each weight is that of a Signal in the list', () => {
    expect(Object.keys(WEIGHTS).toSorted()).toEqual(SIGNAL_RULES.map(({ id }) => id).toSorted());
  });
});

describe('quoting is not doing', () => {
  test.each([
    ['code', '<p>It begins with <code>[ad_1]</code> in most cases.</p>'],
    ['a listing', '<pre>[ad_1]\n[ad_2]</pre>'],
    ['a quotation', '<blockquote><p>[ad_1]</p><p><a href="https://other.example/a/b">Source link</a></p></blockquote>'],
    ['keys', '<p><kbd>[ad_1]</kbd></p>'],
    ['a sentence', '<p>Some pages begin with [ad_1] and nobody knows why that is so.</p>'],
    [
      'a sentence with a link',
      '<p>The line says <a href="https://other.example/a/b">Source link</a> on most of these pages, and it is rarely read.</p>',
    ],
    ['a note in words', '<p>The phrase “appeared first on” is what the footer of a feed says at its end.</p>'],
    ['what a page says of itself', '<p>Reading time: 3 minutes</p>'],
  ])('in %s', (_, html) => {
    const { verdict } = look(`${html}<p>${PROSE[0]}</p>`);
    expect(verdict.kind).toBe('none');
    expect(verdict.signals.filter(({ direction }) => direction === 'repost')).toEqual([]);
  });
});

describe('a sentence that begins like an attribution goes on', () => {
  test.each([
    [
      'en',
      'Via <a href="https://other.example/b/4711">a friend on the other side</a>, the nets were offered to a school in the next bay, and it took eleven of them.',
    ],
    [
      'it',
      'Tratto da una storia che in paese si racconta da cento anni, il film è uscito <a href="https://other.example/b/4711">a maggio</a>.',
    ],
    [
      'id',
      'Dikutip dari <a href="https://other.example/b/4711">Suara Teluk</a>, nelayan akan menyerahkan jaring mereka pada hari Senin pagi di balai desa.',
    ],
  ])('%s', (language, sentence) => {
    const { verdict } = look(`<p>${sentence}</p>`, { language });
    expect(verdict.signals.map(({ id }) => id)).not.toContain('attribution');
  });
});

describe('an original is never made up', () => {
  test('what the article itself names as its source gives no name to the house that is linked', () => {
    const own = '<p>Source: Tallow School, survey of 2026</p>';
    const { original } = look(
      `${own}<p>[ad_2]</p><p><a href="https://other.example/news/bay-4711">Source link</a></p>`,
    );
    expect(original).toMatchObject({ url: 'https://other.example/news/bay-4711', publisher: null });
  });

  test.each([
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,hello'],
    ['a file', 'file:///etc/hosts'],
    ['this page', '#top'],
    ['this house', 'https://www.quickfeed.example/p/2/long-way'],
  ])('from a link to %s', (_, href) => {
    const { original } = look(`<p>[ad_2]</p><p><a href="${href}">Source link</a></p>`);
    expect(original?.url ?? null).toBeNull();
  });

  test('a front page names its house, not an article', () => {
    const { original } = look('<p>[ad_2]</p><p><a href="https://www.tallowherald.example/">Source link</a></p>');
    expect(original).toMatchObject({ url: null, publisher: 'tallowherald.example' });
  });

  test('it carries no credentials', () => {
    const { original } = look('<p>[ad_2]</p><p><a href="https://a:b@tallow.example/x/y">Source link</a></p>');
    expect(original?.url).toBe('https://tallow.example/x/y');
  });
});

describe('the publisher is what words and link agree on', () => {
  const O = 'https://www.tallowherald.example/news/8812';
  test.each([
    [`Originally published at <a href="${O}">Tallow Herald</a> on 3 May.`, 'Tallow Herald'],
    [`Originally published on the <a href="${O}">Tallow Herald website</a>.`, 'Tallow Herald website'],
    [`Source: <a href="${O}">here</a>`, null],
    [`Source: <a href="${O}">${O}</a>`, null],
    [`Source: <a href="${O}">tallowherald.example</a>`, 'tallowherald.example'],
    [`Source: ${O}`, 'www.tallowherald.example'],
    [`Source: <a href="${O}">海岸邮报</a>`, '海岸邮报'],
  ])('%s', (line, publisher) => {
    const { original } = look(`<p>[ad_1]</p><p>${line}</p>`);
    expect(original).toMatchObject({ url: O, publisher });
  });
});

describe('each finds its own', () => {
  const O = 'https://www.tallowherald.example/news/8812';
  test.each([
    ['template-token', '<p>[matched_content]</p>', {}],
    ['source-link', `<p><a href="${O}">Source</a> by <a href="${O}">Jo Lund</a></p>`, {}],
    ['source-link', `<p>Credit: <a href="${O}">Source link</a></p>`, {}],
    ['attribution', `<p>This article was originally published on <a href="${O}">Tallow Herald</a>.</p>`, {}],
    ['source-named', `<p>(via <a href="${O}">Tallow Herald</a>)</p>`, {}],
    ['source-named', `<p>Source: ${O}</p>`, {}],
    [
      'feed-footer',
      `<p>The post <a href="${O}">Seagrass for the bay</a> appeared first on <a href="https://www.tallowherald.example">Tallow Herald</a>.</p>`,
      {},
    ],
    ['continues-elsewhere', `<p>And then it rained. <a href="${O}">Continue reading</a></p>`, {}],
    [
      'same-address',
      '<p>As <a href="https://www.tallowherald.example/seagrass-for-the-bay-2026">was said</a> by somebody who was there and saw it all from the quay, it rained.</p>',
      {},
    ],
    ['canonical-elsewhere', '', { head: `<link rel="canonical" href="${O}">` }],
    ['address-elsewhere', '', { head: `<meta property="og:url" content="${O}">` }],
    ['lone-link', `<p><a href="${O}">Tallow</a></p>`, {}],
    ['source-unlinked', '<p>Source: Tallow Herald</p>', {}],
    ['source-unlinked', '<p>Source: tallowherald.example</p>', {}],
    ['headline-twice', '', { top: '<h2>Seagrass for the bay</h2>' }],
    [
      'pictures-elsewhere',
      `<p><a href="${O}">Source</a></p>`,
      { top: '<p><img src="https://cdn.quayherald.example/a.jpg"></p>' },
    ],
    ['copying-tool', '<p class="syndicated-attribution">Copied.</p>', {}],
    ['placeholder-byline', '', { top: '<p>admin</p>' }],
    ['agency-byline', '', { top: '<p><span class="author">Associated Press</span> 3 May</p>' }],
    ['agency-credit', '<p>© Reuters</p>', {}],
    ['own-address', '', { head: `<link rel="canonical" href="${URL_}">` }],
    ['own-links', '<p>See <a href="/a/b">this</a> and <a href="/c/d">that</a> as well.</p>', {}],
    ['scraped-interface', '<p><a href="https://www.tallowherald.example/x?share=twitter">Share</a></p>', {}],
  ])('%s', (id, end, more) => expect(ids(look(end, more))).toContain(id));
});
