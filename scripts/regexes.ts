/**
 * Regular expressions that can take very long on some text: part of `npm run check`. What stands in a page decides the
 * text. Each literal in the sources that run in pages is checked with recheck. Exponential time is never right. Where the
 * time grows with a power of the text's length, the text has to be short: look before `-- --write` adds the expression to
 * regexes.json, which says of each what recheck said. Of those that stood there when this check came, only the ones in
 * `src/engine/clutter` have been looked at. What is in there is not checked again, so that only new expressions cost time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check } from 'recheck';
import { ROOT } from './paths.ts';
import { sources } from './rooms.ts';

interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Strings, comments and, where a value may begin, regular expressions. */
const TOKEN =
  /\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|(?<=(?:^|[=(,:?&|![{;+>\n]|\breturn)\s*)\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/g;

/** The literals of a source file. A template string is read like code: an expression in one is found as well. */
export function literalsIn(path: string, text: string): Expression[] {
  return [...text.matchAll(TOKEN)].flatMap(({ 1: source, 2: flags = '', index }) => {
    const line = text.slice(0, index).split('\n').length;
    return source === undefined ? [] : [{ place: `${path}:${line}`, source, flags }];
  });
}
/** What recheck said of an expression: `safe`, or how its time grows. */
type Answer = string;
type Answers = Record<string, Answer>;

const FILE = join(ROOT, 'scripts/regexes.json');
const keyOf = ({ source, flags }: Expression) => `/${source}/${flags}`;

/** Milliseconds for one expression. */
const MAX_MS = 5000;

async function answerOf({ source, flags }: Expression): Promise<Answer> {
  const said = await check(source, flags, { timeout: MAX_MS });
  if (said.status === 'vulnerable') return said.complexity.summary.replace(' (fuzz)', '');
  return said.status === 'safe' ? 'safe' : 'took too long';
}

async function main(isRecording: boolean): Promise<void> {
  const known: Answers = JSON.parse(readFileSync(FILE, 'utf8'));
  const now: Answers = {};
  for (const one of sources()
    .filter(([path]) => /^src\/(?:engine|content)\//.test(path))
    .flatMap(([path, text]) => literalsIn(path, text))) {
    const answer = known[keyOf(one)] ?? now[keyOf(one)] ?? (await answerOf(one));
    now[keyOf(one)] = answer;
    const isNew = !(keyOf(one) in known);
    if (isNew && isRecording) console.log(`${one.place}: ${answer}: ${keyOf(one)}`);
    if (answer === 'exponential' || (isNew && !isRecording && answer !== 'safe')) {
      console.error(`${one.place}: the time for ${keyOf(one)} grows: ${answer}`);
      process.exitCode = 1;
    }
  }
  if (isRecording) writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(Object.entries(now).sort()), null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.includes('--write'));
