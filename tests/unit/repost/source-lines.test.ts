import { expect, test } from 'vitest';
import { PACKS } from '../../../src/engine/phrases/packs.ts';
import { LONGEST_PHRASE } from '../../../src/engine/repost/source-lines.ts';

test.each(['source', 'attribution'] as const)('no phrase of %s is longer than what a line is let off for', (topic) => {
  const phrases = Object.values(PACKS).flatMap((pack) => pack[topic]?.split('|') ?? []);
  expect(phrases.length).toBeGreaterThan(100);
  expect(Math.max(...phrases.map((phrase) => phrase.replaceAll('%', '').length))).toBeLessThan(LONGEST_PHRASE);
});
