/**
 * Names that say too little: part of `npm run check`. The name of a type stands for one thing in the whole project, and
 * a bound says what it bounds.
 */
import { pathToFileURL } from 'node:url';
import { sources } from './rooms.ts';

const TYPE = /^(?:export )?(?:declare )?(?:abstract )?(?:interface|type|class|enum) (\w+)/;
const BOUND = /^(?:export )?const (LONGEST|SHORTEST|MOST|LEAST|FEWEST|LARGEST|SMALLEST|MAX|MIN)\b/;

/**
 * What is wrong with the names at the top level of some source files.
 * @returns a line for each, `PATH:LINE: what`
 */
export function nameFaults(files: readonly (readonly [path: string, text: string])[]): string[] {
  const declared = new Map<string, string>();
  const faults: string[] = [];
  for (const [path, text] of files)
    for (const [index, line] of text.split('\n').entries()) {
      const place = `${path}:${index + 1}`;
      const type = TYPE.exec(line)?.[1];
      const first = type && declared.get(type);
      if (first) faults.push(`${place}: ${first} has a type ${type}, too`);
      else if (type) declared.set(type, place);
      const bound = BOUND.exec(line)?.[1];
      if (bound) faults.push(`${place}: ${bound} does not say of what; MAX_LABEL_CHARS would`);
    }
  return faults;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const faults = nameFaults(sources());
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}
