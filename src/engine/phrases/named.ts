import type { Phrases } from './index.ts';

const INTRODUCED = /^([^:：|]{2,30})[:：|]\s*(.{2,200})$/;

/** The name in "Source: NAME", whatever the language calls a source. */
export function nameAfter(text: string, phrases: Phrases): string | null {
  const [, word, name] = INTRODUCED.exec(text.replace(/^[\s(（[【]+/, '')) ?? [];
  return word && name && phrases.is('source', word) ? trimmed(name) : null;
}

export const trimmed = (name: string): string => name.replace(/[\s.。)）\]】]+$/, '');
