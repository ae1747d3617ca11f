import { type BuiltLine, isDeep, type LineOut, type LinkOut, type Scene } from './scene.ts';

const LONGEST = 170;
/** Words beside the link: "This article was first published on …". */
const MOST_BESIDE = 55;
/** What follows the last line is shorter than a paragraph. */
const PARAGRAPH = 90;

/** The last line of the article, where it is little more than a link to an article of another house. */
export function closingLine({ tail, article }: Scene): { line: LineOut; link: LinkOut } | null {
  const { root } = article;
  // A copied body is one nameless box, and what the tool writes stands behind it.
  const { first, end } = (root.words === ' ' && root.parent) || root;
  const inside = tail.filter(({ block }) => block.index >= first && block.index < end);
  const lines = inside.filter(isLone);
  const line = lines.at(-1);
  const link = line?.out[0];
  if (!line || !link) return null;
  // A list of links is not a source.
  if (new Set(lines.map(({ out }) => out[0]?.url?.pathname ?? out[0]?.via)).size > 1) return null;
  const after = inside.slice(inside.indexOf(line) + 1);
  if (after.some(({ text, linkLength }) => text.length - linkLength > PARAGRAPH)) return null;
  return { line, link };
}

/** Whether a line is little more than a link to an article of another house. */
export function isLone({ out, links, text, linkLength, block }: BuiltLine): boolean {
  const [first] = out;
  if (!first || out.length !== links.length || text.length > LONGEST) return false;
  if (text.length - linkLength > MOST_BESIDE) return false;
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return false;
  if (!first.via && !(first.url && isDeep(first.url))) return false;
  return out.every(({ url }) => url?.host === first.url?.host);
}
