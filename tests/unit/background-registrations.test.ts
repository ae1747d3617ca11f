import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { register, registrationsFor } from '../../src/background/registrations.ts';
import { filesFor } from '../../src/background/tab-state.ts';
import { rulesAt } from '../../src/rules/lines.ts';
import { modeFor } from '../../src/settings/area.ts';
import { DEFAULT_MODES, DEFAULTS, MODES, type Settings } from '../../src/settings/schema.ts';

const fake = await vi.hoisted(async () => new (await import('./fake-browser.ts')).FakeBrowser());
vi.mock('webextension-polyfill', () => ({ default: fake.api }));

beforeEach(() => {
  fake.reset();
  fake.base = 'moz-extension://x/';
});

/** Match patterns as the browsers take them, written from their documentation and not from the code under test. */
function fits(pattern: string, address: string, firefox: boolean): boolean {
  const url = new URL(firefox ? address : address.replace(/\.(?=[:/])/, ''));
  if (!/^https?:$/.test(url.protocol)) return false;
  const [, host, path] = /^\*:\/\/([^/*]+|\*|\*\.[^/*]+)(\/[^#]*)$/.exec(pattern) ?? [];
  if (host === undefined || path === undefined) throw new Error(`no pattern: ${pattern}`);
  // Of a path everything counts but the asterisk, and it is compared with path and query.
  const literal = path.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  if (!new RegExp(`^${literal.join('.*')}$`).test(url.pathname + url.search)) return false;
  if (host === '*') return true;
  if (host.startsWith('*.')) return url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1));
  return url.hostname === host;
}

const running = (settings: Settings, url: string, firefox: boolean) =>
  registrationsFor(settings, firefox).filter(
    ({ matches, excludeMatches }) =>
      matches?.some((pattern) => fits(pattern, url, firefox)) &&
      !excludeMatches?.some((pattern) => fits(pattern, url, firefox)),
  );

// Few names, so that Sites are often inside each other.
const label = fc.constantFrom('a', 'b', 'www', 'x-1');
const host = fc.oneof(
  { weight: 8, arbitrary: fc.array(label, { maxLength: 4 }).map((labels) => [...labels, 'test'].join('.')) },
  { weight: 1, arbitrary: fc.constantFrom('127.0.0.1', '10.0.0.1', '[::1]', 'localhost', '__proto__', 'constructor') },
);
const site = host.map((name) => name.replace(/^(www\.)+(?=[^.]+\.)/, ''));
const path = fc
  .array(fc.constantFrom('a', 'b', 'aa', 'a.b', 'B', '%C3%A4', '.a', '(a)'), { maxLength: 3 })
  .map((parts) => parts.map((part) => `/${part}`).join(''));
const area = fc.tuple(site, path).map((parts) => parts.join(''));
const mode = fc.constantFrom(...MODES);
const settings: fc.Arbitrary<Settings> = fc
  .record({
    defaultMode: fc.constantFrom(...DEFAULT_MODES),
    sites: fc.dictionary(area, mode, { maxKeys: 12 }),
    rules: fc.array(
      site.map((name) => `${name} keep share`),
      { maxLength: 2 },
    ),
    kinds: fc.dictionary(fc.constantFrom('share', 'widget', 'post-nav', 'ad-token', 'no-longer-a-kind'), fc.boolean()),
    adTokensAnywhere: fc.boolean(),
  })
  .map((given) => ({ ...DEFAULTS, ...given }));
const url = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(
        fc.constantFrom('http', 'https'),
        host,
        fc.constantFrom('', '', '.'),
        path,
        fc.constantFrom('', '/', '?q', '/p?q', 'b'),
      )
      .map(([s, h, dot, p, end]) => `${s}://${h}${h.startsWith('[') ? '' : dot}:8080${p || '/'}${end}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('file:///a.html', 'https://other.example/') },
);

const byId = (scripts: readonly { readonly id: string }[]) => scripts.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('registrations', () => {
  it('run exactly one content script, with the Mode’s files, where the Mode is not off, and none elsewhere', () => {
    fc.assert(
      fc.property(settings, url, fc.boolean(), (given, address, firefox) => {
        const is = modeFor(address, given);
        const isCorrected = rulesAt(given.rules, address).length > 0;
        const expected = is === 'off' ? [] : [filesFor(is, given, isCorrected)];
        expect(running(given, address, firefox).map(({ js }) => js)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('are one for each Mode as long as no Site is an exception to an exception', () => {
    expect(registrationsFor(DEFAULTS).map(({ id }) => id)).toEqual(['auto-0']);
    const sites = { 'a.test': 'off', 'b.test': 'always', 'c.b.test': 'always' } as const;
    expect(registrationsFor({ ...DEFAULTS, sites })).toEqual([
      expect.objectContaining({
        id: 'auto-0',
        matches: ['*://*/*'],
        excludeMatches: ['*://*.a.test/*', '*://*.a.test./*', '*://*.b.test/*', '*://*.b.test./*'],
      }),
      expect.objectContaining({ id: 'always-1', matches: ['*://*.b.test/*', '*://*.b.test./*'], excludeMatches: [] }),
    ]);
  });

  it('take a path with what lies under it, at the Site’s own host alone', () => {
    const sites = { 'a.test': 'off', 'a.test/blog': 'auto', '[::1]/x': 'off' } as const;
    const [auto, inner] = registrationsFor({ ...DEFAULTS, sites }, false);
    const blog = ['a.test', 'www.a.test'].flatMap((host) =>
      ['/blog', '/blog?*', '/blog/*'].map((path) => `*://${host}${path}`),
    );
    expect(auto?.excludeMatches).toEqual(['*://*.a.test/*', '*://[::1]/x', '*://[::1]/x?*', '*://[::1]/x/*']);
    expect(inner).toMatchObject({ id: 'auto-2', matches: blog, excludeMatches: [] });
  });

  it('are none at all when everything is off', () => {
    expect(registrationsFor({ ...DEFAULTS, defaultMode: 'off', sites: { 'a.test': 'off' } })).toEqual([]);
  });

  it('start early, in the top frame, and last', () => {
    expect(registrationsFor(DEFAULTS)[0]).toMatchObject({
      runAt: 'document_start',
      allFrames: false,
      persistAcrossSessions: true,
    });
  });

  it('name a flag file only for a kind that differs from its default', () => {
    const kinds = { share: false, 'ad-token': true, widget: true, 'post-nav': false, unknown: false };
    expect(filesFor('always', { ...DEFAULTS, kinds })).toEqual([
      'flags/mode-always.js',
      'flags/off-share.js',
      'flags/on-widget.js',
      'watcher.js',
      'cleaner.js',
    ]);
  });

  it('say when ad tokens are to stay where nothing is cleaned', () => {
    expect(filesFor('auto', { ...DEFAULTS, adTokensAnywhere: false })).toEqual(['flags/no-ad-tokens.js', 'watcher.js']);
  });

  it('replace whatever was registered before', async () => {
    await fc.assert(
      fc.asyncProperty(settings, async (given) => {
        const wanted = registrationsFor(given);
        await register(wanted, null);
        expect(byId(fake.registered)).toEqual(byId(wanted));
      }),
    );
  });

  it('are changed alone where they differ, when it is known what is there', async () => {
    const sites = { 'a.test': 'off', 'b.test': 'always' } as const;
    const known = registrationsFor({ ...DEFAULTS, sites });
    await register(known, null);
    const changed: unknown[] = [];
    fake.intercept = (name, act, [scripts]) => {
      if (name === 'scripting.updateContentScripts') changed.push(...(scripts as { id: string }[]).map(({ id }) => id));
      if (name === 'scripting.getRegisteredContentScripts') throw new Error('takes too long');
      return act();
    };
    const wanted = registrationsFor({ ...DEFAULTS, sites: { ...sites, 'c.test': 'off' } });
    await register(wanted, known);
    expect(byId(fake.registered)).toEqual(byId(wanted));
    expect(changed).toEqual(['auto-0']);
  });

  it('are right also when a call of a killed background comes in between', async () => {
    const wanted = registrationsFor(DEFAULTS);
    const late = { id: 'always-1', js: ['watcher.js'], matches: ['*://a.test/*'] };
    fake.intercept = async (name, act) => {
      const answer = await act();
      if (name === 'scripting.registerContentScripts') fake.registered.push(late);
      return answer;
    };
    await register(wanted, null);
    expect(byId(fake.registered)).toEqual(byId(wanted));
  });
});
