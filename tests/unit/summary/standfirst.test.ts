import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { placeOfSentence } from '../../../src/content/place.ts';
import { analyze } from '../../../src/engine/analyse.ts';
import { summarize } from '../../../src/engine/summary/summarize.ts';

const URL_ = 'https://tallowherald.example/news/seagrass';
const BODY = [
  'The boats left Tallow harbour at dawn on Monday with eleven crates of seedlings, each of them grown in an old swimming pool behind the station.',
  'Divers from the college set them out by hand in rows of forty, at a depth of three metres, where a storm had torn the meadow away in 2019.',
  'The county pays 90,000 crowns a year for the work, which is half of what the sea wall at Polwen costs, and it will go on until 2031.',
  'Ruth Alder, who has fished the bay since 1988, said she had seen the first young crabs among the leaves within a week.',
];
const page = (between: string, { meta = '', body = BODY.map((text) => `<p>${text}</p>`).join('') } = {}) =>
  analyze(
    new JSDOM(
      `<html lang="en"><title>Seagrass returns to Tallow bay</title>${meta}<div class="top"><h1>Seagrass returns to Tallow bay</h1>${between}</div><div class="bar"><p>3 March</p></div><article class="story"><div>${body}</div></article></html>`,
      { url: URL_ },
    ).window.document,
    URL_,
  );
const STANDFIRST = 'Eleven years after the storm, divers plant a meadow of seagrass by hand, and the county pays.';

describe('a standfirst', () => {
  it.each([
    ['a heading', `<h2>${STANDFIRST}</h2>`],
    ['a paragraph in a box of its own', `<aside><p>${STANDFIRST}</p></aside>`],
    ['named so, without a full stop', `<aside><p class="article__dek">${STANDFIRST.slice(0, -1)}</p></aside>`],
    ['after a label', `<p>Environment</p><h2>${STANDFIRST}</h2>`],
  ])('is found: %s', (_, between) => {
    expect(page(between).article?.standfirst?.text.replace(/\.?$/, '.')).toBe(STANDFIRST);
  });

  it.each([
    ['a byline', '<p class="byline">By Mara Ellison, our correspondent in Tallow.</p>'],
    [
      'a caption',
      '<figure><img src="a.png" alt=""><figcaption>Divers set out seedlings in the bay of Tallow.</figcaption></figure>',
    ],
    ['a line of dates', '<p>Monday 3 March, 09:30, updated 11:15 the same day</p>'],
    ['a pointer', '<p>Read our other reports about the sea: <a href="/sea">The sea wall at Polwen.</a></p>'],
    ['the headline again', '<h2>Seagrass returns to Tallow bay</h2>'],
    ['what is hidden', `<p hidden>${STANDFIRST}</p>`],
  ])('is not: %s', (_, between) => {
    const analysis = page(between);
    expect(analysis.article?.body[0]?.text).toBe(BODY[0]);
    expect(analysis.article?.standfirst).toBeNull();
  });

  it('begins the summary where the page gives no description, and can be shown', () => {
    const analysis = page(`<h2>${STANDFIRST}</h2>`);
    const { gist, description } = summarize(analysis);
    expect(gist[0]).toBe(STANDFIRST);
    expect(description).toBeNull();
    expect(placeOfSentence(analysis, STANDFIRST).map(({ node, start, end }) => node.data.slice(start, end))).toEqual([
      STANDFIRST,
    ]);
  });

  it('leaves the summary to the body where the description says it', () => {
    const meta = `<meta name="description" content="${STANDFIRST}">`;
    const { gist, description } = summarize(page(`<h2>${STANDFIRST}</h2>`, { meta }));
    expect(description).toBe(STANDFIRST);
    expect(BODY.join(' ')).toContain(gist[0]);
  });

  it('is nothing of the article when it shares no words with it', () => {
    const { gist, points } = summarize(page('<h2>Win a weekend for two with our crossword puzzle.</h2>'));
    expect([...gist, ...points].join(' ')).not.toContain('crossword');
  });
});

describe('a heading', () => {
  it('that states something is a sentence of the article, another is not', () => {
    const headings = [
      'The seedlings from Polwen cost 40 crowns in 2024 and the county’s Ellis Marsh grows 9,000 of them.',
      'What 9,000 seedlings from Polwen mean for Ellis Marsh in 2024',
    ];
    const body = BODY.map((text, i) => `<p>${text}</p>${headings[i] ? `<h3>${headings[i]}</h3>` : ''}`).join('');
    const { gist, points } = summarize(page('', { body }));
    const all = [...gist, ...points];
    expect(all).toContain(headings[0]);
    expect(all).not.toContain(headings[1]);
  });
});
