/** What should stand where a template is wrong: a variable, letters of a date, `name: value`, or a sign. */
export type ExpectedInTemplate = 'variable' | 'date' | 'entry' | '}}' | ']' | '}' | '"' | "'";

/** A template is wrong from `start`, inclusive, to `end`, exclusive. */
export class TemplateSyntaxError extends Error {
  readonly expected: ExpectedInTemplate;
  readonly start: number;
  readonly end: number;

  constructor(expected: ExpectedInTemplate, start: number, end: number) {
    super(`expected ${expected}`);
    this.expected = expected;
    this.start = start;
    this.end = Math.max(start, end);
  }
}
