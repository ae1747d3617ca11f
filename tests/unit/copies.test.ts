import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/engine/analyse.ts';
import { readDetails } from '../../src/engine/details.ts';
import { articleParts, articleText } from '../../src/engine/text.ts';
import { asHtml } from '../../src/formats/html.ts';
import { asMarkdown } from '../../src/formats/markdown.ts';
import { treeOf } from '../../src/formats/tree.ts';
import { fixturesIn, openPage } from './fixtures.ts';

/** What a copy of the page has and lacks. */
interface Expected {
  readonly headline?: string;
  readonly byline?: string;
  readonly published?: string;
  /** Parts of the text. */
  readonly text?: readonly string[];
  /** Parts of the Markdown. */
  readonly markdown?: readonly string[];
  /** Parts of the HTML. */
  readonly html?: readonly string[];
  /** In neither of them, nor in the headline. */
  readonly nowhere?: readonly string[];
}

describe('a copy has what a reader reads, and no more', () => {
  test.each(fixturesIn<Expected>('copies'))('$name', ({ html, expected }) => {
    const analysis = analyze(openPage(html, expected.url), expected.url);
    const headline = analysis.article?.headline ?? null;
    const parts = articleParts(analysis);
    const { byline, published } = readDetails(analysis);
    const text = articleText(analysis);
    const markdown = asMarkdown({ headline, parts, source: null, sourceLine: null });
    const written = treeOf(parts).map(asHtml).join('');
    if (expected.headline) expect(headline).toBe(expected.headline);
    if (expected.byline) expect(byline).toBe(expected.byline);
    if (expected.published) expect(published).toBe(expected.published);
    for (const words of expected.text ?? []) expect(text).toContain(words);
    for (const words of expected.markdown ?? []) expect(markdown).toContain(words);
    for (const words of expected.html ?? []) expect(written).toContain(words);
    for (const words of expected.nowhere ?? []) expect(`${text}\n${markdown}`).not.toContain(words);
  });
});
