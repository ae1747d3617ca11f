import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { findArticle } from '../../../src/engine/article.ts';
import { readPage } from '../../../src/engine/blocks.ts';
import { readMetadata } from '../../../src/engine/metadata.ts';

const URL = 'https://harbour.example/news/ferry';
const PROSE =
  '<p>The ferry was late again on Monday, and the people on the quay, most of them on their way to work, had stopped asking why.</p>';
const title = (name: string) => `<h3><a href="/news/${name}">What happened at the ${name} yesterday</a></h3>`;

/** Where nothing but the body says what the page is. */
function find(body: string) {
  const { document } = new JSDOM(`<title>The ferry that never comes on time</title>${body}`, { url: URL }).window;
  return findArticle(readPage(document, URL), readMetadata(document, URL));
}

describe('a page without metadata', () => {
  const headline = '<h1>The ferry that never comes on time</h1>';

  it('is an article although teasers stand between its paragraphs', () => {
    const teaser = (name: string) => `<aside><div><div>${title(name)}</div></div></aside>`;
    const body = `${PROSE.repeat(2)}${teaser('market')}${PROSE.repeat(3)}${teaser('church')}${PROSE.repeat(4)}`;
    expect(find(`${headline}<div>${body}</div>`)?.body).toHaveLength(9);
  });

  it('is an article although a teaser stands between headline and text', () => {
    const teaser = `<div><div>${title('market')}</div></div>`;
    expect(find(`<div>${headline}${teaser}<div>${PROSE.repeat(6)}</div></div>`)?.body).toHaveLength(6);
  });

  it.each([
    ['side by side with their texts', (name: string) => title(name) + PROSE.repeat(2)],
    ['in wrappers of their own', (name: string) => `<div class="title">${title(name)}</div>${PROSE.repeat(2)}`],
    [
      'each in a box with its text',
      (name: string) => `<section><header>${title(name)}</header>${PROSE.repeat(2)}</section>`,
    ],
  ])('is a list where titles of other pages stand %s', (_way, entry) => {
    expect(
      find(`<h1>News from the harbour</h1><div>${['market', 'church', 'quay'].map(entry).join('')}</div>`),
    ).toBeNull();
  });
});
