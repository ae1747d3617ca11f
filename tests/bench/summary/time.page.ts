/** Runs in the page: how long a summary of its paragraphs takes. */
import { summarizeText } from '../../../src/engine/summary/summarize.ts';

const RUNS = 31;

/** Milliseconds of each call, the first in a fresh process. */
export function measure(): number[] {
  const paragraphs = [...document.querySelectorAll('p')].map((paragraph) => paragraph.textContent ?? '');
  const told = { paragraphs, headline: document.title, language: 'en', description: document.title };
  return Array.from({ length: RUNS }, () => {
    const start = performance.now();
    summarizeText(told);
    return performance.now() - start;
  });
}
