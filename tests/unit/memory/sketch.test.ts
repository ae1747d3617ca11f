import { describe, expect, it } from 'vitest';
import { rowOf, SketchPack } from '../../../src/sketch/pack.ts';
import { shingleSteps } from '../../../src/sketch/shingles.ts';
import { agreeing, jaccard, type Sketch, sketchOf } from '../../../src/sketch/sketch.ts';
import { Author, COPIES } from '../../bench/memory/stories.ts';
import { TONGUES, type Tongue } from '../../bench/memory/tongues.ts';
import { random } from '../../bench/summary/random.ts';

function shinglesOf(text: string): Set<number> {
  const work = shingleSteps(text);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const tongue = (language: string) => TONGUES.find((one) => one.language === language) as Tongue;

function must(sketch: Sketch | null): Sketch {
  if (!sketch) throw new Error('too short');
  return sketch;
}

const both = (a: ReadonlySet<number>, b: ReadonlySet<number>) => [...a].filter((shingle) => b.has(shingle)).length;

describe('shingles', () => {
  it('are three words, of four characters in Han and kana, of eight in Thai', () => {
    expect(shinglesOf('One two three four five').size).toBe(3);
    expect(shinglesOf('天地玄黄宇宙洪').size).toBe(4);
    expect(shinglesOf('ภาษาไทยดี').size).toBe(2);
  });

  it('do not reach over the end of a sentence or line', () => {
    for (const text of [
      'one two. three four',
      'one two\nthree four',
      '一二。三四',
      'एक दो। तीन चार',
      'ek do۔ teen char',
    ])
      expect(shinglesOf(text).size, text).toBe(0);
  });

  it('are the same however a text is set', () => {
    const plain = shinglesOf('The ferry “Marlow” left on time, said Ms Idris');
    expect(shinglesOf('THE FERRY Marlow LEFT — on time: said Ms. Idris').size).toBeGreaterThan(0);
    expect(both(plain, shinglesOf('the ferry "marlow" left on  time said ms idris'))).toBe(plain.size);
    expect([...shinglesOf('كَتَبَ الوَلَدُ الدَّرسَ')]).toEqual([...shinglesOf('كتب الولد الدرس')]);
  });
});

describe('sketches', () => {
  const author = new Author(tongue('en'), random(5));
  const story = author.story(40);

  it('are 256 bytes, always the same, and there is none of a few words', () => {
    const sketch = must(sketchOf(author.text(story)));
    expect(sketch.bits.byteLength).toBe(256);
    expect(sketchOf(author.text(story))).toEqual(sketch);
    expect(sketchOf('A dozen words do not make an article that could be known again.')).toBeNull();
  });

  it('tell how much two texts have in common, as near as four standard errors', () => {
    for (const kept of [40, 32, 24, 16, 8]) {
      const other = [...story.slice(0, kept), ...author.story(40 - kept)];
      const [a, b] = [author.text(story), author.text(other)];
      const common = both(shinglesOf(a), shinglesOf(b));
      const truth = common / (shinglesOf(a).size + shinglesOf(b).size - common);
      const told = jaccard(agreeing(must(sketchOf(a)).bits, must(sketchOf(b)).bits, 0));
      expect(Math.abs(told - truth), `${kept} of 40`).toBeLessThan(0.085);
    }
  });
});

describe('the pack', () => {
  const author = new Author(tongue('de'), random(11));
  const sketches = Array.from({ length: 200 }, () => must(sketchOf(author.text(author.story(12)))));
  const full = () => {
    const pack = new SketchPack();
    for (const [at, sketch] of sketches.entries()) pack.add(rowOf(at + 1, sketch));
    return pack;
  };

  it('finds what is in it, and forgets what is taken out', () => {
    const pack = full();
    expect(pack.count).toBe(200);
    expect(pack.like(sketches[40] as Sketch)).toEqual([{ id: 41, shared: 1 }]);
    pack.remove(new Set([41, 1, 200, 999]));
    expect(pack.count).toBe(197);
    expect(pack.like(sketches[40] as Sketch)).toEqual([]);
    expect(pack.like(sketches[41] as Sketch)).toEqual([{ id: 42, shared: 1 }]);
  });

  it.each(TONGUES.map(({ language }) => language))(
    'knows every kind of copy again, and nothing else: %s',
    (language) => {
      const next = random(23);
      const writer = new Author(tongue(language), next);
      const event = writer.event();
      const copying = { author: writer, random: next, header: writer.story(3), footer: writer.story(4) };
      const pack = new SketchPack();
      const reports = [1, 2, 3].map(() => writer.report(event, 24));
      for (const [at, report] of reports.entries()) pack.add(rowOf(at + 1, must(sketchOf(writer.text(report)))));
      for (const [kind, copy] of Object.entries(COPIES)) {
        const hits = pack.like(must(sketchOf(copy(reports[1] ?? [], copying))));
        expect(
          hits.map(({ id }) => id),
          kind,
        ).toEqual([2]);
      }
      expect(pack.like(must(sketchOf(writer.text(writer.report(event, 24)))))).toEqual([]);
    },
  );
});
