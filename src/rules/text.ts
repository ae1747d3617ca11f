/** Many rules as one text, a line each. */
import { RuleSyntaxError } from './cursor.ts';
import { parseRule } from './parse.ts';
import { printRule } from './print.ts';

/** A line that is no rule. */
export interface RuleFault {
  /** From 0. */
  readonly line: number;
  readonly reason: RuleSyntaxError['reason'];
  /** In the text. UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

export interface RulesText {
  /** As they are kept: rules in the one form that they have, remarks as they are, nothing twice. */
  readonly lines: readonly string[];
  readonly faults: readonly RuleFault[];
}

/** Reads a text of rules; remarks begin with `#`, and lines without anything are left out. */
export function readRules(text: string): RulesText {
  const lines = new Set<string>();
  const faults: RuleFault[] = [];
  let at = 0;
  for (const [line, words] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    try {
      const rule = parseRule(words);
      if (rule) lines.add(printRule(rule));
      else if (words.trim() !== '') lines.add(words.trim());
    } catch (error) {
      if (!(error instanceof RuleSyntaxError)) throw error;
      const { reason, start, end } = error;
      faults.push({ line, reason, start: at + start, end: at + end });
    }
    at += words.length + (text.startsWith('\r\n', at + words.length) ? 2 : 1);
  }
  return { lines: [...lines], faults };
}

export const printRules = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
