import { findFirst, read } from '../dom.ts';
import { inSlices } from '../steps.ts';
import type { Clutter } from '../types.ts';
import { MAX_NODES_BESIDE, VISIBLE_SELECTOR } from './removal.ts';

/** Punctuation such as `* * *`, or nothing. */
const isPunctuation = (text: string): boolean => /^[\p{P}\p{Sm}\p{Sk}\s]*$/u.test(text);

/** Adds to each piece the separators beside it (`<hr>`, `* * *`) that no longer stand between two things. */
export function* withSeparators(pieces: readonly Clutter[]): Generator<undefined, Clutter[]> {
  const hidden = new Set<Node>(pieces.flatMap(({ elements }) => elements));
  const before = new SeparatorSearch('previousSibling', hidden);
  const after = new SeparatorSearch('nextSibling', hidden);
  const all: Clutter[] = [];
  for (const piece of inSlices(pieces)) {
    yield;
    if (!piece) continue;
    const elements = piece.elements.flatMap((element) => {
      const [earlier, later] = [before.from(element), after.from(element)];
      const useless = [
        ...(later.reachesEdge ? earlier.separators : []),
        ...(earlier.reachesEdge || earlier.separators[0] ? later.separators : []),
      ].filter((separator) => !hidden.has(separator));
      for (const separator of useless) hidden.add(separator);
      return [element, ...useless];
    });
    all.push({ ...piece, elements });
  }
  return all;
}

/** Separators on one side of an element up to the next visible thing, and whether there is no such thing. */
interface SeparatorsBeside {
  readonly separators: readonly Element[];
  readonly reachesEdge: boolean;
}

/** Looks for separators on one side. Thousands of hidden elements in a row are gone along once. Test: clutter/growth.test.ts */
class SeparatorSearch {
  readonly #side: 'previousSibling' | 'nextSibling';
  readonly #hidden: ReadonlySet<Node>;
  readonly #known = new Map<Node, SeparatorsBeside>();

  constructor(side: 'previousSibling' | 'nextSibling', hidden: ReadonlySet<Node>) {
    this.#side = side;
    this.#hidden = hidden;
  }

  from(element: Element): SeparatorsBeside {
    const known = this.#known.get(element);
    if (known) return known;
    const separators: Element[] = [];
    const passed: { node: Node; count: number }[] = [{ node: element, count: 0 }];
    const end = (reachesEdge: boolean, more: readonly Element[] = []) => {
      separators.push(...more);
      for (const { node, count } of passed) this.#known.set(node, { separators: separators.slice(count), reachesEdge });
      return this.#known.get(element) as SeparatorsBeside;
    };
    let steps = 0;
    for (let at = read(element, this.#side) as Element | null; at; at = read(at, this.#side) as Element | null) {
      const ahead = this.#known.get(at);
      if (ahead) return end(ahead.reachesEdge, ahead.separators);
      if (++steps > MAX_NODES_BESIDE) return end(false);
      if (this.#hidden.has(at)) {
        passed.push({ node: at, count: separators.length });
        continue;
      }
      const type = read(at, 'nodeType');
      const isElement = type === 1;
      const text = type === 8 ? '' : (read(at, 'textContent') as string).trim();
      const isVisible = isElement ? !isPunctuation(text) || findFirst(at, VISIBLE_SELECTOR) : text;
      if (isVisible) return end(false);
      if (isElement && (text || read(at, 'localName') === 'hr')) separators.push(at);
    }
    return end(true);
  }
}
