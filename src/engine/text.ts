import type { Analysis, Block } from './types.ts';

/** The body without Clutter, in reading order. */
export function bodyWithoutClutter({ article, clutter }: Analysis): { block: Block; text: string }[] {
  if (!article) return [];
  const hidden = clutter.flatMap((piece) => piece.elements);
  return article.body
    .filter((block) => !hidden.some((element) => block.nodes.every((node) => element.contains(node))))
    .map((block) => ({ block, text: block.text }));
}

/** The article's text with a line break between Blocks. */
export const articleText = (analysis: Analysis): string =>
  bodyWithoutClutter(analysis)
    .map(({ text }) => text)
    .join('\n');

/** The article in Markdown, with its headline and a link to the original. */
export const articleMarkdown = (analysis: Analysis): string =>
  [
    analysis.article?.headline && `# ${analysis.article.headline}`,
    ...bodyWithoutClutter(analysis).map(({ text }) => text),
  ]
    .filter(Boolean)
    .join('\n\n');

/** The article as an HTML document, with a link to the original. */
export const articleHtml = (analysis: Analysis): string =>
  `<pre>${articleText(analysis).replaceAll('<', '&lt;')}</pre>`;
