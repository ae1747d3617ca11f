/** The outcomes as tables. */
import type { Table } from '../table.ts';
import { added, type Outcome, SHARES, type Tally } from './quality.ts';

/** From this share on a copy has to be found. Percent. */
const LEAST = 60;
/** Of the plot. */
const WIDTH = 30;

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
const recall = ({ found, asked }: Tally) => percent(found, asked);
const precision = ({ found, wrong }: Tally) => percent(found, found + wrong);

const named = (outcomes: readonly Outcome[], key: 'copies' | 'others') =>
  [...(outcomes[0]?.[key].keys() ?? [])].map(
    (kind) => [kind, added(outcomes.flatMap((outcome) => outcome[key].get(kind) ?? []))] as const,
  );

/** Copies of each kind, and such as share at least {@link LEAST} with their original. */
const copiesOf = ({ copies, curve }: Outcome) =>
  added([...copies.values(), ...[...curve].filter(([share]) => share >= LEAST).map(([, tally]) => tally)]);

/** Copies, and what is none: whatever is named for the latter is wrong. */
const everything = (outcome: Outcome) => {
  const { asked, found } = copiesOf(outcome);
  return { asked, found, wrong: copiesOf(outcome).wrong + added([...outcome.others.values()]).wrong };
};

const cell = (tally: Tally | undefined) => (tally ? `${recall(tally)}, ${precision(tally)}` : '–');

export function kindTable(outcomes: readonly Outcome[]): Table {
  const kinds = named(outcomes, 'copies');
  return {
    title: 'Copies known again, by language and what was done to them: recall, precision',
    columns: ['language', ...kinds.map(([kind]) => kind)],
    rows: [
      ...outcomes.map(({ language, copies }) => [language, ...kinds.map(([kind]) => cell(copies.get(kind)))]),
      ['all', ...kinds.map(([, tally]) => cell(tally))],
      ['asked', ...kinds.map(([, { asked }]) => asked)],
    ],
  };
}

export function otherTable(outcomes: readonly Outcome[]): Table {
  return {
    title: 'What is no copy',
    columns: ['what', 'asked', 'articles named wrongly'],
    rows: named(outcomes, 'others').map(([kind, { asked, wrong }]) => [kind, asked, wrong]),
  };
}

export function languageTable(outcomes: readonly Outcome[]): Table {
  const all = added(outcomes.map(everything));
  const row = (name: string, remembered: number, tally: Tally) => [
    name,
    remembered,
    tally.asked,
    recall(tally),
    precision(tally),
  ];
  return {
    title: `Copies that share at least ${LEAST} % of their text, by language`,
    columns: ['language', 'remembered', 'copies', 'recall', 'precision'],
    rows: [
      ...outcomes.map((outcome) => row(outcome.language, outcome.remembered, everything(outcome))),
      row(
        'all',
        outcomes.reduce((sum, { remembered }) => sum + remembered, 0),
        all,
      ),
    ],
    notes: ['Precision: of all articles named, also for what is no copy, those that were copied.'],
  };
}

export function curveTable(outcomes: readonly Outcome[]): Table {
  return {
    title: 'Found, by the share of the text that is the same',
    columns: ['share', 'asked', 'found', 'language with fewest', 'with most', 'found of 100'],
    rows: SHARES.map((share) => {
      const tallies = outcomes
        .flatMap(({ language, curve }) =>
          [...curve].flatMap(([at, tally]) => (at === share ? { language, tally } : [])),
        )
        .sort((a, b) => a.tally.found / a.tally.asked - b.tally.found / b.tally.asked);
      const all = added(tallies.map(({ tally }) => tally));
      const ends = [tallies[0], tallies.at(-1)].map((end) => (end ? `${end.language} ${recall(end.tally)}` : '–'));
      const bar = '█'.repeat(Math.round((WIDTH * all.found) / all.asked));
      return [`${share} %`, all.asked, recall(all), ...ends, bar.padEnd(WIDTH, '·')];
    }),
    notes: [
      'Whole sentences until at least the share of the words is the story’s; the other sentences are about the same event.',
    ],
  };
}
