/** What is kept of an article that was read: no text. */
import * as v from 'valibot';
import type { VerdictKind } from '../engine/types.ts';
import { type Site, siteOf, toUrl } from '../settings/site.ts';

export const VERDICTS = ['repost', 'likely-repost', 'syndicated', 'none'] as const satisfies readonly VerdictKind[];

const MAX_TEXT_CHARS = 500;
const MAX_URL_CHARS = 4000;

/** An address of the web. */
const urlSchema = v.pipe(
  v.string(),
  v.maxLength(MAX_URL_CHARS),
  v.check((text) => /^https?:$/.test(toUrl(text)?.protocol ?? ''), 'not a web address'),
);

const textSchema = v.pipe(v.string(), v.maxLength(MAX_TEXT_CHARS));

/** What a page says of its article. */
export const metSchema = v.object({
  url: urlSchema,
  title: textSchema,
  /** BCP 47 tag, `und` when unknown. */
  language: v.pipe(v.string(), v.maxLength(35)),
  /** ISO 8601 with the precision and zone that the page gives. */
  published: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}(?:-\d\d){0,2}(?:T.*)?$/), v.maxLength(40))),
  verdict: v.picklist(VERDICTS),
  /** Where the page says that the article came from. */
  original: v.nullable(v.object({ url: v.nullable(urlSchema), publisher: v.nullable(textSchema) })),
});
export type Met = v.InferOutput<typeof metSchema>;

/** The same, as it is remembered. */
export const articleSchema = v.object({
  ...metSchema.entries,
  /** Later ones have higher numbers; none is given twice. */
  id: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** When the reader first came there, ms since 1970. */
  met: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
  /** The earliest dated article of those that were nearly the same when this one was first met. */
  copyOf: v.nullable(v.number()),
});
export type RememberedArticle = v.InferOutput<typeof articleSchema>;

/** The Site of an article. Every address that is kept has one, or is a host that is no proper name. */
export const siteOfArticle = ({ url }: Pick<Met, 'url'>): Site => siteOf(url) ?? new URL(url).hostname;

/** Cut to what is kept. */
export const shortened = (text: string): string => text.slice(0, MAX_TEXT_CHARS);
