// @vitest-environment jsdom
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/engine/blocks.ts';
import { ownStyle } from '../../src/engine/inline-style.ts';
import type { HiddenContent } from '../../src/engine/remaining-text.ts';
import { selectedParts } from '../../src/engine/selection.ts';
import { asMarkdown } from '../../src/formats/markdown.ts';

const URL_ = 'https://tallow.example/quay';

/** A place in the text of a page: before these words, or behind them. */
function placeOf(document: Document, words: string, isEnd: boolean): [Text, number] {
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const at = node.data.indexOf(words);
    if (at >= 0) return [node, at + (isEnd ? words.length : 0)];
  }
  throw new Error(`no ${words}`);
}

type Stretch = readonly [from: string, to: string];

/** The Markdown of what is selected of this body. */
function selected(body: string, stretches: readonly Stretch[], hiddenCss = '.none'): string {
  const { document } = new JSDOM(`<!doctype html><html><body>${body}</body></html>`, { url: URL_ }).window;
  const ranges = stretches.map(([from, to]) => {
    const range = document.createRange();
    range.setStart(...placeOf(document, from, false));
    range.setEnd(...placeOf(document, to, true));
    return range;
  });
  const hidden: HiddenContent[] = [{ elements: [...document.querySelectorAll(hiddenCss)], spans: [] }];
  const parts = selectedParts(ranges, {
    reader: { page: readPage(document, URL_), style: ownStyle },
    hidden,
    isShown: () => true,
    isSelectable: (element) => element.closest('.fixed') === null,
  });
  return asMarkdown({ headline: null, parts, source: null, sourceLine: null }).trim();
}

describe('what is selected', () => {
  test.each<[name: string, body: string, stretches: readonly Stretch[], markdown: string]>([
    ['words of a heading are words', '<h2>Nets on the quay</h2><p>Text</p>', [['Nets', 'on']], 'Nets on'],
    ['a whole heading is one', '<h2>Nets on the quay</h2><p>Text</p>', [['Nets', 'quay']], '## Nets on the quay'],
    ['words of an item are words', '<ul><li>Nets on the quay</li></ul>', [['on', 'quay']], 'on the quay'],
    [
      'items keep their numbers',
      '<ol><li>One</li><li>Two</li><li>Three</li></ol>',
      [['Two', 'Three']],
      '2. Two\n3. Three',
    ],
    ['a cell alone is words', '<table><tr><td>One</td><td>Two</td></tr></table>', [['Two', 'Two']], 'Two'],
    [
      'a row that begins late stays in its columns',
      '<table><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>',
      [['B', 'C']],
      '|  | B |\n| --- | --- |\n| C |  |',
    ],
    [
      'links are absolute',
      '<p>The <a href="/tide?utm_source=x">tide table</a> hangs here</p>',
      [['tide', 'here']],
      '[tide table](https://tallow.example/tide) hangs here',
    ],
    [
      'what is hidden is left out',
      '<p>One <span class="none">litter </span>two</p><p class="none">Gone</p><p>three</p>',
      [['One', 'three']],
      'One two\n\nthree',
    ],
    [
      'what cannot be selected is left out',
      '<p>One<button class="fixed">Press</button></p><p>two</p>',
      [['One', 'two']],
      'One\n\ntwo',
    ],
    [
      'several stretches come in order',
      '<p>One two three</p><p>four five</p>',
      [
        ['One', 'One'],
        ['three', 'four'],
      ],
      'One three\n\nfour',
    ],
    [
      'a footnote comes along',
      '<p>Built then<sup><a href="#n">1</a></sup> and there.</p><p>More</p><ol><li id="n">Town records of old.</li></ol>',
      [['Built', 'there']],
      'Built then[^1] and there\n\n[^1]: Town records of old.',
    ],
    [
      'a formula is whole',
      '<p>Its area is <math><msup><mi>r</mi><mn>2</mn></msup></math> and no more</p>',
      [['area', '2']],
      'area is $r^{2}$',
    ],
    [
      'lines of code are code',
      '<pre><code class="language-js">let a = 1;\nlet b = 2;\nlet c;</code></pre>',
      [['b = 2', 'let c']],
      '```js\nb = 2;\nlet c\n```',
    ],
    [
      'pictures stand in their places',
      '<p>One</p><figure><img src="/a.jpg" alt="A boat"><figcaption>A boat at rest</figcaption></figure><p>two</p><img src="/b.jpg">',
      [['One', 'two']],
      'One\n\n![A boat](https://tallow.example/a.jpg)  \nA boat at rest\n\ntwo',
    ],
  ])('%s', (_, body, stretches, markdown) => {
    expect(selected(body, stretches)).toBe(markdown);
  });
});
