import { describe, expect, test } from 'vitest';
import { anyLanguageHas, phrases } from '../../src/engine/phrases/index.ts';
import { PACKS } from '../../src/engine/phrases/packs.ts';
import { TOPICS } from '../../src/engine/phrases/types.ts';

describe('phrases', () => {
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

describe('how a phrase is compared', () => {
  const { is, match, begins } = phrases('en');

  test('what fills a wildcard is as it is written, without the marks at the end', () => {
    const text = 'The post “Seagrass” appeared first on Quick Feed.';
    expect(match('feedFooter', text)?.fills).toEqual(['“Seagrass”', 'Quick Feed']);
    expect(match('attribution', 'Originally published on')).toBeNull();
  });

  test.each(['1,204 Comments', '٣ comments', '— 3 comments »'])('%s: any number, case and marks around it', (text) => {
    expect(is('comments', text)).toBe(true);
  });

  test('a text begins with a phrase only where a word ends', () => {
    const found = begins('source', '→ Source: Tallow Herald');
    expect(found).toMatchObject({ start: 2, end: 8 });
    expect(begins('source', 'Sourcebook of the bay')).toBeNull();
    expect(is('source', 'Source: Tallow Herald')).toBe(false);
  });

  test('a phrase anywhere in a text, as whole words or as the beginning of one', () => {
    expect(anyLanguageHas('otherForm', 'Please sign in here')).toBe(true);
    expect(anyLanguageHas('otherForm', 'Donations of any kind')).toBe(true);
    expect(anyLanguageHas('otherForm', 'Design in wood')).toBe(false);
    expect(anyLanguageHas('otherForm', '今すぐ寄付する')).toBe(true);
    expect(anyLanguageHas('barrier', 'Abonnez-vous pour lire la suite')).toBe(true);
    expect(anyLanguageHas('barrier', 'Abonnez-vous à notre newsletter')).toBe(false);
  });
});
