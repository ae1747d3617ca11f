import { expect, it } from 'vitest';
import { analyze } from '../../../src/engine/analyse.ts';
import { openPage } from '../fixtures.ts';

const FIRST =
  'The ferry to the island sails again from Monday, twice a day, after a winter in which only post was taken over.';
const SECOND =
  'Its captain has spent the months on land, painting the hull green, as it was when his grandmother sailed it.';
const THIRD =
  'Tickets cost what they did, and whoever brings a bicycle still has to carry it up the steps, the harbour office says.';

it('an article in an open shadow root is read, slots where they stand, and what has no slot is not', () => {
  const document = openPage(
    `<title>Ferry sails again</title><h1>Ferry sails again</h1>
    <story-text><p slot="middle">${SECOND}</p><p>Nobody sees this paragraph, for there is no slot that it could stand in, long as it is.</p></story-text>`,
  );
  const shadow = (document.querySelector('story-text') as Element).attachShadow({ mode: 'open' });
  for (const text of [FIRST, '', THIRD]) {
    const part = document.createElement(text ? 'p' : 'slot');
    if (text) part.textContent = text;
    else part.setAttribute('name', 'middle');
    shadow.append(part);
  }
  const { article } = analyze(document, 'https://paper.example/news/ferry');
  expect(article?.headline).toBe('Ferry sails again');
  expect(article?.body.map(({ text }) => text)).toEqual([FIRST, SECOND, THIRD]);
});
