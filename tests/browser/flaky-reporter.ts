import type { Reporter, TestCase } from 'vitest/node';

/** Names the tests that passed only when they were run again, at the end of a run: each is a fault to be found. */
export default class FlakyReporter implements Reporter {
  readonly #flaky: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#flaky.push(`${test.module.relativeModuleId}: ${test.fullName}`);
  }

  onTestRunEnd(): void {
    for (const name of this.#flaky) console.warn(`passed only when it was run again: ${name}`);
  }
}
