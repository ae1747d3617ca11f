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

export function kindTable(outcomes: readonly Outcome[]): Table {
  return {
    title: 'Copies known again, by what was done to them',
    columns: ['what was done', 'asked', 'recall', 'precision'],
    rows: named(outcomes, 'copies').map(([kind, tally]) => [kind, tally.asked, recall(tally), precision(tally)]),
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
    columns: ['share', 'found', 'of 100'],
    rows: SHARES.map((share) => {
      const tally = added(outcomes.flatMap(({ curve }) => curve.get(share) ?? []));
      const bar = '█'.repeat(Math.round((WIDTH * tally.found) / tally.asked));
      return [`${share} %`, recall(tally), bar.padEnd(WIDTH, '·')];
    }),
  };
}
