/**
 * `npm run source-words`: picks from the phrase packs a few words of which each phrase that names a source has one, and
 * writes them to src/engine/repost/source-words.ts. `-- --check`, part of `npm run check`, only says whether that file is
 * current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { wordsIn } from '../src/engine/phrases/letters.ts';
import { normalize } from '../src/engine/phrases/normalize.ts';
import { PACKS } from '../src/engine/phrases/packs.ts';
import type { Pack, Topic } from '../src/engine/phrases/types.ts';
import { ROOT } from './paths.ts';

const FILE = 'src/engine/repost/source-words.ts';
/** Topics whose phrases name a source, or lead to it. */
const TOPICS: readonly Topic[] = ['source', 'attribution', 'feedFooter', 'continue'];
/** Scripts that put no spaces between words. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
/** From this length on, a Latin word tells more than that a text is in its language. Other scripts need fewer letters. */
const MIN_LATIN_CHARS = 5;
const MIN_CHARS = 3;

/** Words of one language that are common in another: taken where a phrase has no other. */
const COMMON_ELSEWHERE = new Set(['them', 'hat', 'font', 'mere', 'bron', 'suite', 'leer', 'tus', 'mer', 'viet']);

type Words = ReadonlySet<string>;

/** The words of each phrase; the parts between wildcards count as one word where the script has no spaces. */
function phrasesOf(packs: readonly Pack[]): Words[] {
  const phrases = packs.flatMap((pack) => TOPICS.flatMap((topic) => (pack[topic] ?? '').split('|')));
  return phrases
    .map((phrase) => new Set(wordsIn(normalize(phrase.replace(/[%#]/g, ' ')))))
    .filter(({ size }) => size > 0);
}

/** How well a word that is in so many phrases tells them from other texts. */
function worth(word: string, phrases: number): number {
  const enough = /[a-z]/.test(word) ? MIN_LATIN_CHARS : MIN_CHARS;
  if (COMMON_ELSEWHERE.has(word)) return 0;
  return phrases * Math.min(1, word.length / enough) ** 4;
}

/** A small set of words of which each phrase has at least one: always the word next that is worth most. */
function coveringWords(phrases: readonly Words[]): string[] {
  const chosen: string[] = [];
  for (let left = phrases; left.length > 0; ) {
    const counts = new Map<string, number>();
    for (const words of left) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const [best] = [...counts].sort(
      ([a, m], [b, n]) => worth(b, n) - worth(a, m) || b.length - a.length || (a < b ? -1 : 1),
    );
    const [word] = best as [string, number];
    chosen.push(word);
    left = left.filter((words) => !words.has(word));
  }
  return chosen.sort();
}

function lines(words: readonly string[]): string {
  const rows = [''];
  for (const word of words) {
    const row = rows.at(-1) as string;
    if (row.length + word.length > 110) rows.push(word);
    else rows[rows.length - 1] = row ? `${row} ${word}` : word;
  }
  return rows.map((row) => `  ${row}`).join('\n');
}

/** The text of the file. */
export function sourceWords(packs: readonly Pack[]): string {
  const words = coveringWords(phrasesOf(packs));
  const set = (name: string, its: readonly string[]) => `export const ${name} = \`\n${lines(its)}\n\`;\n`;
  return [
    '// Made from the phrase packs by `npm run source-words`. Do not edit.\n',
    '/** Words of lines that name a source, normalized, between blanks. Each such phrase of each pack has one of them. */',
    set(
      'SOURCE_WORDS',
      words.filter((word) => !UNSPACED.test(word)),
    ),
    '/** The same for scripts that put no spaces between words: they may stand within a run of letters. */',
    set(
      'UNSPACED_SOURCE_WORDS',
      words.filter((word) => UNSPACED.test(word)),
    ),
  ].join('\n');
}

function main(): void {
  const path = join(ROOT, FILE);
  const made = sourceWords(Object.values(PACKS));
  if (made === readFileSync(path, 'utf8')) return;
  if (process.argv.includes('--check')) {
    console.error(`${FILE} is older than the phrase packs: npm run source-words`);
    process.exitCode = 1;
  } else writeFileSync(path, made);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
