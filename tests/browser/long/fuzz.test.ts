/** Many documents as nobody should write them. `npm run fuzz` looks at as many as you like. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TARGETS } from '../../../scripts/paths.ts';
import { type Fuzz, startFuzz } from '../../fuzz/fuzz.ts';

describe.each(TARGETS)('%s: documents as nobody should write them', (target) => {
  let fuzz: Fuzz;
  beforeAll(async () => {
    fuzz = await startFuzz(target);
  });
  afterAll(() => fuzz?.close());

  test('a thousand of them', async () => {
    const { failure, articles, littered } = await fuzz.batch(20_261_125, 1000);
    expect(failure).toBeNull();
    // They are not all so broken that there would be nothing to find or to hide.
    expect(articles).toBeGreaterThan(100);
    expect(littered).toBeGreaterThan(50);
  });
});
