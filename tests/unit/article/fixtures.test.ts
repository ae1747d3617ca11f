import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/engine/analyse.ts';
import { readDetails } from '../../../src/engine/details.ts';
import type { Analysis, Block } from '../../../src/engine/types.ts';
import { fixturesIn, openPage } from '../fixtures.ts';

/** What stands beside each page. What most pages do not say may be missing: the page does not say it. */
interface Expected {
  /** A selector for what the page's own styles do not show. */
  readonly unseen?: string;
  /** `null` where the page has none; else the other fields say what it is. */
  readonly article?: null;
  readonly headline: string;
  readonly byline: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly publisher: string | null;
  readonly canonical: string | null;
  readonly image: string | null;
  readonly description: string | null;
  readonly standfirst: string | null;
  readonly body: readonly string[];
  readonly captions: readonly string[];
}

const UNSAID = { standfirst: null, publisher: null, canonical: null, image: null, description: null };

const textsOf = (blocks: readonly Block[]) => blocks.map(({ text }) => text);

function found(analysis: Analysis): Omit<Expected, 'unseen'> | null {
  const { article, verdict } = analysis;
  expect(verdict.kind === 'not-article').toBe(article === null);
  if (!article) return null;
  const { headline, language, dir, canonical, standfirst, body, captions } = article;
  const { byline, published, publisher, image, description } = readDetails(analysis);
  return {
    headline: headline ?? '',
    byline,
    published,
    language,
    dir,
    publisher,
    canonical,
    image,
    description,
    standfirst: standfirst?.text ?? null,
    body: textsOf(body),
    captions: textsOf(captions),
  };
}

describe('pages and the article in them', () => {
  test.each(fixturesIn<Expected>('article'))('$name', ({ html, expected: { url, unseen, ...expected } }) => {
    const document = openPage(html, url);
    const before = document.documentElement.outerHTML;
    const analysis = analyze(document, url, unseen ? { visible: (element) => !element.closest(unseen) } : {});
    expect(found(analysis)).toEqual(expected.article === null ? null : { ...UNSAID, ...expected });
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
