/**
 * What only the popup asks for: the Summary, the formats to copy, a sentence to search for. A file of its own, which the
 * popup injects beside the content script when it opens, so that no page load pays for it.
 */
import { readingTime } from '../engine/reading-time.ts';
import { summarise } from '../engine/summary/summarise.ts';
import { tellingSentence } from '../engine/telling.ts';
import { articleHtml, articleMarkdown, articleText } from '../engine/text.ts';
import type { Analysis } from '../engine/types.ts';
import type { ExportFormat } from '../messages.ts';

const formats: Readonly<Record<ExportFormat, (analysis: Analysis) => string>> = {
  text: articleText,
  markdown: articleMarkdown,
  html: articleHtml,
};

const reading = {
  formats,
  summarise,
  tellingSentence,
  time: (analysis: Analysis) => readingTime(articleText(analysis)),
};
export type Reading = typeof reading;

/** In the isolated world, where no page sees it. */
(globalThis as { cleanCopyReading?: Reading }).cleanCopyReading = reading;
