import { describe, expect, test } from 'vitest';
import { hashOf, printedSet, printNames } from '../../src/engine/fingerprint.ts';
import { phrases } from '../../src/engine/phrases/index.ts';
import { PACKS } from '../../src/engine/phrases/packs.ts';
import { TOPICS } from '../../src/engine/phrases/types.ts';

describe('phrases as fingerprints', () => {
  test.each(Object.entries(PACKS))('%s: each phrase is known by its topic', (language, pack) => {
    const known = phrases(language);
    const all = TOPICS.flatMap((topic) => (pack[topic]?.split('|') ?? []).map((phrase) => ({ topic, phrase })));
    const missed = all.filter(
      ({ topic, phrase }) => !known.is(topic, phrase.replaceAll('%', 'some words').replaceAll('#', '12')),
    );
    expect(missed).toEqual([]);
  });

  test('a language has the phrases of another one only where they are English', () => {
    expect(phrases('de').is('source', 'Source link')).toBe(true);
    expect(phrases('de').is('source', 'Lien source')).toBe(false);
    expect(phrases('de').is('share', 'Source link')).toBe(false);
    expect(phrases('xx')).toBe(phrases('en'));
    expect(phrases('de-AT')).toBe(phrases('de'));
  });
});

describe('a printed set', () => {
  const words = (count: number, letter: string) => Array.from({ length: count }, (_, i) => `${letter}${i}`);

  test.each([0, 1, 2, 3, 90, 2000])('of %i names has them, and hardly any other', (count) => {
    const set = printedSet(printNames(words(count, 'a')));
    const has = (word: string) => set.has(hashOf(word));
    expect(words(count, 'a').every(has)).toBe(true);
    expect(words(20_000, 'b').filter(has).length).toBeLessThan(2);
  });
});
