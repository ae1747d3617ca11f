import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/engine/analyse.ts';
import { readDetails } from '../../../src/engine/details.ts';
import type { Analysis, Block } from '../../../src/engine/types.ts';
import { open } from './open.ts';

/** What stands beside each page. What most pages do not say may be missing: the page does not say it. */
interface Expected {
  readonly url: string;
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
  readonly body: readonly string[];
  readonly captions: readonly string[];
}

const UNSAID = { publisher: null, canonical: null, image: null, description: null };

const FOLDER = new URL('../../fixtures/article/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length));

const textsOf = (blocks: readonly Block[]) => blocks.map(({ text }) => text);

function found(analysis: Analysis): Omit<Expected, 'url' | 'unseen'> | null {
  const { article, verdict } = analysis;
  expect(verdict.kind === 'not-article').toBe(article === null);
  if (!article) return null;
  const { headline, language, dir, canonical, body, captions } = article;
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
    body: textsOf(body),
    captions: textsOf(captions),
  };
}

describe('pages and the article in them', () => {
  test.each(names)('%s', (name) => {
    const { url, unseen, ...expected }: Expected = JSON.parse(read(`${name}.json`));
    const document = open(read(`${name}.html`), url);
    const before = document.documentElement.outerHTML;
    const analysis = analyse(document, url, unseen ? { visible: (element) => !element.closest(unseen) } : {});
    expect(found(analysis)).toEqual(expected.article === null ? null : { ...UNSAID, ...expected });
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
