import type { ComponentChildren } from 'preact';
import { type Key, t } from '../locales/t.ts';

/** A private-use character, which no message holds. */
const HOLE = '\uE000';

interface RichProps {
  readonly message: Key;
  /** Stands for `$2`. */
  readonly also?: string;
  readonly children: ComponentChildren;
}

/** A full stop or an ending right behind the element: no line begins with it. */
const BEHIND = /^\S{1,2}(?!\S)/;

/** A message whose `$1` is an element: the sentence stays one for translators. */
export function Rich({ message, also = '', children }: RichProps) {
  const [before, after] = t(message, HOLE, also).split(HOLE);
  if (after === undefined) return before;
  const [behind = ''] = BEHIND.exec(after) ?? [];
  return (
    <>
      {before}
      <span class="kept">
        {children}
        {behind}
      </span>
      {after.slice(behind.length)}
    </>
  );
}
