/**
 * Regular expressions that can take very long on some text: part of `npm run check`. What stands in a page decides the
 * text. Each literal in the sources that run in pages, and each expression that the engine puts together of others, is
 * checked with recheck. Exponential time is never right. Where the
 * time grows with a power of the text's length, the text has to be short, or the expression another one: regexes.json says
 * why each of these does no harm, or the check fails. `-- --write` adds what is new. What is in there is not checked again,
 * so that only new expressions cost time.
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
/** Whatever is put together while the engine's modules load. The place is the module that had it loaded first. */
async function composed(paths: readonly string[]): Promise<Expression[]> {
  const made: Expression[] = [];
  const Plain = RegExp;
  let place = '';
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, given) {
      const { source, flags } = Reflect.construct(target, given) as RegExp;
      made.push({ place, source, flags });
      return new Plain(source, flags);
    },
  });
  try {
    for (const path of paths) {
      place = path;
      await import(pathToFileURL(join(ROOT, path)).href);
    }
  } finally {
    globalThis.RegExp = Plain;
  }
  return made;
}

/** What recheck said of an expression: `safe`, or how its time grows and why that does no harm. */
type Answer = 'safe' | { readonly time: string; readonly harmless: string };
type Answers = Record<string, Answer>;

const FILE = join(ROOT, 'scripts/regexes.json');
const keyOf = ({ source, flags }: Expression) => `/${source}/${flags}`;

/** Milliseconds for one expression: a machine may be busy. */
const MAX_MS = 60_000;

async function answerOf({ source, flags }: Expression): Promise<Answer> {
  const said = await check(source, flags, { timeout: MAX_MS });
  if (said.status === 'safe') return 'safe';
  const time = said.status === 'vulnerable' ? said.complexity.summary.replace(' (fuzz)', '') : 'took too long';
  return { time, harmless: '' };
}

async function main(isRecording: boolean): Promise<void> {
  const known: Answers = JSON.parse(readFileSync(FILE, 'utf8'));
  const now: Answers = {};
  const inPages = sources().filter(([path]) => /^src\/(?:engine|content)\//.test(path));
  const literals = inPages.flatMap(([path, text]) => literalsIn(path, text));
  const engine = inPages.map(([path]) => path).filter((path) => path.startsWith('src/engine/'));
  for (const one of [...literals, ...(await composed(engine))]) {
    const answer = known[keyOf(one)] ?? now[keyOf(one)] ?? (await answerOf(one));
    now[keyOf(one)] = answer;
    if (answer === 'safe' || (answer.harmless !== '' && answer.time !== 'exponential')) continue;
    console.error(`${one.place}: the time for ${keyOf(one)} grows: ${answer.time}. Why that does no harm is missing.`);
    process.exitCode = 1;
  }
  if (isRecording) writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(Object.entries(now).sort()), null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.includes('--write'));
