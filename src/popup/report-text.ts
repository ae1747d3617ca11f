import type { Report } from '../messages.ts';

export interface ReportDetails {
  readonly report: Report;
  readonly version: string;
  /** As the browser calls itself. */
  readonly browser: string;
  /** Of each piece: tags and names, no words of the page. */
  readonly outlines: readonly string[];
  readonly withAddress: boolean;
}

/** The text that a reader can send to those who mend the rules: what was found, and no word of the page. */
export function reportText({ report, version, browser, outlines, withAddress }: ReportDetails): string {
  const { url, verdict, original, article, mode, cleaning, pieces } = report;
  const fromReader = verdict.fromUser ? ' (said by the reader)' : '';
  const lines = [
    `Clean Copy ${version}`,
    browser,
    withAddress && `Page: ${url}`,
    `Mode: ${mode}, ${cleaning}`,
    `Article: ${article ? `${article.language}, ${article.dir}, ${article.words} words` : 'none'}`,
    `Verdict: ${verdict.kind}, ${verdict.confidence.toFixed(2)}${fromReader}`,
    ...verdict.signals.map(({ id, weight, direction }) => `  ${id} ${weight.toFixed(1)} ${direction}`),
    // Where it is from may say which page this is.
    withAddress && original?.url && `Original: ${original.url}`,
    `Pieces: ${pieces.length}`,
    ...outlines,
  ];
  return `${lines.filter((line) => typeof line === 'string').join('\n')}\n`;
}
