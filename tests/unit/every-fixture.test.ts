import { describe, expect, test } from 'vitest';
import { shouldAnalyzeWholePage } from '../../scripts/analyse/whole-page.ts';
import { analyze } from '../../src/engine/analyse.ts';
import { articleParts } from '../../src/engine/text.ts';
import { fixturesIn, openPage } from './fixtures.ts';
import { roundTrip } from './round-trip.ts';

/** What holds on each fixture, whatever it is there for. One look at a page serves all: to open one takes most of the time. */
const FOLDERS = ['article', 'clutter', 'copies', 'repost'];

/**
 * Pages that are analyzed and turn out to be no reposts. A change that adds to them makes ordinary pages slower. Where one
 * of them is let go, take it out.
 */
const ANALYZED_IN_VAIN: ReadonlySet<string> = new Set([
  'repost/about-tokens',
  'repost/archive-links',
  'repost/chart-source',
  'repost/cited-as',
  'repost/closing-title',
  'repost/closing-topic',
  'repost/headline-links-out',
  'repost/licensed',
  'repost/licensed-german',
  'repost/link-blog',
  'repost/for-sale',
  'repost/link-under-heading',
  'repost/list-of-sources',
  'repost/own-second-house',
  'repost/open-credit',
  'repost/open-credit-german',
  'repost/press-release',
  'repost/named-author',
  'repost/newsletter-issue',
  'repost/opening-links',
  'repost/own-release',
  'repost/price-beside-link',
  'repost/profile-breaks-off',
  'repost/readers-name-a-source',
  'repost/recipe',
  'repost/sister-paper',
  'repost/sister-paper-links',
  'repost/source-in-comments',
  'repost/tokens-listed',
  'clutter/ad-token-fields-told',
  'clutter/ad-token-halves',
  'clutter/ad-token-quoted',
  'clutter/scraped-ui-onward',
  'clutter/source-link-brackets',
  'clutter/source-link-label',
  'article/code-numbered',
  'copies/linked-prose',
  'copies/markdown-signs',
]);

describe.each(FOLDERS)('pages in %s', (folder) => {
  test.each(fixturesIn(folder))('$name', ({ name, html, expected: { url } }) => {
    const document = openPage(html, url);
    const analysis = analyze(document, url);

    const { kind } = analysis.verdict;
    const isCalledFor = kind === 'repost' || kind === 'likely-repost';
    const isInVain = ANALYZED_IN_VAIN.has(`${folder}/${name}`);
    expect(shouldAnalyzeWholePage(document, url), `the watcher finds it worth analyzing: ${kind}`).toBe(
      isCalledFor || isInVain,
    );
    expect(isCalledFor && isInVain, 'it is listed as analyzed in vain, and is a repost').toBe(false);

    const { seen, meant } = roundTrip(articleParts(analysis), analysis.article?.headline ?? null);
    expect(seen, 'its Markdown reads as it was meant').toEqual(meant);
  });
});

test('pages that are analyzed in vain are there', () => {
  const all = FOLDERS.flatMap((folder) => fixturesIn(folder).map(({ name }) => `${folder}/${name}`));
  expect(all).toEqual(expect.arrayContaining([...ANALYZED_IN_VAIN]));
});
