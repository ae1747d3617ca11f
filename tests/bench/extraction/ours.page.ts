/** Runs in the page: what the engine takes for the article. */
import { analyze } from '../../../src/engine/analyse.ts';
import { readDetails } from '../../../src/engine/details.ts';
import { articleText } from '../../../src/engine/text.ts';
import { NOTHING, type Reading } from './reading.ts';

export function measure(url: string): Reading {
  const analysis = analyze(document, url);
  const { article } = analysis;
  if (!article) return NOTHING;
  const { byline, published } = readDetails(analysis);
  const { headline, language, standfirst } = article;
  return { text: articleText(analysis), standfirst: standfirst?.text ?? null, headline, byline, published, language };
}
