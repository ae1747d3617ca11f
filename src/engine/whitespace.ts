import { read } from './dom.ts';

/** White space other than a single space: to replace only this is faster than to replace all. */
const UNEVEN = /[^\S ]\s*| \s+/g;

/** Runs of white space become single spaces, and none is left at the ends. */
export const collapseWhitespace = (text: string): string => text.trim().replace(UNEVEN, ' ');

/** A node's text with collapsed white space. Safe for forms. */
export const collapsedText = (node: Node): string => collapseWhitespace(read(node, 'textContent') ?? '');
