/** What is wrong with a line: the name of a message `rule_NAME`, and the place, `start` inclusive and `end` exclusive. */
export class RuleSyntaxError extends Error {
  readonly reason: RuleFaultReason;
  readonly start: number;
  readonly end: number;

  constructor(reason: RuleFaultReason, start: number, end: number) {
    super(reason);
    this.reason = reason;
    this.start = start;
    this.end = Math.max(end, start);
  }
}

export type RuleFaultReason = 'site' | 'verb' | 'piece' | 'label' | 'kind' | 'address' | 'long' | 'more';

/** Reads a line from left to right. */
export class Cursor {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get end(): number {
    return this.#text.length;
  }

  get done(): boolean {
    return this.at >= this.end;
  }

  /** Takes what matches here, and moves on. @param pattern sticky */
  take(pattern: RegExp): RegExpExecArray | null {
    const match = this.#look(pattern);
    if (match) this.at += match[0].length;
    return match;
  }

  sees(pattern: RegExp): boolean {
    return this.#look(pattern) !== null;
  }

  #look(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.#text);
  }
}
