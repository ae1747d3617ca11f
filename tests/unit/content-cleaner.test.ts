// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://copies.example/2026/boats-return/"}
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PageSettings } from '../../src/messages.ts';
import { ARTICLE, cleanerOn, fakeSheets, SOURCE_LINK } from './content-page.ts';

type Opened = ReturnType<typeof cleanerOn>;
const opened: Opened[] = [];

function onPage(html: string, settings: Partial<PageSettings> = {}, now?: () => number): Opened {
  const page = cleanerOn(html, settings, now);
  opened.push(page);
  return page;
}

beforeAll(fakeSheets);
afterEach(() => {
  vi.restoreAllMocks();
  for (const { cleaner } of opened.splice(0)) cleaner.stop();
});

describe('a page is analyzed', () => {
  test('when it has been parsed, and somebody who asks hears of it', async () => {
    let time = 0;
    // So slow a machine that a slice is a few steps.
    const { cleaner, changes } = onPage(ARTICLE, {}, () => (time += 15));
    cleaner.pageParsed();
    cleaner.ensureAnalysis();
    await vi.waitFor(() => expect(cleaner.analysis).toBeTruthy());
    expect(cleaner.analysis?.verdict.kind).toBe('none');
    expect(cleaner.analysis?.article?.body).toHaveLength(4);
    expect(changes).toEqual([{ type: 'changed', cleaning: 'offered', hidden: 0, fresh: [] }]);
    cleaner.ensureAnalysis();
    expect(changes).toHaveLength(1);
  });

  test('no longer, once that would take more than a second: it is left as it is, and said to be too large', async () => {
    let time = 0;
    const { cleaner, hiding } = onPage(ARTICLE + SOURCE_LINK, {}, () => (time += 400));
    cleaner.pageParsed();
    await vi.waitFor(() => expect(cleaner.isTooLarge).toBe(true));
    expect([cleaner.analysis, cleaner.cleaning, hiding.pieces.length]).toEqual([null, 'gave-up', 0]);
    cleaner.ensureAnalysis();
    expect(cleaner.analysis).toBeNull();
  });

  test('when it has a source link', () => {
    const { cleaner } = onPage(ARTICLE + SOURCE_LINK);
    cleaner.pageParsed();
    expect(cleaner.analysis?.verdict.kind).toBe('repost');
    expect(cleaner.cleaning).toBe('cleaned');
  });

  test('when it gets one later', () => {
    const { cleaner } = onPage(ARTICLE);
    cleaner.pageParsed();
    document.body.insertAdjacentHTML('beforeend', SOURCE_LINK);
    cleaner.pageParsed();
    expect(cleaner.cleaning).toBe('cleaned');
  });

  test('always, where every article is cleaned, from the moment that it is said', () => {
    const { cleaner } = onPage(ARTICLE, { mode: 'always' });
    cleaner.pageParsed();
    expect(cleaner.cleaning).toBe('cleaned');
    const other = onPage(ARTICLE).cleaner;
    other.pageParsed();
    expect(other.cleaning).toBe('offered');
    other.setSettings({ ...other.settings, mode: 'always' });
    expect(other.cleaning).toBe('cleaned');
  });

  test('for "Clean this page"', () => {
    const { cleaner } = onPage(ARTICLE);
    cleaner.pageParsed();
    cleaner.clean();
    expect(cleaner.cleaning).toBe('cleaned');
  });
});

describe('what is hidden', () => {
  const link = () => document.querySelector('a')?.closest('[data-testing]');

  test('comes back for "Restore this page", and goes for "Clean this page"', () => {
    const { cleaner, changes } = onPage(ARTICLE + SOURCE_LINK);
    const before = document.documentElement.outerHTML;
    cleaner.pageParsed();
    expect(link()).not.toBeNull();
    cleaner.pause();
    expect(document.documentElement.outerHTML).toBe(before);
    cleaner.clean();
    expect(link()).not.toBeNull();
    expect(changes.map(({ cleaning }) => cleaning)).toEqual(['cleaned', 'paused', 'cleaned']);
  });

  test('comes back when the page puts it back again and again, until the reader asks once more', () => {
    const { cleaner, hiding } = onPage(ARTICLE + SOURCE_LINK);
    cleaner.pageParsed();
    const [hidden] = hiding.marks.elements;
    for (let time = 0; time < 4; time++) {
      hidden?.removeAttribute('data-testing');
      cleaner.markRemoved(hidden as Element);
      expect(hidden?.hasAttribute('data-testing')).toBe(true);
    }
    cleaner.markRemoved(hidden as Element);
    expect(cleaner.cleaning).toBe('gave-up');
    expect(link()).toBeNull();
    cleaner.clean();
    expect(cleaner.cleaning).toBe('cleaned');
    expect(link()).not.toBeNull();
  });

  test('is shown where it was a token and the page keeps putting something else there, and not where it is a thread', () => {
    const { cleaner } = onPage(`<p id="row">[ad_1]</p>${ARTICLE}${SOURCE_LINK}`);
    cleaner.pageParsed();
    const row = document.getElementById('row') as HTMLElement;
    const isHidden = () => row.hasAttribute('data-testing');
    expect(isHidden()).toBe(true);
    const changed = new Set([row, link() as Element]);
    for (let time = 0; time < 6; time++) cleaner.hiddenChanged(changed);
    expect(isHidden()).toBe(true);
    row.textContent = 'The ferry is late';
    cleaner.hiddenChanged(changed);
    expect(isHidden()).toBe(false);
    expect(link()).not.toBeNull();
  });

  test('is not looked at out of turn where that takes long', () => {
    let [time, calls] = [0, 0];
    // The tenth look at the clock finds that a quarter of a second has gone by.
    const now = () => {
      calls += 1;
      if (calls === 10) time += 250;
      return time;
    };
    const { cleaner } = onPage(`<p id="row">[ad_1]</p>${ARTICLE}${SOURCE_LINK}`, {}, now);
    calls = 10;
    cleaner.pageParsed();
    const row = document.getElementById('row') as HTMLElement;
    row.textContent = 'The ferry is late';
    const { analysis } = cleaner;
    calls = 0;
    cleaner.hiddenChanged(new Set([row]));
    expect(row.hasAttribute('data-testing')).toBe(true);
    // The analysis waits for its next slice, and is not begun anew.
    cleaner.hiddenChanged(new Set([row]));
    expect(row.hasAttribute('data-testing')).toBe(false);
    expect(cleaner.analysis).toBe(analysis);
  });

  test('is counted once, however often it is shown and hidden again', () => {
    const { cleaner, changes } = onPage(ARTICLE + SOURCE_LINK);
    cleaner.pageParsed();
    cleaner.pause();
    cleaner.clean();
    expect(changes.flatMap(({ fresh }) => fresh)).toEqual(['source-link']);
  });
});

test('a correction that changes nothing to be seen is told, also where the page is analyzed once more meanwhile', async () => {
  let time = 0;
  // So slow a machine that a slice is a few steps.
  const { cleaner, changes } = onPage(ARTICLE, {}, () => (time += 15));
  cleaner.pageParsed();
  cleaner.ensureAnalysis();
  await vi.waitFor(() => expect(cleaner.analysis).toBeTruthy());
  expect(changes).toHaveLength(1);
  cleaner.correctionsChanged();
  cleaner.pageParsed();
  expect(changes).toHaveLength(1);
  await vi.waitFor(() => expect(changes).toHaveLength(2));
  expect(changes[1]).toEqual({ type: 'changed', cleaning: 'offered', hidden: 0, fresh: [] });
});
