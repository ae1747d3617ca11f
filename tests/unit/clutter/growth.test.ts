import { describe, expect, test } from 'vitest';
import { analyzeSteps } from '../../../src/engine/analyse.ts';
import { SkipList } from '../../../src/engine/clutter/removal.ts';
import { searchSentence } from '../../../src/engine/search-sentence.ts';
import { spansOfAll } from '../../../src/engine/spans.ts';
import { runToCompletion } from '../../../src/engine/steps.ts';
import { endsInStop, findTokens, isOnly } from '../../../src/engine/tokens.ts';
import { openPage } from '../fixtures.ts';

const PARAGRAPH =
  '<p>The lock keeper has been given a new pair of gates, eleven years after he first wrote that the old ones would not last another winter.</p>';

/** What is done again and again on a page with `count` of something: each page is built so that once it grew with its square. */
const PAGES: Readonly<Record<string, (count: number) => string>> = {
  'paragraphs of one token': (count) => '<p>[ad_1]</p>'.repeat(count),
  'equal headings': (count) => '<h2>New gates for the old lock</h2>'.repeat(count),
  'empty ad slots': (count) => '<div class="ad-slot"></div>'.repeat(count),
  'ad slots beside a button': (count) => `<div>${'<div class="ad-slot"></div>'.repeat(count)}<button>x</button></div>`,
};

describe('clutter is found in slices', () => {
  test.each(Object.entries(PAGES))('%s: a pause for each piece, and the same answer', (_name, make) => {
    const count = 300;
    const html = `<main><article><h1>New gates for the old lock</h1><div>${PARAGRAPH.repeat(count)}${make(count)}</div></article></main>`;
    const url = 'https://reedwire.example/2026/05/lock/';
    const sliced = runToCompletion(analyzeSteps(openPage(html, url), url));
    const pauses = [...sliced.clutterSteps('all')].length;
    const whole = runToCompletion(analyzeSteps(openPage(html, url), url)).clutter;
    expect(sliced.clutter.map(({ kind, text }) => [kind, text])).toEqual(whole.map(({ kind, text }) => [kind, text]));
    expect(pauses).toBeGreaterThanOrEqual(sliced.clutter.length);
  });

  test('tokens can be found without the rest', () => {
    const html = `<main><article><h1>New gates for the old lock</h1><div>${PARAGRAPH.repeat(4)}<p>[ad_1]</p></div></article></main>`;
    const url = 'https://reedwire.example/2026/05/lock/';
    const analysis = runToCompletion(analyzeSteps(openPage(html, url), url));
    for (const _ of analysis.clutterSteps('tokens'));
    expect(analysis.tokens.map(({ kind }) => kind)).toEqual(['ad-token']);
  });
});

describe('in time that grows with the text', () => {
  /** Generous: with the square of the length each of these takes minutes. */
  const MAX_MS = 2000;
  const timed = (work: () => void) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };

  test('a text of nothing but closing marks has no end of a sentence', () => {
    const marks = '’'.repeat(400_000);
    expect(timed(() => expect(endsInStop(`x${marks}`)).toBe(false))).toBeLessThan(MAX_MS);
    expect(endsInStop(`x.${marks}`)).toBe(true);
    expect(endsInStop('She said so.”')).toBe(true);
    expect(endsInStop('(so)')).toBe(true);
    expect(endsInStop('so')).toBe(false);
  });

  test('thousands of tokens in one text', () => {
    const text = 'word [ad_1] Word '.repeat(20_000).trim();
    const node = openPage(`<p>${text}</p>`).querySelector('p')?.firstChild as Text;
    const time = timed(() => {
      const tokens = findTokens(text);
      expect(isOnly(text, tokens)).toBe(false);
      const all = findTokens(text, true);
      expect(all).toHaveLength(20_000);
      expect(spansOfAll({ text, nodes: [node] }, all)).toHaveLength(20_000);
    });
    expect(time).toBeLessThan(MAX_MS);
  });

  /** Each text once took an expression the square of its length. */
  const LONG: Readonly<Record<string, string>> = {
    'a class of many underscores': `<div class="${'_'.repeat(400_000)}x">Text</div>`.repeat(3),
    'a class of few underscores': `<div class="${'_'.repeat(60)}x">Text</div>`,
    'a class of nothing but letters': `<p class="${'ab'.repeat(200_000)}-">A note at the end.</p>`.repeat(3),
    'an address of slashes': `<p>News: <a href="https://other.example/${'/'.repeat(100_000)}x">a link</a></p>`.repeat(
      3,
    ),
    'an address without an end': `<p>See https://${'a'.repeat(200_000)} there.</p>`,
    'commas without a name': `<p class="byline">By ${','.repeat(200_000)}x</p>`,
    'brackets without an end': `<p>Source: ${')'.repeat(200_000)}x</p>`,
    'a month without a year': `<time>May ${', '.repeat(100_000)}x 2026</time>`,
    'quotation marks without a sentence': `<p>${'”'.repeat(200_000)} x</p>`,
  };
  test.each(Object.entries(LONG))('%s', (_name, html) => {
    const url = 'https://reedwire.example/2026/05/lock/';
    const document = openPage(`<main><article><h1>New gates</h1>${PARAGRAPH.repeat(4)}${html}</article></main>`, url);
    const start = process.cpuUsage();
    const analysis = runToCompletion(analyzeSteps(document, url));
    void analysis.clutter;
    searchSentence(analysis);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(MAX_MS);
  });

  test('the next one that is missing, however many stand before it', () => {
    const list = new SkipList();
    let isRight = true;
    const time = timed(() => {
      for (let index = 0; index < 200_000; index++) {
        list.add(index);
        isRight &&= list.firstMissing(0) === index + 1;
      }
    });
    expect(isRight).toBe(true);
    expect(time).toBeLessThan(MAX_MS);
    expect(list.firstMissing(300_000)).toBe(300_000);
  });
});
