import type { Stage } from '../../src/engine/analyse.ts';
import { readDetails } from '../../src/engine/details.ts';
import { readingTime } from '../../src/engine/reading-time.ts';
import { articleParts, articleText } from '../../src/engine/text.ts';
import type { Analysis, Clutter, Summary } from '../../src/engine/types.ts';
import { asMarkdown } from '../../src/formats/markdown.ts';
import en from '../../src/locales/en.json' with { type: 'json' };

/** How long each stage took. */
export type Milliseconds = Record<Stage | 'clutter' | 'summary' | 'total', number>;

/** `html > body > div:nth-child(2) > p:nth-child(1)`: finds exactly this element in the page as it was saved. */
export function selectorOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const siblings = at.parentElement?.children;
    const place =
      siblings && at.localName !== 'body' ? `:nth-child(${Array.prototype.indexOf.call(siblings, at) + 1})` : '';
    steps.unshift(at.localName + place);
  }
  return steps.join(' > ');
}

const reasonOf = ({ kind }: Clutter): string =>
  (en as Record<string, string>)[`reason_${kind.replaceAll('-', '_')}`] ?? kind;

/** A selector list that finds what a piece consists of, or what holds the words that are taken out. */
function placeOf({ elements, spans }: Clutter): string {
  const holders = spans.flatMap(({ node }) => node.parentElement ?? []);
  return [...new Set([...elements, ...holders])].map(selectorOf).join(', ');
}

/** What a reader gets from "Copy as Markdown". */
function markdownOf(analysis: Analysis): string {
  const { article, original } = analysis;
  const source = original?.url ? new URL(original.url) : null;
  const sourceLine = source && en.popup_original_line.replace('$1', () => source.href);
  return asMarkdown({ headline: article?.headline ?? null, parts: articleParts(analysis), source, sourceLine });
}

/** What `npm run analyse` prints of one page. The shape is documented in docs/benchmarks.md and kept. */
export function recordOf(
  { file, url }: { file: string; url: string },
  analysis: Analysis,
  summary: Summary,
  milliseconds: Milliseconds,
): object {
  const { article, verdict, clutter } = analysis;
  const { original, byline, published } = readDetails(analysis);
  const text = articleText(analysis);
  const { words, minutes } = readingTime(text);
  return {
    file,
    url,
    verdict: {
      kind: verdict.kind,
      confidence: verdict.confidence,
      signals: verdict.signals.map(({ id, quote, weight }) => ({ id, quote, weight })),
    },
    original: original && { url: original.url, publisher: original.publisher },
    article: article && {
      headline: article.headline,
      byline,
      published,
      language: article.language,
      dir: article.dir,
      standfirst: article.standfirst?.text ?? null,
      text,
      markdown: markdownOf(analysis),
      words,
      readingMinutes: minutes,
    },
    clutter: clutter.map((piece) => ({
      kind: piece.kind,
      reason: reasonOf(piece),
      text: piece.text,
      selector: placeOf(piece),
    })),
    summary: { description: summary.description, gist: summary.gist, points: summary.points },
    milliseconds,
  };
}
