import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetErrors, keepError, keptErrors, withoutHosts } from '../../src/settings/errors.ts';

const fake = vi.hoisted(() => {
  const state = { stored: {} as Record<string, unknown>, tabs: [] as { incognito: boolean }[] };
  return {
    state,
    browser: {
      storage: {
        local: {
          get: async (key: string) => structuredClone(key in state.stored ? { [key]: state.stored[key] } : {}),
          set: async (values: object) => {
            await new Promise((done) => setTimeout(done));
            Object.assign(state.stored, structuredClone(values));
          },
          remove: async (key: string) => {
            delete state.stored[key];
          },
        },
      },
      tabs: { query: async () => state.tabs },
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: fake.browser }));

/** The browser's locks, as far as they are used: one holder at a time. */
let last: Promise<unknown> = Promise.resolve();
vi.stubGlobal('navigator', {
  locks: {
    request: (_: string, work: () => Promise<unknown>) => {
      const mine = last.then(work, work);
      last = mine.catch(() => undefined);
      return mine;
    },
  },
});

const messages = async () => (await keptErrors()).map(({ message }) => message);

beforeEach(() => {
  fake.state.stored = {};
  fake.state.tabs = [{ incognito: false }];
});

describe('errors', () => {
  it('keeps the last twenty, also of those that come at once', async () => {
    await Promise.all(Array.from({ length: 25 }, (_, i) => keepError('background', new Error(`number ${i}`))));
    expect(await messages()).toEqual(Array.from({ length: 20 }, (_, i) => `Error: number ${i + 5}`));
    expect(JSON.stringify(fake.state.stored).length).toBeLessThan(20 * 400);
  });

  it('replaces what is no list, and leaves out what is no error', async () => {
    for (const rubbish of ['text', 7, null, { length: 3 }]) {
      fake.state.stored = { errors: rubbish };
      expect(await keptErrors()).toEqual([]);
      await keepError('popup', new Error('after rubbish'));
      expect(await messages()).toEqual(['Error: after rubbish']);
    }
    const good = { time: 5, where: 'popup', message: 'good' };
    fake.state.stored = {
      errors: [
        null,
        'x',
        { ...good, time: 1e300 },
        good,
        { ...good, where: 'page' },
        { ...good, message: 'x'.repeat(999) },
      ],
    };
    expect(await keptErrors()).toEqual([good]);
  });

  it('keeps nothing while a private window is open', async () => {
    fake.state.tabs = [{ incognito: false }, { incognito: true }];
    await keepError('background', new Error('private'));
    expect(fake.state.stored).toEqual({});
  });

  it('forgets them', async () => {
    await keepError('background', 'anything can be thrown');
    expect(await messages()).toEqual(['anything can be thrown']);
    await forgetErrors();
    expect(fake.state.stored).toEqual({});
  });
});

describe('messages', () => {
  it.each([
    'https://secret.test/path?q=1',
    'chrome-extension://abcdef/background.js:1:20',
    '"http://user:pw@secret.test:80/"',
    '*://*.secret.test/*',
    '*://secret/*',
    'secret.test',
    'Www.Secret.Test.',
    'secret.test/a/b#c',
    'sécret.example',
    'секрет.испытание',
    '秘密。例え',
    'user@secret',
    'http://secret:8080',
    '192.0.2.7',
    '[2001:db8::7]:443',
    '::1',
    'data:text/html,secret',
    'file:///home/secret',
    'C:\\secret\\file',
    'https%3A%2F%2Fsecret.test%2Fa',
  ])('are kept without %s', (address) => {
    expect(withoutHosts(`Error: cannot (${address}) read`)).toBe('Error: cannot … read');
    expect(withoutHosts(address)).toBe('…');
  });

  it('stay readable, on one line, and short', () => {
    const plain = "TypeError: Cannot read properties of undefined (reading 'sites'), 3 times. Why? No idea...";
    expect(withoutHosts(plain)).toBe(plain);
    expect(withoutHosts('one\n  two')).toBe('one two');
    expect(withoutHosts('word '.repeat(1000))).toHaveLength(300);
    expect(withoutHosts(`${'word '.repeat(59)}https://secret.test/`)).not.toContain('secret');
  });
});
