import { findFirst, read } from '../dom.ts';
import type { Clutter } from '../types.ts';
import { MOST_STEPS, SHOWN } from './cut.ts';

/** Marks such as `* * *`, or nothing. */
const isMarks = (text: string): boolean => /^[\p{P}\p{Sm}\p{Sk}\s]*$/u.test(text);

/** The pieces, each with the separators beside it that no longer stand between two things. */
export function withSeparators(pieces: readonly Clutter[]): Clutter[] {
  const gone = new Set<Node>(pieces.flatMap(({ elements }) => elements));
  return pieces.map((piece) => ({
    ...piece,
    elements: piece.elements.flatMap((element) => {
      const [before, isFirst] = separators(element, 'previousSibling', gone);
      const [after, isLast] = separators(element, 'nextSibling', gone);
      const lone = [...(isLast ? before : []), ...(isFirst || before[0] ? after : [])];
      for (const separator of lone) gone.add(separator);
      return [element, ...lone];
    }),
  }));
}

/** Separators on one side of an element up to the next thing that is seen, and whether there is none. */
function separators(
  element: Element,
  side: 'previousSibling' | 'nextSibling',
  gone: ReadonlySet<Node>,
): [Element[], boolean] {
  const found: Element[] = [];
  let steps = 0;
  for (let at = read(element, side) as Element | null; at; at = read(at, side) as Element | null) {
    if (++steps > MOST_STEPS) return [found, false];
    if (gone.has(at)) continue;
    const type = read(at, 'nodeType');
    const isElement = type === 1;
    const said = type === 8 ? '' : (read(at, 'textContent') as string).trim();
    if (isElement ? !isMarks(said) || findFirst(at, SHOWN) : said) return [found, false];
    if (isElement && (said || read(at, 'localName') === 'hr')) found.push(at);
  }
  return [found, true];
}
