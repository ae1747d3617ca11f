import { webUrl } from '../dom.ts';
import { fold } from '../fold.ts';
import { nameAfter } from '../phrases/named.ts';
import { spansOf } from '../spans.ts';
import type { Context, Found } from './context.ts';
import { isBlank } from './cut.ts';
import type { Kind } from './find.ts';
import type { Line } from './lines.ts';
import { ENDS_SENTENCE } from './tokens.ts';

/** The line that links the original. Only where the original is shown to the reader instead. */
export default { kind: 'source-link', find } satisfies Kind;

const LONGEST = 300;
/** Text beside links that makes a line a paragraph of the article. */
const PARAGRAPH = 90;
/** Words beside the link of a closing line, in whatever language: "This article was first published on …". */
const MOST_BESIDE = 55;
/** The words of a link that stands behind the last sentence. */
const MOST_LINKED = 40;

function find(context: Context): Found[] {
  const { original, lines, isFree, isArticle, verdict, phrases } = context;
  if (!original) return [];
  // On a repost the place says enough: behind the last paragraph a link to the original is the source.
  const last = lines.findLastIndex((line) => isArticle(line.block) && beside(line) > PARAGRAPH);
  return lines.flatMap((line, i) => {
    // Of a heading only the whole: what one links in its words is said there.
    if (!isFree(line) || (line.block.kind === 'heading' && beside(line) > 0)) return [];
    const closes = verdict.kind === 'repost' && i >= last;
    if (line.text.length <= LONGEST && (isSourceLine(context, line) || (closes && isLone(context, line)))) {
      const label = lines[i - 1];
      return [{ lines: label && phrases.is('source', label.text) ? [label, line] : [line] }];
    }
    return cutFromSentence(context, line, closes);
  });
}

const beside = ({ text, linkLength }: Line) => text.length - linkLength;

/** A sentence has ended. */
const STOP = /[.!?…。！？۔؟।॥։]["”»“」』)]?$/;

/** Links to the original, or to it and its author, and hardly anything else. "She told the Herald." is a sentence of the article. */
function isLone(context: Context, line: Line): boolean {
  if (line.links.length === 0 || beside(line) > (STOP.test(line.text) ? 3 : MOST_BESIDE)) return false;
  return line.links.some((link) => isOriginal(context, link)) && context.toOneHouse(line.links);
}

/** The whole line says where the article is from. */
function isSourceLine(context: Context, { links, text }: Line): boolean {
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

/** After the last sentence of a paragraph: the link alone, or in brackets with a word or two. */
const TAIL = /[([（［][^()[\]（）［］]{2,80}[)\]）］]\s*[.。]?$/;

function cutFromSentence(context: Context, line: Line, closes: boolean): Found[] {
  const { phrases } = context;
  const link = line.links.at(-1);
  const last = line.nodes.findLast((node) => !isBlank(node));
  if (!link || !last || !isOriginal(context, link)) return [];
  const said = fold(link.textContent ?? '');
  const saysSo =
    phrases.is('source', said) ||
    phrases.is('continue', said) ||
    (closes && said.length <= MOST_LINKED && !STOP.test(said));
  if (link.contains(last) && saysSo) {
    const before = line.text.slice(0, line.text.length - said.length).trimEnd();
    if (!ENDS_SENTENCE.test(before)) return [];
    return [{ lines: [{ ...line, nodes: line.nodes.filter((node) => link.contains(node)), text: said }] }];
  }
  const tail = TAIL.exec(line.text);
  if (!tail?.[0].includes(said) || !(nameAfter(tail[0], phrases) ?? phrases.match('attribution', tail[0]))) return [];
  return [{ spans: spansOf(line, tail.index, line.text.length) }];
}

function isOriginal({ original, page }: Context, link: Element): boolean {
  if (link === original?.link) return true;
  const to = webUrl(link.getAttribute('href'), page.url);
  const url = original?.url ? new URL(original.url) : null;
  return !!to && !!url && to.host === url.host && to.pathname === url.pathname;
}
