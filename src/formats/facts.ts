import { type ClockReading, formatDate, isoDate } from '../templates/date-format.ts';
import type { FillBlank, TemplateBlank } from '../templates/pieces.ts';
import { type Fact, type MadeVariable, VARIABLES } from '../templates/variables.ts';
import type { ExportedArticle } from './exported-article.ts';
import { localReading, publishedReading, safeHost } from './fit-to-show.ts';

type Known = Partial<ExportedArticle>;

/** What a template's blanks stand for. Dates stand as the page gives them. */
const FACTS: Readonly<Record<Fact, (copy: Known) => string | null | undefined>> = {
  title: ({ headline }) => headline,
  author: ({ byline }) => byline,
  publisher: ({ publisher }) => publisher,
  site: ({ page }) => page && safeHost(page),
  url: ({ page }) => page?.href,
  original: ({ original }) => original?.href,
  source: ({ source }) => source?.href,
  copied_from: ({ page, source }) => (page?.href === source?.href ? null : page?.href),
  date: ({ copied }) => copied && isoDate({ ...localReading(copied), precision: 'day' }),
  published: ({ published }) => published,
  language: ({ language }) => language,
  summary: ({ summary }) => summary,
  verdict: ({ verdict }) => verdict,
};

function readingOf(variable: Fact, { copied, published }: Known): ClockReading | null {
  if (variable === 'date') return copied ? localReading(copied) : null;
  return published ? publishedReading(published) : null;
}

/** What stands for a fact, as it is. What is no date stands as it is, whatever the format. */
function factOf(copy: Known, variable: Fact, format: TemplateBlank['format']): string {
  const reading = format && readingOf(variable, copy);
  return reading ? formatDate(reading, format, copy.readerLanguage ?? 'en') : (FACTS[variable](copy) ?? '');
}

const isFact = (variable: TemplateBlank['variable']): variable is Fact => VARIABLES[variable] !== 'made';

/** Fills blanks with facts alone. */
export const factsOf =
  (copy: Known): FillBlank =>
  ({ variable, format }) =>
    isFact(variable) ? factOf(copy, variable, format) : '';

/** How a format writes what stands in its blanks. */
export interface BlankWriter {
  /** Words on one line. */
  readonly words: (text: string) => string;
  readonly address: (url: string) => string;
  readonly made: Readonly<Record<MadeVariable, string>>;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Fills blanks as a format writes them. */
export const valuesOf =
  (copy: Known, { words, address, made }: BlankWriter): FillBlank =>
  ({ variable, format }) => {
    if (!isFact(variable)) return made[variable as MadeVariable];
    const fact = factOf(copy, variable, format);
    return VARIABLES[variable] === 'address' ? address(fact) : words(oneLine(fact));
  };
