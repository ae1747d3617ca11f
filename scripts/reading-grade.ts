/**
 * How many years of school the interface's English asks for: part of `npm run check`. A small grade does not make words
 * good, but a great one finds those that are not. The other languages are written from the English.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Messages } from './messages.ts';
import { ROOT } from './paths.ts';

/** The highest grade that the measured messages may have, all together and each alone. */
const MAX_GRADE = 7;
/** A shorter text is not measured: one long word makes its grade, and many of them together count as short sentences. */
const MIN_WORDS = 9;

/** What stands for itself: blanks, codes and addresses. */
const FIXED = /\$\d|%s|\[ad_1\]|https:\/\/|(?:\w+\.)*example\.com/g;

const wordsOf = (text: string) => text.replace(FIXED, '').match(/\p{L}[\p{L}’]*/gu) ?? [];
const sentencesOf = (text: string) =>
  text
    .replace(FIXED, 'it')
    .split(/[.!?:;…]+(?=\s|”|$)/u)
    .filter((part) => wordsOf(part).length > 0);

/** The Flesch–Kincaid grade of texts taken together. */
export function gradeOf(texts: readonly string[]): number {
  const words = texts.flatMap(wordsOf);
  return fleschKincaid({
    sentence: texts.flatMap(sentencesOf).length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  });
}

/** A line for each text that is too hard to read. */
export function tooHard(english: Messages): string[] {
  const measured = Object.entries(english).filter(([, text]) => wordsOf(text).length >= MIN_WORDS);
  const whole = gradeOf(measured.map(([, text]) => text));
  const hard = measured
    .map(([key, text]) => ({ key, text, grade: gradeOf([text]) }))
    .filter(({ grade }) => grade > MAX_GRADE)
    .sort((a, b) => b.grade - a.grade);
  return [
    ...(whole > MAX_GRADE ? [`all together: grade ${whole.toFixed(1)}`] : []),
    ...hard.map(({ key, text, grade }) => `${key}: grade ${grade.toFixed(1)}: ${text}`),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const english: Messages = JSON.parse(readFileSync(join(ROOT, 'src/locales/en.json'), 'utf8'));
  const found = tooHard(english);
  for (const line of found) console.error(`src/locales/en.json: ${line} (at most ${MAX_GRADE})`);
  if (found.length > 0) process.exitCode = 1;
}
