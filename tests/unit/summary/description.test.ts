import { describe, expect, it } from 'vitest';
import { summarizeText } from '../../../src/engine/summary/summarize.ts';
import { article } from './articles.ts';

const describedAs = (description: string, name = 'en-ferry') =>
  summarizeText({ ...article(name), description }).description;

describe('the publisher’s description', () => {
  it('is shown where it is about the article, in an editor’s words', () => {
    for (const [name, description] of [
      ['en-ferry', 'Islanders paid a third of the repairs that bring the Lady Maren and her night crossing back.'],
      ['en-ferry', 'Fishermen fear for the inner quay as the Ormsay ferry sails again'],
      [
        'de-bad',
        'Der Stadtrat von Lindach hat entschieden: Ein Holzbau ersetzt das abgebrannte Hallenbad, der Verein bleibt skeptisch.',
      ],
      ['zh-chaguan', '停业三年的老茶馆修缮之后，将变成一间开到天亮的图书室。'],
      ['ja-ekisha', '取り壊しが決まっていた木造の駅舎を有志が借り受け、パンを焼く店にした。'],
      ['ar-maktaba', 'قارب قديم يحمل الكتب من جديد إلى أطفال القرى، بفضل طلاب جمعوا نصف كلفة الإصلاح.'],
    ] as const)
      expect(describedAs(description, name)).toBe(description);
  });

  it('folds its white space', () => {
    expect(describedAs('  Fishermen fear for the\n inner quay as the Ormsay ferry sails again. ')).toBe(
      'Fishermen fear for the inner quay as the Ormsay ferry sails again.',
    );
  });

  it('is none where it is a slogan of the site', () => {
    for (const slogan of [
      'Breaking news, sport, weather and opinion from the north and around the world.',
      'The Northern Gazette brings you trusted local journalism every day.',
      'Read the latest stories and subscribe for unlimited access today.',
    ])
      expect(describedAs(slogan)).toBeNull();
  });

  it('is none where it was cut', () => {
    for (const cut of [
      'Islanders paid a third of the repairs that bring the Lady Maren back to the harbour of Kelder…',
      'Islanders paid a third of the repairs that bring the Lady Maren back to the harbour [...]',
      'Islanders paid a third of the repairs that bring the Lady Maren and her night crossing back to Kelder, the harbour boa',
    ])
      expect(describedAs(cut)).toBeNull();
  });

  it('is none where it says the article’s beginning or the gist again', () => {
    const { paragraphs, headline } = article('en-ferry');
    const [first = ''] = summarizeText(article('en-ferry')).gist;
    for (const again of [
      first,
      `KELDER (Northern Wire) — ${first}`,
      paragraphs[1] as string,
      `${headline}.`,
      first.slice(0, 100),
    ])
      expect(describedAs(again)).toBeNull();
  });

  it('is none where it holds what no editor writes', () => {
    for (const litter of [
      '[ad_1] Islanders paid a third of the repairs that bring the Lady Maren back.',
      'Islanders paid a third of the repairs that bring the Lady Maren back to %%sitename%%.',
      'Islanders paid a third of the repairs, <b>Lady Maren</b> is back in Kelder.',
      'Islanders&#039; money paid a third of the repairs of the Lady Maren in Kelder.',
    ])
      expect(describedAs(litter)).toBeNull();
  });

  it('is none where there is next to nothing', () => {
    for (const little of ['', '   ', 'Ormsay ferry', 'Kelder.']) expect(describedAs(little)).toBeNull();
  });
});
