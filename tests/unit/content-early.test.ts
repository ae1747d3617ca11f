// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { repeatedHeadline } from '../../src/content/early-headline.ts';
import { arrivedToken } from '../../src/content/early-tokens.ts';

afterEach(() => document.body.replaceChildren());

/** What a parser has made so far, and the text nodes in it that have words. */
function arrived(html: string): Text[] {
  document.body.append(document.createRange().createContextualFragment(html));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.textContent?.trim()) texts.push(node as Text);
  return texts;
}
const token = (html: string) => {
  const text = arrived(html).find(({ data }) => data.includes('[ad_'));
  return text ? arrivedToken(text) : null;
};
const names = (elements: readonly Element[] = []) => elements.map(({ localName }) => localName);

describe('a token that has just arrived goes', () => {
  test.each([
    ['with the paragraph that held nothing else', '<p>[ad_1]<br></p>\n<p>Text</p>', ['p']],
    ['without one that may not be whole yet', '<p>[ad_1]', []],
    [
      'with the breaks beside it',
      '<div><h2>Title</h2>\n[ad_1]<br>\n<br><figure>Boats</figure></div><p></p>',
      ['br', 'br'],
    ],
    ['with the breaks before it, so that lines stay apart', '<div>One<br>[ad_1]<br>Two</div><p></p>', ['br']],
    [
      'with all around it that holds nothing else',
      '<section><div><span>[ad_1]</span></div></section><p></p>',
      ['section'],
    ],
    ['without what holds a picture', '<div><p>[ad_1]</p><img alt=""></div><p></p>', ['p']],
    ['without what the page is made of', '<main>[ad_1]</main><footer></footer>', []],
    ['alone from a sentence that it is stuck to', '<p>[ad_1]Boats came in.</p><p></p>', []],
  ])('%s', (_, html, expected) => {
    const piece = token(html);
    expect(piece?.spans).toHaveLength(1);
    expect(names(piece?.elements)).toEqual(expected);
  });

  test('not from code, nor from a sentence', () => {
    expect(token('<pre>[ad_1]</pre>')).toBeNull();
    expect(token('<p>Write <b>[ad_1]</b> here</p>')).toBeNull();
  });
});

describe('the headline again', () => {
  test('is looked for beside the token alone, however many headings are like it', () => {
    const read = vi.spyOn(Range.prototype, 'toString');
    const piece = token(`<h1>The boats return</h1><p>[ad_1]</p><p>Text</p>${'<h2>The boats return</h2>'.repeat(500)}`);
    expect(repeatedHeadline(document, piece ? [piece] : [])).toBeNull();
    expect(read.mock.calls.length).toBeLessThan(3);
    read.mockRestore();
  });

  const H1 = '<h1>Boats return to the harbour</h1>';
  const found = (html: string) => {
    const piece = token(html);
    return repeatedHeadline(document, piece ? [piece] : [])?.elements[0]?.localName;
  };

  test.each([
    ['before the token', `${H1}<p>5 May</p><h2>Boats return to the harbour</h2><p>[ad_1]</p>`, 'h2'],
    ['after the token', `${H1}<p>5 May</p><p>[ad_1]</p><h2> Boats return\nto the harbour</h2>`, 'h2'],
    ['with words between', `${H1}<h2>Boats return to the harbour</h2><p>Words.</p><p>[ad_1]</p>`, undefined],
    ['in other words', `${H1}<h2>Boats return to harbour</h2><p>[ad_1]</p>`, undefined],
    ['without a token', `${H1}<h2>Boats return to the harbour</h2><p>Words.</p>`, undefined],
    ['too short to tell', '<h1>Boats</h1><h2>Boats</h2><p>[ad_1]</p>', undefined],
  ])('%s', (_, html, expected) => {
    expect(found(html)).toBe(expected);
  });
});
