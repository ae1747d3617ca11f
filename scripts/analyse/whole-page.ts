import { read } from '../../src/engine/dom.ts';
import { hasRepostSign, NON_CONTENT_TAGS, shouldAnalyze } from '../../src/engine/repost/prefilter.ts';

/**
 * The content script's decision for a page that is there as a whole. The content script sees the texts one by one as they
 * arrive.
 */
export function shouldAnalyzeWholePage(document: Document, url: string): boolean {
  const texts = read(document, 'createTreeWalker').call(document, document, 4);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (!NON_CONTENT_TAGS.has(text.parentElement?.localName ?? '') && hasRepostSign(text as Text)) return true;
  return shouldAnalyze(document, url);
}
