/** Runs in the page: what Readability and Defuddle take for the article. */
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { markupText } from './markup-text.ts';
import { NOTHING, type Other, type Reading } from './reading.ts';

/** What it says, or nothing where it gives up. */
function attempt(read: () => Omit<Reading, 'standfirst'> | null): Reading {
  try {
    return { ...NOTHING, ...read() };
  } catch {
    return NOTHING;
  }
}

const known = (words: string | null | undefined): string | null => words || null;

export const measure = (url: string): Record<Other, Reading> => ({
  readability: attempt(() => {
    const found = new Readability(document.cloneNode(true) as Document).parse();
    return (
      found && {
        text: markupText(found.content, url),
        headline: known(found.title),
        byline: known(found.byline),
        published: known(found.publishedTime),
        language: known(found.lang),
      }
    );
  }),
  defuddle: attempt(() => {
    const { content, title, author, published, language } = new Defuddle(document, { url }).parse();
    return {
      text: markupText(content, url),
      headline: known(title),
      byline: known(author),
      published: known(published),
      language: known(language),
    };
  }),
});
