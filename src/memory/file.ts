/** The memory as a file, to be kept or taken to another device: JSON, with a version. */
import * as v from 'valibot';
import { articleSchema } from './article.ts';
import type { MemoryEntry } from './memory.ts';
import { sketchSchema } from './parse.ts';

const FORMAT = 'clean-copy-memory';
const VERSION = 1;

const fileSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  articles: v.array(v.object({ ...articleSchema.entries, sketch: sketchSchema })),
});

/** What is wrong with a file, and where in it. */
export class BadFile extends Error {
  /** Such as `articles/12/url`; a file that is no JSON is wrong at its beginning. */
  readonly at: string;

  constructor(at: string, message: string) {
    super(message);
    this.at = at;
  }
}

export function asFile(entries: readonly MemoryEntry[]): string {
  const articles = entries.map(({ article, sketch: { size, bits } }) => ({
    ...article,
    sketch: { size, bits: [...bits] },
  }));
  return JSON.stringify({ format: FORMAT, version: VERSION, articles });
}

/** @throws {BadFile} All of it is good, or nothing is taken. */
export function fromFile(text: string): MemoryEntry[] {
  const result = v.safeParse(fileSchema, json(text));
  if (!result.success) {
    const [issue] = result.issues;
    throw new BadFile(issue.path?.map(({ key }) => String(key)).join('/') ?? '/', issue.message);
  }
  return result.output.articles.map(({ sketch, ...article }) => ({ article, sketch }));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadFile('/', (error as Error).message);
  }
}
