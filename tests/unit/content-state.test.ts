import { describe, expect, test } from 'vitest';
import { CleanerStates } from '../../src/content/state.ts';
import type { Analysis } from '../../src/engine/types.ts';
import type { PageSettings } from '../../src/messages.ts';

const AUTO: PageSettings = { mode: 'auto', kindsOff: [], kindsOn: [], adTokensAnywhere: true };
const ALWAYS: PageSettings = { ...AUTO, mode: 'always' };
const analysis = (kind: Analysis['verdict']['kind'], article: object | null = {}) =>
  ({ verdict: { kind }, article }) as Analysis;
const REPOST = analysis('repost');
const ORIGINAL = analysis('none');
const NO_ARTICLE = analysis('not-article', null);

type Step = (states: CleanerStates) => void;
const STEPS = {
  start: (states) => states.startAnalysis(),
  undecided: (states) => states.undecided(),
  repost: (states) => states.analyzed(REPOST, true),
  halfRepost: (states) => states.analyzed(REPOST, false),
  original: (states) => states.analyzed(ORIGINAL, true),
  noArticle: (states) => states.analyzed(NO_ARTICLE, true),
  pause: (states) => states.pause(),
  clean: (states) => states.clean(),
  giveUp: (states) => states.giveUp(),
  auto: (states) => states.setSettings(AUTO),
  always: (states) => states.setSettings(ALWAYS),
  navigate: (states) => states.navigate(),
  startOver: (states) => states.startOver(),
} satisfies Record<string, Step>;

function statesAfter(...steps: (keyof typeof STEPS)[]): CleanerStates {
  const states = new CleanerStates(AUTO);
  for (const step of steps) STEPS[step](states);
  return states;
}

describe('the state', () => {
  test.each<[is: string, steps: (keyof typeof STEPS)[]]>([
    ['waiting', []],
    ['analyzing', ['start']],
    ['waiting', ['start', 'undecided']],
    ['cleaned', ['start', 'repost']],
    ['cleaned', ['start', 'halfRepost']],
    ['left-alone', ['start', 'original']],
    ['left-alone', ['start', 'noArticle']],
    ['cleaned', ['start', 'repost', 'start']],
    ['left-alone', ['start', 'repost', 'start', 'original']],
    // What the reader asks for.
    ['paused', ['pause']],
    ['paused', ['start', 'repost', 'pause']],
    ['paused', ['start', 'pause', 'repost']],
    ['cleaned', ['start', 'repost', 'pause', 'clean']],
    ['waiting', ['pause', 'clean']],
    ['cleaned', ['start', 'original', 'clean']],
    ['cleaned', ['clean', 'start', 'original']],
    ['left-alone', ['start', 'noArticle', 'clean']],
    ['paused', ['start', 'original', 'clean', 'pause']],
    // The page fights.
    ['given-up', ['start', 'repost', 'giveUp']],
    ['given-up', ['start', 'repost', 'giveUp', 'start', 'repost']],
    ['given-up', ['giveUp', 'start', 'repost']],
    ['cleaned', ['start', 'repost', 'giveUp', 'clean']],
    ['paused', ['start', 'repost', 'giveUp', 'pause']],
    ['paused', ['start', 'repost', 'pause', 'giveUp']],
    // The settings are above what the reader asked for before, and change nothing about a page that fights.
    ['cleaned', ['start', 'original', 'always']],
    ['left-alone', ['start', 'original', 'always', 'auto']],
    ['left-alone', ['start', 'original', 'clean', 'auto']],
    ['cleaned', ['start', 'repost', 'pause', 'auto']],
    ['given-up', ['start', 'repost', 'giveUp', 'always']],
    ['analyzing', ['start', 'always']],
    // Another page.
    ['left-alone', ['start', 'original', 'clean', 'navigate']],
    ['cleaned', ['start', 'repost', 'pause', 'navigate']],
    ['cleaned', ['start', 'repost', 'giveUp', 'navigate']],
    ['waiting', ['pause', 'navigate']],
    ['waiting', ['start', 'repost', 'startOver']],
    ['left-alone', ['clean', 'startOver', 'start', 'original']],
  ])('is %s after %j', (is, steps) => {
    expect(statesAfter(...steps).current.is).toBe(is);
  });

  test.each<[before: (keyof typeof STEPS)[], decision: keyof typeof STEPS]>([
    [['start', 'repost'], 'pause'],
    [['start', 'original'], 'clean'],
    [['start', 'repost', 'pause'], 'clean'],
    [['start', 'original', 'clean'], 'pause'],
    [['start', 'repost', 'giveUp'], 'clean'],
  ])('after %j, “%s” is undone', (before, decision) => {
    const states = statesAfter(...before);
    const { is } = states.current;
    const undo = states.keep();
    STEPS[decision](states);
    expect(states.current.is).not.toBe(is);
    undo();
    expect(states.current.is).toBe(is);
  });

  test.each<[isWhole: boolean, steps: (keyof typeof STEPS)[]]>([
    [false, []],
    [false, ['start', 'halfRepost']],
    [true, ['start', 'halfRepost', 'repost']],
    [true, ['start', 'repost', 'halfRepost']],
    [true, ['start', 'repost', 'pause']],
    [false, ['start', 'repost', 'startOver']],
  ])('the whole page has been seen: %j, after %j', (isWhole, steps) => {
    expect(statesAfter(...steps).isWhole).toBe(isWhole);
  });
});
