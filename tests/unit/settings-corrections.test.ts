import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeRules, forgetPrivateRules, privateRules, rulesIn } from '../../src/settings/corrections.ts';
import { LINES } from '../../src/settings/schema.ts';

const fake = await vi.hoisted(async () => new (await import('./fake-browser.ts')).FakeBrowser());
vi.mock('webextension-polyfill', () => ({ default: fake.api }));
vi.stubGlobal('navigator', { locks: fake.locks });

beforeEach(() => fake.reset());

const FIRST = 'first.test copy';
const SECOND = 'second.test copy';
const add = (isPrivate: boolean, ...more: string[]) => changeRules(isPrivate, (lines) => [...lines, ...more]);

describe('corrections', () => {
  it('of private windows hold there alone, after the others, until the last such window closes', async () => {
    await add(false, FIRST);
    await add(true, SECOND);
    expect(await rulesIn(false)).toEqual([FIRST]);
    expect(await rulesIn(true)).toEqual([FIRST, SECOND]);
    await forgetPrivateRules();
    expect(await rulesIn(true)).toEqual([FIRST]);
  });

  it('of private windows that somebody else wrote are none', async () => {
    fake.stored.session.privateRules = [FIRST, 3];
    expect(await privateRules()).toEqual([FIRST]);
    fake.stored.session.privateRules = 'rubbish';
    expect(await privateRules()).toEqual([]);
  });

  it.each([true, false])('are not changed where there would be too many (private: %s)', async (isPrivate) => {
    await add(isPrivate, FIRST);
    const many = Array.from({ length: LINES.rules?.most ?? 0 }, (_, i) => `many${i}.test copy`);
    await expect(add(isPrivate, ...many)).rejects.toThrow('too many corrections');
    expect(await rulesIn(isPrivate)).toEqual([FIRST]);
    // Exactly as many as may be.
    await add(isPrivate, ...many.slice(1));
    expect(await rulesIn(isPrivate)).toHaveLength(many.length);
  });
});
