/** How well copies are known again, and how often something else is taken for one. */
import { rowOf, SketchPack } from '../../../src/sketch/pack.ts';
import { type Sketch, sketchOf } from '../../../src/sketch/sketch.ts';
import { random } from '../summary/random.ts';
import { Author, COPIES, type Copying, type Story, sharing } from './stories.ts';
import { TONGUES, type Tongue } from './tongues.ts';

/** Of each language. Every second event has a site that puts much of its own around its articles. */
const EVENTS = 20;
/** Reports of each event that are remembered. */
const REPORTS = 4;

/** What was asked, and what came. */
export interface Tally {
  asked: number;
  found: number;
  /** Articles that were named and are none that was copied. */
  wrong: number;
}

export interface Outcome {
  readonly language: string;
  readonly remembered: number;
  /** By what was done to the article. */
  readonly copies: ReadonlyMap<string, Tally>;
  /** By what is not a copy. */
  readonly others: ReadonlyMap<string, Tally>;
  /** By the share of the text that is the same, in percent; see {@link sharing}. */
  readonly curve: ReadonlyMap<number, Tally>;
}

/** Closer together where copies begin to be found. */
export const SHARES = [0, 10, 20, 30, 40, 45, 50, 55, 60, 65, 70, 80, 90, 100];

function must(sketch: Sketch | null): Sketch {
  if (!sketch) throw new Error('too short a story');
  return sketch;
}

const lengthOf = (next: () => number) => Math.floor(12 * 5 ** next());

/** One language: remembers reports of events, then meets copies of them and other reports of the same events. */
export function outcomeIn(tongue: Tongue, seed: number, events = EVENTS): Outcome {
  const next = random(seed);
  for (let i = 0; i < 10; i++) next();
  const author = new Author(tongue, next);
  const pack = new SketchPack();
  let remembered = 0;
  const remember = (text: string) => {
    remembered++;
    pack.add(rowOf(remembered, must(sketchOf(text))));
    return remembered;
  };
  const known: { id: number; story: Story; copying: Copying; about: readonly string[] }[] = [];
  const fresh: [kind: string, text: string][] = [];
  for (let i = 0; i < events; i++) {
    const event = author.event();
    const copying: Copying = { author, random: next, header: author.story(3), footer: author.story(4) };
    const framed = (story: Story) => author.text([...copying.header, ...story, ...copying.footer]);
    for (let j = 0; j < REPORTS; j++) {
      const story = author.report(event, lengthOf(next));
      known.push({ id: remember(author.text(story)), story, copying, about: event.words });
    }
    fresh.push(['another report of the same event', author.text(author.report(event, lengthOf(next)))]);
    // Two fifths of such a page, or nearly as much, are the site's own words.
    for (let j = 0; j < REPORTS; j++) remember(framed(author.story(14 + j)));
    fresh.push(['another article between the same header and footer', framed(author.story(16))]);
    fresh.push(['another article', author.text(author.story(lengthOf(next)))]);
  }

  const ask = (tallies: Map<string | number, Tally>, key: string | number, text: string, right: number | null) => {
    const tally = tallies.get(key) ?? { asked: 0, found: 0, wrong: 0 };
    tallies.set(key, tally);
    const hits = pack.like(must(sketchOf(text)));
    tally.asked++;
    tally.found += hits.filter(({ id }) => id === right).length;
    tally.wrong += hits.filter(({ id }) => id !== right).length;
  };
  const copies = new Map<string, Tally>();
  const curve = new Map<number, Tally>();
  const others = new Map<string, Tally>();
  for (const { id, story, copying, about } of known) {
    for (const [kind, copy] of Object.entries(COPIES)) ask(copies, kind, copy(story, copying), id);
    for (const share of SHARES) ask(curve, share, sharing(story, share / 100, copying, about), id);
  }
  for (const [kind, text] of fresh) ask(others, kind, text, null);
  return { language: tongue.language, remembered, copies, others, curve };
}

/** @param most events of each language */
export const outcomes = (most: number): Outcome[] =>
  TONGUES.map((tongue, at) => outcomeIn(tongue, at + 1, Math.min(EVENTS, most)));

export const added = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, { asked, found, wrong }) => ({
      asked: sum.asked + asked,
      found: sum.found + found,
      wrong: sum.wrong + wrong,
    }),
    { asked: 0, found: 0, wrong: 0 },
  );
