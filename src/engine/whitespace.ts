import { read } from './dom.ts';

/** White space other than a single space: to replace only this is faster than to replace all. */
const UNEVEN = /[^\S ]\s*| \s+/g;

/** Runs of white space become single spaces, and none is left at the ends. */
export const collapseWhitespace = (text: string): string => text.trim().replace(UNEVEN, ' ');

/** A node's text with collapsed white space. Safe for forms. */
export const collapsedText = (node: Node): string => collapseWhitespace(read(node, 'textContent') ?? '');

/** Soft hyphens, which are seen only at the end of a line. */
const SOFT_HYPHENS = /\u00AD/g;
export const withoutSoftHyphens = (text: string): string =>
  text.includes('\u00AD') ? text.replace(SOFT_HYPHENS, '') : text;

/** What is never seen. In scripts that set no spaces, a space without width ends a word, and stays. */
const UNSEEN_SIGNS =
  /[\u00AD\u2060\uFEFF]|(?<![\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}])\u200B/gu;
export const withoutUnseenSigns = (text: string): string => text.replace(UNSEEN_SIGNS, '');
