/** Runs in the page: the summary of the page without its own description, which is the reference. */
import { analyze } from '../../../src/engine/analyse.ts';
import { readDetails } from '../../../src/engine/details.ts';
import { paragraphsOf, summarize } from '../../../src/engine/summary/summarize.ts';

/** A page with a description of its own, and what is made of it when that is taken out. */
export interface Described {
  /** The description; `null` where there is none. */
  readonly reference: string | null;
  /** BCP 47 tag, `und` when unknown. */
  readonly language: string;
  readonly gist: readonly string[];
  /** The article's text as found, the standfirst first. */
  readonly found: readonly string[];
}

/** A copy of the page without what gives the answer away: meta elements and JSON-LD. */
function withoutDescriptions(): Document {
  const copy = document.cloneNode(true) as Document;
  for (const meta of copy.querySelectorAll('meta')) if (/description|abstract/i.test(meta.outerHTML)) meta.remove();
  for (const script of copy.querySelectorAll('script[type*="json" i]'))
    script.textContent = (script.textContent ?? '').replace(/("description"\s*:\s*)"(?:[^"\\]|\\.)*"/gi, '$1""');
  return copy;
}

export function measure(url: string): Described {
  const { description } = readDetails(analyze(document, url));
  const analysis = analyze(withoutDescriptions(), url);
  const { article } = analysis;
  const standfirst = article?.standfirst?.text;
  return {
    reference: description,
    language: article?.language ?? 'und',
    gist: summarize(analysis).gist,
    found: article ? [...(standfirst ? [standfirst] : []), ...paragraphsOf(analysis)] : [],
  };
}
