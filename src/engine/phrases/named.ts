import type { Phrases } from './index.ts';

const INTRODUCED = /^([^:：|]{2,30})[:：|]\s*(.{2,200})$/;

/** A longer text is no such line, and does not match. */
const MAX_TEXT_CHARS = 300;

/** The name in "Source: NAME", in the languages of the phrases; `null` where the text is something else. */
export function nameAfter(text: string, phrases: Phrases): string | null {
  const [, word, name] = INTRODUCED.exec(text.slice(0, MAX_TEXT_CHARS).replace(/^[\s(（[【]+/, '')) ?? [];
  return word && name && phrases.is('source', word) ? trimmed(name) : null;
}

/** Takes spaces, full stops and closing brackets off the end. */
export const trimmed = (name: string): string => name.replace(/(?<![\s.。)）\]】])[\s.。)）\]】]+$/, '');
