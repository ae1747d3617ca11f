import { webUrl } from '../dom.ts';
import { charsBesideLinks, type Line, MAX_CHARS_BESIDE_CLOSING_LINK, MIN_PARAGRAPH_CHARS } from '../lines.ts';
import { nameAfter } from '../phrases/named.ts';
import { spansOf } from '../spans.ts';
import { endsInStop } from '../tokens.ts';
import { collapseWhitespace } from '../whitespace.ts';
import { isCopy } from './copy.ts';
import { isBlank } from './removal.ts';
import type { ClutterContext, Found, KindFinder } from './types.ts';

/** The line that links the original. Hidden only because the reader is shown the original instead. */
export default { after: ['feed-footer'], find } satisfies KindFinder;

/** Text beside the link of a line that is a sentence. Fixture: clutter/source-link-edges */
const MAX_CHARS_BESIDE_IN_SENTENCE = 3;
/** The text of a link that stands after the last sentence. */
const MAX_TAIL_LINK_CHARS = 40;

function find(context: ClutterContext): Found[] {
  const { original, lines, isFree, isArticle, phrases } = context;
  if (!original) return [];
  // On a copy a link to the original after the last paragraph is the source, whatever it says.
  const lastParagraph = lines.findLastIndex(
    (line) => isArticle(line.block) && charsBesideLinks(line) > MIN_PARAGRAPH_CHARS,
  );
  return lines.flatMap((line, i) => {
    // A heading goes whole or not at all: a link on some of its words belongs to it.
    if (!isFree(line) || (line.block.kind === 'heading' && charsBesideLinks(line) > 0)) return [];
    const isClosing = isCopy(context) && i >= lastParagraph;
    const isSource = isSourceLine(context, line) || (isClosing && isLoneSourceLink(context, line));
    if (isSource) {
      const label = lines[i - 1];
      return [
        { lines: label && phrases.is('source', label.text) ? [label, line] : [line], reasons: ['wording', 'build'] },
      ];
    }
    return sourceInSentence(context, line, isClosing);
  });
}

/** The end of a sentence. */
const SENTENCE_END = /[.!?…。！？۔؟।॥։]["”»“」』)]?$/;

/**
 * The line links the original, or the original and its author, and has hardly any other text. "She told the Herald." is a
 * sentence of the article.
 */
function isLoneSourceLink(context: ClutterContext, line: Line): boolean {
  const most = SENTENCE_END.test(line.text) ? MAX_CHARS_BESIDE_IN_SENTENCE : MAX_CHARS_BESIDE_CLOSING_LINK;
  if (line.links.length === 0 || charsBesideLinks(line) > most) return false;
  return line.links.some((link) => isOriginal(context, link)) && context.leadToOneHost(line.links);
}

/** The whole line says where the article is from. */
function isSourceLine(context: ClutterContext, { links, text }: Line): boolean {
  const { phrases, original } = context;
  const name = nameAfter(text, phrases);
  const fills = name
    ? [name]
    : (phrases.match('source', text) ?? phrases.match('attribution', text) ?? phrases.match('continue', text))?.fills;
  if (!fills || links.length > 0) return !!fills && links.some((link) => isOriginal(context, link));
  // Without a link only where the name is the original's.
  const publisher = original?.publisher?.toLowerCase();
  return !!publisher && fills.some((fill) => fill.toLowerCase().includes(publisher));
}

/** The source in brackets after the last sentence of a paragraph. */
const BRACKETED_TAIL = /[([（［][^()[\]（）［］]{2,80}[)\]）］]\s*[.。]?$/;

/** The source at the end of a paragraph, after its last sentence: the link alone, or in brackets with a word or two. */
function sourceInSentence(context: ClutterContext, line: Line, isClosing: boolean): Found[] {
  const { phrases } = context;
  const link = line.links.at(-1);
  const last = line.nodes.findLast((node) => !isBlank(node));
  if (!link || !last || !isOriginal(context, link)) return [];
  const linkText = collapseWhitespace(link.textContent ?? '');
  const isLabelled =
    phrases.is('source', linkText) ||
    phrases.is('continue', linkText) ||
    (isClosing && linkText.length <= MAX_TAIL_LINK_CHARS && !SENTENCE_END.test(linkText));
  if (link.contains(last) && isLabelled) {
    const before = line.text.slice(0, line.text.length - linkText.length).trimEnd();
    if (!endsInStop(before)) return [];
    const nodes = line.nodes.filter((node) => link.contains(node));
    return [{ lines: [{ ...line, nodes, text: linkText }], reasons: ['wording', 'build'] }];
  }
  const tail = BRACKETED_TAIL.exec(line.text);
  if (!tail?.[0].includes(linkText) || !(nameAfter(tail[0], phrases) ?? phrases.match('attribution', tail[0])))
    return [];
  return [{ spans: spansOf(line, tail.index, line.text.length), reasons: ['wording', 'build'] }];
}

function isOriginal({ original, page }: ClutterContext, link: Element): boolean {
  if (link === original?.link) return true;
  const target = webUrl(link.getAttribute('href'), page.url);
  const url = original?.url ? new URL(original.url) : null;
  return !!target && !!url && target.host === url.host && target.pathname === url.pathname;
}
