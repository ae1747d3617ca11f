/** What unit tests show of small documents only, of large ones: jsdom would take minutes to build them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TARGETS } from '../../../scripts/paths.ts';
import { type Fuzz, startFuzz } from '../../fuzz/fuzz.ts';
import { HUGE } from '../../fuzz/huge.ts';

describe.each(TARGETS)('%s: documents too large', (target) => {
  let fuzz: Fuzz;
  beforeAll(async () => {
    fuzz = await startFuzz(target);
  });
  afterAll(() => fuzz?.close());

  it.each(HUGE.map(({ name, full }) => [full.toLocaleString('en'), name] as const))('%s: %s', async (_, name) => {
    expect(await fuzz.huge(name)).toBeNull();
  });
});
