// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://copies.example/2026/boats-return/"}
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Corrections } from '../../src/content/corrections.ts';
import { SettingsReceiver } from '../../src/content/settings.ts';
import type { TabState } from '../../src/messages.ts';
import { ARTICLE, cleanerOn, fakeSheets, SETTINGS, SOURCE_LINK } from './content-page.ts';

const STATE: TabState = { ...SETTINGS, rules: [] };
const OFF: TabState = { ...STATE, mode: 'off' };
const NOT_COPY: TabState['rules'] = [{ site: 'copies.example', page: null, verb: 'not-copy' }];
const world = globalThis as { cleanCopyCorrections?: Corrections };

function repost() {
  const page = cleanerOn(ARTICLE + SOURCE_LINK);
  page.cleaner.pageParsed();
  let hasEnded = false;
  const receiver = new SettingsReceiver(
    () => page.cleaner,
    () => {
      hasEnded = true;
      page.cleaner.stop();
      page.hiding.restore();
    },
  );
  return { ...page, receiver, hasEnded: () => hasEnded };
}

beforeAll(fakeSheets);
afterEach(() => delete world.cleanCopyCorrections);

describe('a tab that is told its state', () => {
  test('does nothing when it has it already, also not to what the reader asked for', () => {
    const { receiver, cleaner, changes } = repost();
    cleaner.pause();
    const said = changes.length;
    expect(receiver.receive(STATE)).toMatchObject({ cleaning: 'paused', hidden: 0 });
    expect(changes).toHaveLength(said);
  });

  test('takes what is different', () => {
    const { receiver, cleaner } = repost();
    expect(receiver.receive({ ...STATE, kindsOff: ['source-link'] })).toMatchObject({ cleaning: 'cleaned', hidden: 0 });
    expect(receiver.receive(STATE)).toMatchObject({ cleaning: 'cleaned', hidden: 1 });
    cleaner.stop();
  });

  test('ends where its Site is off', () => {
    const { receiver, hasEnded } = repost();
    expect(receiver.receive(OFF)).toBeNull();
    expect(hasEnded()).toBe(true);
    expect(document.querySelector('[data-testing]')).toBeNull();
  });

  test('stays where the reader had it cleaned once, until its Site has been on', () => {
    const { receiver, hasEnded } = repost();
    receiver.cleanOnce();
    expect(receiver.receive(OFF)).toMatchObject({ cleaning: 'cleaned', hidden: 1 });
    expect(hasEnded()).toBe(false);
    receiver.receive(STATE);
    receiver.receive(OFF);
    expect(hasEnded()).toBe(true);
  });

  test('says that it lacks what applies corrections', () => {
    const { receiver, cleaner } = repost();
    expect(receiver.receive({ ...STATE, rules: NOT_COPY })?.hasCorrections).toBe(false);
    cleaner.stop();
  });

  test('follows its corrections, and says so once', () => {
    world.cleanCopyCorrections = new Corrections(document);
    const { receiver, cleaner, changes } = repost();
    expect(receiver.receive({ ...STATE, rules: NOT_COPY })).toMatchObject({
      cleaning: 'offered',
      hidden: 0,
      hasCorrections: true,
    });
    const said = changes.length;
    receiver.receive({ ...STATE, rules: NOT_COPY });
    expect(changes).toHaveLength(said);
    receiver.receive(STATE);
    expect(cleaner.cleaning).toBe('cleaned');
    cleaner.stop();
  });
});
