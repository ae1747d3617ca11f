/** Documents as nobody should write them: a few of them, and those that failed once. `long/fuzz.test.ts` has more. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ROOT } from '../../../scripts/paths.ts';
import { type Fuzz, startFuzz } from '../../fuzz/fuzz.ts';

const FIXTURES = join(ROOT, 'tests/fixtures/hostile');
const failedOnce = existsSync(FIXTURES) ? readdirSync(FIXTURES) : [];

describe.each([inject('chromiumFirst')])('%s: documents as nobody should write them', (target) => {
  let fuzz: Fuzz;
  beforeAll(async () => {
    fuzz = await startFuzz(target);
  });
  afterAll(() => fuzz?.close());

  test('a hundred of them', async () => {
    const { failure, articles, littered } = await fuzz.batch(20_261_130, 100);
    expect(failure).toBeNull();
    // They are not all so broken that there would be nothing to find or to hide.
    expect(articles).toBeGreaterThan(10);
    expect(littered).toBeGreaterThan(5);
  });

  test.each(failedOnce)('%s, which failed once', async (name) => {
    expect(await fuzz.one(readFileSync(join(FIXTURES, name), 'utf8'))).toBeNull();
  });
});
