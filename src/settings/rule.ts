/** A rule: one correction that a reader made, as a line of plain text. */

const MAX_RULE_CHARS = 1000;

/** Whether a line can be kept as a rule. */
export function isRule(line: string): boolean {
  return line.length <= MAX_RULE_CHARS && /\S/.test(line) && !/[\n\r\u2028\u2029]/.test(line);
}
