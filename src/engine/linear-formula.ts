import { smallFigures } from './small-figures.ts';
import type { MathTree } from './types.ts';

/** Set between its parts, and drawn by nothing. */
const INVISIBLE = /[\u2061-\u2064]/g;
const IS_ONE = /^(?:[\p{L}\p{M}]|[\d.,]+)$/u;

const inBrackets = (text: string): string => (IS_ONE.test(text) ? text : `(${text})`);
const raised = (text: string): string => smallFigures(text, 'sup') ?? `^${inBrackets(text)}`;
const lowered = (text: string): string => smallFigures(text, 'sub') ?? `_${inBrackets(text)}`;

type LineWriter = (parts: readonly string[]) => string;
const WRITERS: Readonly<Partial<Record<string, LineWriter>>> = {
  msup: ([base = '', up = '']) => base + raised(up),
  msub: ([base = '', down = '']) => base + lowered(down),
  msubsup: ([base = '', down = '', up = '']) => base + lowered(down) + raised(up),
  mfrac: ([over = '', under = '']) => `${inBrackets(over)}/${inBrackets(under)}`,
  msqrt: (parts) => `√${inBrackets(parts.join(''))}`,
  mroot: ([inside = '', root = '']) => `${smallFigures(root, 'sup') ?? root}√${inBrackets(inside)}`,
  mtr: (parts) => parts.join(' '),
  mtable: (parts) => parts.join('; '),
  mphantom: () => '',
};

/** A formula in one line, as one would type it. */
export function linear({ tag, children }: MathTree): string {
  const parts = children.map((child) => (typeof child === 'string' ? child.replace(INVISIBLE, '') : linear(child)));
  return WRITERS[tag]?.(parts) ?? parts.join('');
}
