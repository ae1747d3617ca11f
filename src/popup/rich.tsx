import type { ComponentChildren } from 'preact';
import { type Key, t } from '../locales/t.ts';

/** A private-use character, which no message holds. */
const HOLE = '\uE000';

/** A message whose `$1` is an element: the sentence stays one for translators. */
export function Rich({ message, children }: { message: Key; children: ComponentChildren }) {
  const [before, ...after] = t(message, HOLE).split(HOLE);
  return (
    <>
      {before}
      {after.length > 0 && children}
      {after.join('')}
    </>
  );
}
