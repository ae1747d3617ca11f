import type { Box, Page } from '../types.ts';

/** What Boxes look like to whoever wrote their styles, as numbers: the same number, the same look. 0 for empty Boxes. */
export interface Looks {
  /** By Box index: tag, classes and id, digits aside. */
  readonly full: Uint32Array;
  /** By Box index: tag and first class word. */
  readonly short: Uint32Array;
}

/** The first class word without a digit, else the first one without its digits: generated names have many. */
const firstWordOf = (words: string): string =>
  /(?:^|\s)([^\s\d]+)(?=\s|$)/.exec(words)?.[1] ?? words.trim().replace(/\d+|\s.*/g, '');

/** Boxes of one look have the same tag and the same first class word. */
export const lookOf = ({ tag, words }: Box): string => `${tag}.${firstWordOf(words)}`;

/** The looks of all Boxes with text. */
export function looksOf({ boxes }: Page): Looks {
  const full = new Uint32Array(boxes.length);
  const short = new Uint32Array(boxes.length);
  const known = new Map<string, Map<string, readonly [number, number]>>();
  const ids = new Map<string, number>();
  const idOf = (look: string): number => {
    const id = ids.get(look) ?? ids.size + 1;
    ids.set(look, id);
    return id;
  };
  for (const box of boxes) {
    const { index, tag, words, first, end } = box;
    if (first === end) continue;
    const byTag = known.get(words) ?? new Map<string, readonly [number, number]>();
    known.set(words, byTag);
    const both = byTag.get(tag) ?? [idOf(`${tag} ${words.replace(/\d+/g, '')}`), idOf(lookOf(box))];
    byTag.set(tag, both);
    [full[index], short[index]] = both;
  }
  return { full, short };
}

/**
 * Looks of which several Boxes together hold a good part of the running text in a Box. Their words do not say what they
 * are: a site may call each of its paragraphs "paywall", and a page builder each of its texts "widget".
 * Fixtures: litter-word-on-text, page-builder.
 *
 * @param proseIn running text by Box index
 * @param minShare of the running text of the root that counts as a good part
 * @param maxShareOfOne of the running text of the root that one of them may hold: where one has more, the others may be
 *   what their words say. Fixture: builder-sidebar
 */
export function looksOfText(
  { boxes }: Page,
  looks: Uint32Array,
  root: Box,
  proseIn: Float64Array,
  minShare: number,
  maxShareOfOne = 1,
): ReadonlySet<number> {
  const sums = new Map<number, { prose: number; boxes: number; largest: number }>();
  for (let i = root.index + 1; i < root.endBox; i++) {
    const box = boxes[i] as Box;
    const prose = proseIn[i] as number;
    const look = looks[i] as number;
    if (prose === 0 || (box.parent && looks[box.parent.index] === look)) continue;
    const sum = sums.get(look);
    sums.set(look, {
      prose: prose + (sum?.prose ?? 0),
      boxes: 1 + (sum?.boxes ?? 0),
      largest: Math.max(prose, sum?.largest ?? 0),
    });
  }
  const all = proseIn[root.index] as number;
  const isText = ({ boxes, prose, largest }: { boxes: number; prose: number; largest: number }) =>
    boxes > 1 && prose >= minShare * all && largest <= maxShareOfOne * all;
  return new Set([...sums].filter(([, sum]) => isText(sum)).map(([look]) => look));
}
