/** How much is read to cut a text into sentences: counted, where how long it takes is for `npm run bench -- summary`. */
import { expect, it, vi } from 'vitest';
import { sentencesOf } from '../../src/engine/summary/sentences.ts';

type Reads = Record<string, (text: string, ...rest: unknown[]) => unknown>;

/** Counts the characters that the functions which read text are handed. */
const counting = vi.hoisted(() => ({
  characters: 0,
  async in(module: Promise<unknown>, name: string) {
    const reads = (await module) as Reads;
    const counted: Reads[string] = (text, ...rest) => {
      counting.characters += text.length;
      return reads[name]?.(text, ...rest);
    };
    return { ...reads, [name]: counted };
  },
}));
vi.mock('../../src/engine/summary/quotations.ts', (original) => counting.in(original(), 'marksIn'));
vi.mock('../../src/engine/summary/words.ts', (original) => counting.in(original(), 'wordsOf'));

it.each(['(', 'Mr. ', '“A b. ', '1. ', '"', '「あ。', 'ก '])(
  'reads each character as often in a long text as in a short one: “%s” over and over',
  (unit) => {
    const [short, long] = [1000, 4000].map((times) => {
      counting.characters = 0;
      expect(sentencesOf(unit.repeat(times), 'en').length).toBeGreaterThan(0);
      return counting.characters / times;
    });
    expect(short).toBeGreaterThan(0);
    expect(long).toBeCloseTo(short as number, 1);
  },
);
