import { fold } from '../blocks.ts';
import { webUrl } from '../dom.ts';
import { spansOf } from '../spans.ts';
import type { Context, Found } from './context.ts';
import type { Kind } from './find.ts';
import type { Line } from './lines.ts';

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
  const { original, lines, isFree, isArticle, verdict } = context;
  if (!original) return [];
  // On a repost the place says enough: behind the last paragraph a link to the original is the source.
  const last = lines.findLastIndex((line) => isArticle(line.block) && beside(line) > PARAGRAPH);
  return lines.flatMap((line, i) => {
    if (!isFree(line) || line.block.kind === 'heading') return [];
    const closes = verdict.kind === 'repost' && i >= last;
    if (line.text.length <= LONGEST && (isSourceLine(context, line) || (closes && isLone(context, line))))
      return [{ lines: [line] }];
    return cutFromSentence(context, line, closes);
  });
}

const beside = ({ text, linkLength }: Line) => text.length - linkLength;

/** Links to the original and hardly anything else. */
const isLone = (context: Context, line: Line): boolean =>
  line.links.length > 0 && beside(line) <= MOST_BESIDE && line.links.every((link) => isOriginal(context, link));

/** The whole line says where the article is from. */
function isSourceLine({ phrases, original, page }: Context, line: Line): boolean {
  const named =
    phrases.match('source', line.text) ??
    phrases.match('attribution', line.text) ??
    phrases.match('continue', line.text);
  if (!named) return false;
  if (line.links.some((link) => isOriginal({ page, original }, link))) return true;
  // Without a link only where the name is the original's.
  const publisher = original?.publisher?.toLowerCase();
  return line.links.length === 0 && !!publisher && named.fills.some((fill) => fill.toLowerCase().includes(publisher));
}

/** After the last sentence of a paragraph: the link alone, or in brackets with a word or two. */
const TAIL = /[([（［][^()[\]（）［］]{2,80}[)\]）］]\s*[.。]?$/;
const ENDS_SENTENCE = /[.!?…。！？۔؟।॥։"”»」』)\]]$/;

function cutFromSentence({ page, original, phrases }: Context, line: Line, closes: boolean): Found[] {
  const link = line.links.at(-1);
  const last = line.nodes.findLast((node) => node.data.trim() !== '');
  if (!link || !last || !isOriginal({ page, original }, link)) return [];
  const said = fold(link.textContent ?? '');
  const saysSo = phrases.is('source', said) || phrases.is('continue', said) || (closes && said.length <= MOST_LINKED);
  if (link.contains(last) && saysSo) {
    const before = line.text.slice(0, line.text.length - said.length).trimEnd();
    if (!ENDS_SENTENCE.test(before)) return [];
    return [{ lines: [{ ...line, nodes: line.nodes.filter((node) => link.contains(node)), text: said }] }];
  }
  const tail = TAIL.exec(line.text);
  if (!tail?.[0].includes(said) || !phrases.match('attribution', tail[0])) return [];
  return [{ spans: spansOf(line, tail.index, line.text.length) }];
}

function isOriginal({ original, page }: Pick<Context, 'original' | 'page'>, link: Element): boolean {
  if (link === original?.link) return true;
  const to = webUrl(link.getAttribute('href'), page.url);
  const url = original?.url ? new URL(original.url) : null;
  return !!to && !!url && to.host === url.host && to.pathname === url.pathname;
}
