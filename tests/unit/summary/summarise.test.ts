import { describe, expect, it } from 'vitest';
import { dependsOnPrevious } from '../../../src/engine/summary/openings.ts';
import { summarizeText } from '../../../src/engine/summary/summarize.ts';
import { article, articles } from './articles.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
const countWords = (text: string) => [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
const base = (language: string) => language.split('-')[0] as string;

describe('the fixtures', () => {
  it('are twenty articles or more in ten languages', () => {
    expect(articles.length).toBeGreaterThanOrEqual(20);
    expect(new Set(articles.map(({ language }) => language)).size).toBeGreaterThanOrEqual(10);
  });

  for (const told of articles)
    describe(told.name, () => {
      const { gist, points } = summarizeText(told);
      const all = [...gist, ...points];

      it('has a gist of one or two sentences, together at most 60 words', () => {
        expect([1, 2]).toContain(gist.length);
        expect(countWords(gist.join(' '))).toBeLessThanOrEqual(60);
      });

      it('is word for word from one paragraph each, in order', () => {
        for (const list of [gist, points]) {
          const places = list.map((sentence) => told.paragraphs.join('\n').indexOf(sentence));
          expect(places.every((place) => place >= 0)).toBe(true);
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
        for (const sentence of all) expect(told.paragraphs.some((text) => text.includes(sentence))).toBe(true);
      });

      it('repeats nothing and leaves no half sentence', () => {
        expect(new Set([told.headline, ...all]).size).toBe(all.length + 1);
        for (const sentence of all) expect(sentence).toMatch(/[.!?。！？।؟]["”»」]?$/u);
      });

      it('begins no point with a word that leans on what is not shown', () => {
        for (const point of points) expect(dependsOnPrevious(point, base(told.language))).toBe(false);
      });

      it('shows nothing that is not the article', () => {
        expect(all.join(' ')).not.toMatch(/Read more|Lesen Sie|À lire|Northern Wire|nwd|وكالة|ОЗЁРСК|p\.m\.? –/);
      });
    });
});

describe('the gist', () => {
  it('tells what a headline announces when the lead only sets a scene', () => {
    expect(summarizeText(article('en-scene')).gist.join(' ')).toContain('will leave the workshops');
  });

  it('leaves a dateline off the sentence it stands before', () => {
    expect(summarizeText(article('en-ferry')).gist[0]).toMatch(/^The night ferry/);
    expect(summarizeText(article('ru-tramvaj')).gist[0]).toMatch(/^В Озёрске в понедельник/);
    expect(summarizeText(article('ar-maktaba')).gist[0]).toMatch(/^عادت المكتبة/);
  });

  it('is made of a live blog’s first words, not of its clock', () => {
    expect(summarizeText(article('en-live')).gist[0]).toMatch(/^Storm Berit has closed/);
  });

  it('works without a headline', () => {
    for (const told of articles) {
      const { gist } = summarizeText({ ...told, headline: null });
      expect(gist.length).toBeGreaterThan(0);
    }
  });

  it('does not repeat the headline while another sentence is there', () => {
    const headline = 'The bridge at Orrin will stay closed until May';
    const paragraphs = [
      'The bridge at Orrin will stay closed until May.',
      'Divers found cracks in the second pillar on Monday, the county said.',
    ];
    const told = { headline, paragraphs, language: 'en', description: null };
    expect(summarizeText(told).gist).toEqual([paragraphs[1]]);
    expect(summarizeText({ ...told, paragraphs: paragraphs.slice(0, 1) }).gist).toEqual([paragraphs[0]]);
  });

  it('takes another first sentence than one whose pronoun nobody explains', () => {
    const { gist } = summarizeText({
      headline: 'Orrin bridge closed after divers find cracks',
      paragraphs: [
        'This comes a week after the last inspection.',
        'Divers found cracks in the second pillar of the Orrin bridge on Monday and closed it.',
        'He said so.',
      ],
      language: 'en',
      description: null,
    });
    expect(gist).toEqual(['Divers found cracks in the second pillar of the Orrin bridge on Monday and closed it.']);
  });

  it('is empty where there is no sentence', () => {
    for (const paragraphs of [[], [''], ['…'], ['Photo: Wire']]) {
      const summary = summarizeText({
        headline: 'A headline of some words',
        paragraphs,
        language: 'en',
        description: null,
      });
      expect(summary).toEqual({ description: null, gist: [], points: [] });
    }
  });

  it('never holds a sentence that alone has more than 60 words', () => {
    const long = `${'Many words stand here one after the other without any end '.repeat(9)}.`;
    const told = { headline: null, language: 'en', description: null };
    expect(summarizeText({ ...told, paragraphs: [long, 'A short one tells it all.'] }).gist).toEqual([
      'A short one tells it all.',
    ]);
    expect(summarizeText({ ...told, paragraphs: [long] }).gist).toEqual([]);
  });
});

describe('the points', () => {
  it('are none for a short note', () => {
    const [first = ''] = article('en-ferry').paragraphs;
    expect(summarizeText({ ...article('en-ferry'), paragraphs: [first] }).points).toEqual([]);
  });

  it('are at most five, however long the article', () => {
    const paragraphs = articles.filter(({ language }) => language === 'en').flatMap((told) => told.paragraphs);
    expect(summarizeText({ ...article('en-ferry'), paragraphs }).points).toHaveLength(5);
  });

  it('are no questions, no addresses and no words of an unnamed person', () => {
    const filler = articles.filter(({ language }) => language === 'en').flatMap((told) => told.paragraphs);
    const banned = [
      'Does Ormsay need Kelder, Norway, Dunmere and Polwen in 2027, 2028 and 2029?',
      'Write to Ruth Alder of Ormsay at news@ormsay.example about Kelder, Norway and the 1998 ship.',
      '“Ormsay, Kelder, Norway, Dunmere and Polwen all count for 2027,” she said.',
      'But Ormsay, Kelder, Norway, Dunmere and Polwen agreed on 2028, 2029 and 2030.',
    ];
    const { points } = summarizeText({ ...article('en-ferry'), paragraphs: [...filler, ...banned] });
    for (const sentence of banned) expect(points).not.toContain(sentence);
  });

  it('begin with no surname that is not shown, and speak of nobody without a name', () => {
    const filler = articles.filter(({ language }) => language === 'en').flatMap((told) => told.paragraphs);
    const full = 'The crane came from Dunmere with Theo Brandt, who has driven it since 1987.';
    const short = 'Brandt wants Ormsay, Kelder, Polwen and Norway to pay 2,027, 2,028 or 2,029 crowns.';
    const nameless = 'The fare of 2,030 crowns that was paid in 1987, 1988 and 1989 is what she will ask in 2031.';
    const told = { ...article('en-ferry'), paragraphs: [...filler, full, short, nameless] };
    const { points } = summarizeText(told);
    expect(points).not.toContain(short);
    expect(points).not.toContain(nameless);
    expect(summarizeText({ ...told, headline: 'Theo Brandt leaves Ormsay' }).points).toContain(short);
  });

  it('begin with no thing taken as known that is not shown', () => {
    const filler = articles.filter(({ language }) => language === 'en').flatMap((told) => told.paragraphs);
    const assumes = 'For the raffle, Ormsay, Kelder, Polwen and Norway will pay 2,027, 2,028 or 2,029 crowns.';
    const told = { ...article('en-ferry'), paragraphs: [...filler, assumes] };
    expect(summarizeText(told).points).not.toContain(assumes);
    expect(summarizeText({ ...told, headline: 'A raffle for the ferry' }).points).toContain(assumes);
  });
});
