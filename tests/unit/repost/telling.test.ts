import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/engine/analyse.ts';
import { searchSentence } from '../../../src/engine/search-sentence.ts';

const URL_ = 'https://quickfeed.example/p/1';
const telling = (...paragraphs: string[]) => {
  const html = `<title>Seagrass</title><article><h1>Seagrass</h1>${paragraphs.map((p) => `<p>${p}</p>`).join('')}</article>`;
  return searchSentence(analyze(new JSDOM(html, { url: URL_ }).window.document, URL_));
};
const LONG =
  'This is a very long sentence that goes on and on about nothing in particular, with clause after clause, until nobody who reads it remembers how it began or what it was to say in the end.';

describe('the most telling sentence', () => {
  test('has names and numbers, is of searchable length, and stands on the page word for word', () => {
    const goal = 'Nina Halvorsen has landed crab in Tallow Bay for twenty-six seasons on the trawler Orsted.';
    const found = telling(`${LONG} ${goal} It was cold.`, `${LONG} Nobody knows what is to come of that in the end.`);
    expect(found).toBe(goal);
  });

  test('is no quotation and no dateline', () => {
    const found = telling(
      'TALLOW BAY — Fishers in the bay hauled in their nets for the last time on Monday.',
      '“We shall all be working somewhere else by the spring,” said Nina Halvorsen of the Tallow crews.',
      `The harbour board voted five to one for the plan at its meeting in Orsted. ${LONG}`,
    );
    expect(found).toBe('The harbour board voted five to one for the plan at its meeting in Orsted.');
  });

  test('works where no spaces stand between words', () => {
    const goal = '委员会以五票对一票通过了这项计划，并决定从五月起执行。';
    expect(
      telling(`${'渔民星期一收网。'.repeat(2)}${goal}`, '港务委员会说明年还会再议，细节将在九月公布，届时请大家参加。'),
    ).toBe(goal);
  });

  test('is none where none is fit', () => {
    expect(telling(LONG, LONG, LONG)).toBeNull();
  });
});
