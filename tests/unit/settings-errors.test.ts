import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetErrors, keepError, keptErrors, withoutHosts } from '../../src/settings/errors.ts';

const fake = await vi.hoisted(async () => new (await import('./fake-browser.ts')).FakeBrowser());
vi.mock('webextension-polyfill', () => ({ default: fake.api }));
vi.stubGlobal('navigator', { locks: fake.locks });

const messages = async () => (await keptErrors()).map(({ message }) => message);

beforeEach(() => {
  fake.reset();
  fake.tabs = [{ id: 1, incognito: false }];
});

describe('errors', () => {
  it('keeps the last twenty, also of those that come at once', async () => {
    await Promise.all(Array.from({ length: 25 }, (_, i) => keepError('background', new Error(`number ${i}`))));
    expect(await messages()).toEqual(Array.from({ length: 20 }, (_, i) => `Error: number ${i + 5}`));
    expect(JSON.stringify(fake.stored.local).length).toBeLessThan(20 * 400);
  });

  it('replaces what is no list, and leaves out what is no error', async () => {
    for (const rubbish of ['text', 7, null, { length: 3 }]) {
      fake.stored.local = { errors: rubbish };
      expect(await keptErrors()).toEqual([]);
      await keepError('popup', new Error('after rubbish'));
      expect(await messages()).toEqual(['Error: after rubbish']);
    }
    const good = { time: 5, where: 'popup', message: 'good' };
    fake.stored.local = {
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
    fake.tabs.push({ id: 2, incognito: true });
    await keepError('background', new Error('private'));
    expect(fake.stored.local).toEqual({});
  });

  it('forgets them', async () => {
    await keepError('background', 'anything can be thrown');
    expect(await messages()).toEqual(['anything can be thrown']);
    await forgetErrors();
    expect(fake.stored.local).toEqual({});
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
