import type { Block, Box } from './types.ts';

/** The Box is `outer`, or lies inside it. */
export const isWithin = (box: Box, outer: Box): boolean => outer.index <= box.index && box.index < outer.endBox;

/** The Block lies in the Box, however deep. */
export const holdsBlock = ({ first, end }: Pick<Box, 'first' | 'end'>, { index }: Pick<Block, 'index'>): boolean =>
  first <= index && index < end;

/** The smallest Box around both. */
export function commonBox(a: Box, b: Box): Box {
  let box = a;
  while (box.parent && !isWithin(b, box)) box = box.parent;
  return box;
}

/** The Box itself, then each Box around it, from the inside out. */
export function* upwards(box: Box | null): Generator<Box> {
  for (let up = box; up; up = up.parent) yield up;
}

/** The answer of the nearest Box that has one, from the Box itself upwards; `false` where none has. Remembers answers. */
export function memoizeUpwards(answerOf: (box: Box) => boolean | undefined): (box: Box) => boolean {
  const known = new Map<Box, boolean>();
  return (box) => {
    const asked: Box[] = [];
    let answer: boolean | undefined;
    for (const up of upwards(box)) {
      answer = known.get(up) ?? answerOf(up);
      asked.push(up);
      if (answer !== undefined) break;
    }
    for (const one of asked) known.set(one, answer ?? false);
    return answer ?? false;
  };
}
