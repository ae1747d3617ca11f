import { readPage } from '../../../src/engine/blocks.ts';

/** The page's Blocks, a line each. */
export const linesOf = (document: Document, url: string): string =>
  readPage(document, url)
    .blocks.map(({ text }) => text)
    .join('\n');

/** Markup as text, Block by Block as ours is: run together, the last word of one and the first of the next are lost. */
export const markupText = (markup: string | null | undefined, url: string): string =>
  linesOf(new DOMParser().parseFromString(markup ?? '', 'text/html'), url);
