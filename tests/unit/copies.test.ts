import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/engine/analyse.ts';
import { readDetails } from '../../src/engine/details.ts';
import { articleParts, articleText } from '../../src/engine/text.ts';
import { asMarkdown } from '../../src/popup/formats/markdown.ts';
import { fixturesIn, openPage } from './fixtures.ts';
import { roundTrip } from './round-trip.ts';

/** What a copy of the page has and lacks. */
interface Expected {
  readonly headline?: string;
  readonly byline?: string;
  readonly published?: string;
  /** Parts of the text. */
  readonly text?: readonly string[];
  /** Parts of the Markdown. */
  readonly markdown?: readonly string[];
  /** In neither of them, nor in the headline. */
  readonly nowhere?: readonly string[];
}

const FOLDERS = ['article', 'clutter', 'copies', 'repost'];

function copyOf(html: string, url: string) {
  const analysis = analyze(openPage(html, url), url);
  return { analysis, parts: articleParts(analysis), headline: analysis.article?.headline ?? null };
}

describe('a copy has what a reader reads, and no more', () => {
  test.each(fixturesIn<Expected>('copies'))('$name', ({ html, expected }) => {
    const { analysis, parts, headline } = copyOf(html, expected.url);
    const { byline, published } = readDetails(analysis);
    const text = articleText(analysis);
    const markdown = asMarkdown({ headline, parts, source: null, sourceLine: null });
    if (expected.headline) expect(headline).toBe(expected.headline);
    if (expected.byline) expect(byline).toBe(expected.byline);
    if (expected.published) expect(published).toBe(expected.published);
    for (const words of expected.text ?? []) expect(text).toContain(words);
    for (const words of expected.markdown ?? []) expect(markdown).toContain(words);
    for (const words of expected.nowhere ?? []) expect(`${text}\n${markdown}`).not.toContain(words);
  });
});

describe('Markdown reads as it was meant', () => {
  test.each(FOLDERS)('on the pages of %s', (folder) => {
    for (const { name, html, expected } of fixturesIn(folder)) {
      const { parts, headline } = copyOf(html, expected.url);
      const { seen, meant } = roundTrip(parts, headline);
      expect({ name, ...seen }).toEqual({ name, ...meant });
    }
  });
});
