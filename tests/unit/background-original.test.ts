import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';

const fake = await vi.hoisted(async () => new (await import('./fake-browser.ts')).FakeBrowser());
vi.mock('webextension-polyfill', () => ({ default: fake.api }));
vi.stubGlobal('navigator', { locks: fake.locks });

const COPY = 'https://copies.example/lamps';
const ORIGINAL = 'https://harbour.example/lamps-go-out';
const SITES: Settings['sites'] = {
  'copies.example': 'original',
  'more-copies.example': 'original',
  'off.example': 'off',
};

/** Where tabs were sent, in order. */
let sent: string[] = [];
let background: typeof import('../../src/background/original.ts');

function show(url: string, id = 1): { id: number; url: string; incognito: boolean } {
  fake.tabs = [{ id, url }, ...fake.tabs.filter((tab) => tab.id !== id)];
  return { id, url, incognito: false };
}
const go = (from: string, to: unknown, id = 1) => background.goToOriginal(show(from, id), to);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  fake.reset();
  sent = [];
  fake.intercept = (name, act, [id, properties]) => {
    if (name === 'tabs.update') sent.push(`${id} ${(properties as { url: string }).url}`);
    return act();
  };
  fake.stored.local = { ...DEFAULTS, sites: SITES };
  vi.resetModules();
  background = await import('../../src/background/original.ts');
});
afterEach(() => void vi.useRealTimers());

describe('a tab with a copy', () => {
  it('goes to the original', async () => {
    await go(COPY, ORIGINAL);
    expect(sent).toEqual([`1 ${ORIGINAL}`]);
  });

  it('goes there as a link leads there, without user-info', async () => {
    await go(COPY, 'https://bank.example:pw@harbour.example/lamps-go-out#end');
    expect(sent).toEqual([`1 ${ORIGINAL}`]);
  });

  it.each([
    ['the Site is not in that Mode', 'https://harbour.example/x', 'https://third.example/lamps-go-out'],
    ['the original is on the same Site', COPY, 'https://copies.example/original-of-lamps'],
    ['the original is on a part of the same Site', COPY, 'https://news.copies.example/lamps-go-out'],
    ['the original is on such a Site itself', COPY, 'https://more-copies.example/lamps-go-out'],
    ['it is no address of the web', COPY, 'javascript:alert(1)'],
    ['it is a file', COPY, 'file:///etc/passwd'],
    ['it is a page of ours', COPY, 'chrome-extension://ours/options.html'],
    ['it is no address', COPY, [ORIGINAL]],
  ])('stays where %s', async (_, from, to) => {
    await go(from, to);
    expect(sent).toEqual([]);
  });

  it('stays where the reader has gone elsewhere meanwhile', async () => {
    const tab = show(COPY);
    show('https://elsewhere.example/');
    await background.goToOriginal(tab, ORIGINAL);
    expect(sent).toEqual([]);
  });

  it('stays where nothing can be remembered', async () => {
    const { intercept } = fake;
    fake.intercept = (name, act, args) => {
      if (name === 'storage.session.set') throw new Error('full');
      return intercept(name, act, args);
    };
    await go(COPY, ORIGINAL).catch(() => undefined);
    expect(sent).toEqual([]);
  });

  it('is led from one address once in an hour, whatever the tab and the place on the page', async () => {
    await go(COPY, ORIGINAL);
    vi.setSystemTime(Date.now() + 59 * 60_000);
    await go(`${COPY}#top`, 'https://harbour.example/another-story', 2);
    expect(sent).toHaveLength(1);
    vi.setSystemTime(Date.now() + 60_000);
    await go(COPY, ORIGINAL);
    expect(sent).toHaveLength(2);
  });

  it('is not led to one address twice, nor to one that it was led from', async () => {
    await go(COPY, ORIGINAL);
    vi.setSystemTime(Date.now() + 60_000);
    // The original leads back to another copy of it.
    await go('https://copies.example/lamps-2', ORIGINAL);
    fake.stored.local = { ...DEFAULTS, sites: { 'harbour.example': 'original' } };
    vi.resetModules();
    background = await import('../../src/background/original.ts');
    await go('https://harbour.example/other', COPY);
    expect(sent).toHaveLength(1);
  });

  it('is not led on at once from where it was led', async () => {
    await go(COPY, ORIGINAL);
    await go('https://copies.example/other', 'https://harbour.example/another-story');
    expect(sent).toHaveLength(1);
    await go('https://copies.example/third', 'https://harbour.example/a-third-story', 2);
    vi.setSystemTime(Date.now() + 10_000);
    await go('https://copies.example/other', 'https://harbour.example/another-story');
    expect(sent).toHaveLength(3);
  });
});

describe('the original', () => {
  const heard = () => fake.told.map(({ tabId, type, ...rest }) => [tabId, type, rest]);
  beforeEach(async () => {
    fake.contentScripts.set(1, () => null);
    await go(COPY, ORIGINAL);
  });

  it('says once where the reader came from', async () => {
    await background.arrivedAtOriginal(show(COPY));
    expect(heard()).toEqual([]);
    await background.arrivedAtOriginal(show(ORIGINAL));
    await background.arrivedAtOriginal(show('https://harbour.example/other'));
    expect(heard()).toEqual([[1, 'came-from', { site: 'copies.example' }]]);
    expect(fake.injected).toEqual([{ tabId: 1, files: ['cleaner.js'] }]);
  });

  it.each([
    ['elsewhere', 'https://third.example/', 0],
    ['much later', ORIGINAL, 61_000],
  ])('says nothing where the tab arrives %s', async (_, url, ms) => {
    vi.setSystemTime(Date.now() + ms);
    await background.arrivedAtOriginal(show(url));
    expect(heard()).toEqual([]);
    expect(fake.injected).toEqual([]);
  });

  it('is not looked for on any page where nobody has chosen that', async () => {
    fake.stored.local = { ...DEFAULTS };
    vi.resetModules();
    background = await import('../../src/background/original.ts');
    const { intercept } = fake;
    fake.intercept = (name, act, args) => {
      if (name === 'storage.session.get') throw new Error('looked');
      return intercept(name, act, args);
    };
    await background.arrivedAtOriginal(show(ORIGINAL));
    expect(heard()).toEqual([]);
  });

  it('says nothing, and has no code of ours, where its Site is off', async () => {
    vi.setSystemTime(Date.now() + 10_000);
    await go('https://copies.example/other', 'https://off.example/another-story');
    await background.arrivedAtOriginal(show('https://off.example/another-story'));
    expect(fake.injected).toEqual([]);
  });

  it('leads back to the copy, and that stays', async () => {
    await background.backToCopy(show(ORIGINAL));
    expect(sent).toEqual([`1 ${ORIGINAL}`, `1 ${COPY}`]);
    vi.setSystemTime(Date.now() + 30 * 60_000);
    await go(COPY, ORIGINAL);
    expect(sent).toHaveLength(2);
  });

  it('leads nobody back who was not led there', async () => {
    await background.backToCopy(show(ORIGINAL, 2));
    await background.backToCopy(show('https://third.example/'));
    expect(sent).toHaveLength(1);
  });
});

it('addresses of a private tab are forgotten with it', async () => {
  background.forgetPrivateTrips();
  await background.goToOriginal({ ...show(COPY), incognito: true }, ORIGINAL);
  await go('https://copies.example/other', 'https://harbour.example/another-story', 2);
  fake.api.tabs.onRemoved.fire(1);
  fake.api.tabs.onRemoved.fire(2);
  await vi.waitFor(() => expect(JSON.stringify(fake.stored.session)).not.toContain(ORIGINAL));
  expect(JSON.stringify(fake.stored.session)).toContain('another-story');
});
