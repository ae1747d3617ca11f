import { formulasIn } from './formulas.ts';
import { partsOf } from './part-maker.ts';
import { isCaptionOfText, picturesOf } from './pictures.ts';
import { bodyWithoutClutter, withoutClutter } from './remaining-text.ts';
import type { Analysis, Part } from './types.ts';

/** The article's text with a line break between Blocks, without its standfirst and the marks of footnotes. */
export const articleText = (analysis: Analysis): string =>
  bodyWithoutClutter(analysis)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n');

/**
 * Standfirst and body without Clutter as plain data, with the article's pictures, to be copied, saved and printed. The
 * standfirst is emphasized. Footnotes that the text refers to stand at the end, wherever they are on the page.
 */
export function articleParts(analysis: Analysis): Part[] {
  const { article, clutter } = analysis;
  if (!article) return [];
  const { standfirst, root } = article;
  const above = withoutClutter(standfirst ? [standfirst] : [], clutter, analysis);
  const captions = withoutClutter(article.captions.filter(isCaptionOfText), clutter, analysis);
  const body = [...bodyWithoutClutter(analysis), ...captions].sort((a, b) => a.block.index - b.block.index);
  return partsOf([...above, ...body], {
    reader: analysis,
    hidden: clutter,
    formulas: formulasIn(root.element),
    pictures: picturesOf(analysis),
    standfirst,
    edge: root,
  });
}
