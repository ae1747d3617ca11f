import { expect, test } from 'vitest';
import { collect } from '../../../scripts/messages.ts';
import { gradeOf, tooHard } from '../../../scripts/reading-grade.ts';

const HARD =
  'Unauthorized modifications of syndicated publications necessitate verification of attributable provenance';
const EASY = 'You can turn this off at any time, and then we do not run on the page.';

test('the English of the interface is easy enough', () => {
  expect(tooHard(collect().languages.en ?? {})).toEqual([]);
});

test('a hard text is named, and weighs on all together', () => {
  expect(tooHard({ easy: EASY })).toEqual([]);
  expect(tooHard({ easy: EASY, hard: HARD })).toEqual([
    expect.stringMatching(/^all together: grade \d/),
    expect.stringMatching(/^hard: grade \d.*provenance$/),
  ]);
});

test('a short text is not measured: one long word would make its grade', () => {
  expect(tooHard({ short: 'Appearance' })).toEqual([]);
});

test('blanks and addresses count for nothing, and full stops inside of them end no sentence', () => {
  expect(gradeOf(['It is on news.example.com now, and you can read it there.'])).toBeCloseTo(
    gradeOf(['It is on now, and you can read it there.']),
    5,
  );
});
