import { type Odds, oddsOf } from '../../src/engine/repost/odds.ts';
import { SIGNAL_RULES } from '../../src/engine/repost/signals/index.ts';
import { type SignalId, START, WEIGHTS } from '../../src/engine/repost/weights.ts';
import type { Label, Labelled } from './labelled.ts';

/** Weights by Signal, and where the two scores start. */
export interface Model {
  readonly weights: ReadonlyMap<string, number>;
  readonly repost: number;
  readonly syndicated: number;
}

/** Pages to learn from: seen Signals, and what they are; `null` where only that they are no reposts is known. */
interface Example {
  readonly signals: readonly string[];
  readonly label: Label | null;
  /** How many pages they count for. */
  readonly weight: number;
}

/** How far a weight may stray from its prior before it costs as much as a page that is misjudged: standard deviation. */
const SPREAD = 1.5;
/** The starts are held more tightly: labelled pages have many more reposts among them than the web. */
const START_SPREAD = 0.5;
/** A fit ends where no weight moves by more than this in a round: the table has one digit. */
const STANDSTILL = 1e-5;
const MOST_ROUNDS = 4000;
const RATE = 0.05;

const START_PRIORS = { repost: START.repost.prior, syndicated: START.syndicated.prior };
const ids = Object.keys(WEIGHTS) as SignalId[];
const directions = new Map(SIGNAL_RULES.map(({ id, direction = 'repost' }) => [id as string, direction]));
const directionOf = (id: string) => directions.get(id) ?? 'repost';

export const oddsFor = (signals: readonly string[], { weights, repost, syndicated }: Model): Odds =>
  oddsOf(
    signals.map((id) => ({ direction: directionOf(id), weight: weights.get(id) ?? 0 })),
    repost,
    syndicated,
  );

/** The table as it stands. */
export const inUse = (): Model => ({
  weights: new Map(Object.entries(WEIGHTS).map(([id, { fitted }]) => [id, fitted])),
  repost: START.repost.fitted,
  syndicated: START.syndicated.fitted,
});

/** Before any page was seen. */
export const priors = (): Model => ({
  weights: new Map(Object.entries(WEIGHTS).map(([id, { prior }]) => [id, prior])),
  ...START_PRIORS,
});

/**
 * Weights that make the labelled pages likeliest, with a normal prior for each: maximum a posteriori of a multinomial
 * logistic model by projected gradient ascent from the priors. No weight turns against its direction or passes its
 * `most`. Deterministic.
 */
export function fitted(pages: readonly Labelled[]): Model {
  const examples = examplesOf(pages);
  let model = priors();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = step(model, examples);
    if (stepBetween(model, next) < STANDSTILL) return next;
    model = next;
  }
  return model;
}

/** The largest change of a weight or a start. */
const stepBetween = (a: Model, b: Model): number =>
  Math.max(
    Math.abs(a.repost - b.repost),
    Math.abs(a.syndicated - b.syndicated),
    ...ids.map((id) => Math.abs((a.weights.get(id) ?? 0) - (b.weights.get(id) ?? 0))),
  );

function step(model: Model, examples: readonly Example[]): Model {
  const slopes = new Map<string, number>();
  let repost = 0;
  let syndicated = 0;
  for (const { signals, label, weight } of examples) {
    const odds = oddsFor(signals, model);
    const copied = weight * ((label === 'repost' ? 1 : 0) - odds.repost);
    const credited = label === null ? 0 : weight * ((label === 'syndicated' ? 1 : 0) - odds.syndicated);
    repost += copied;
    syndicated += credited;
    for (const id of signals) {
      const direction = directionOf(id);
      const slope = direction === 'repost' ? copied : direction === 'against' ? -copied : credited;
      slopes.set(id, (slopes.get(id) ?? 0) + slope);
    }
  }
  const weights = new Map<string, number>();
  for (const id of ids) {
    const { prior, most } = WEIGHTS[id];
    const now = model.weights.get(id) ?? prior;
    const slope = (slopes.get(id) ?? 0) - (now - prior) / SPREAD ** 2;
    weights.set(id, Math.min(most, Math.max(0, now + RATE * slope)));
  }
  const start = (now: number, slope: number, prior: number) => now + RATE * (slope - (now - prior) / START_SPREAD ** 2);
  return {
    weights,
    repost: start(model.repost, repost, START_PRIORS.repost),
    syndicated: start(model.syndicated, syndicated, START_PRIORS.syndicated),
  };
}

/** How many pages the reposts of a set count for together, and how many its other pages, whatever their number. */
const PAGES_IN_SET = { repost: 50, other: 100 };

/**
 * Pages that are articles and of whose label people agree. Those with the same Signals and label are one example. No set
 * drowns another: the reposts of each count for the same, and so do its other pages.
 */
function examplesOf(pages: readonly Labelled[]): Example[] {
  const counted = pages.filter(({ signals, label, ambiguous }) => signals && label !== 'not-article' && !ambiguous);
  const partOf = ({ set, label }: Labelled) => ({ key: `${set} ${label === 'repost'}`, isRepost: label === 'repost' });
  const sizes = new Map<string, number>();
  for (const page of counted) sizes.set(partOf(page).key, (sizes.get(partOf(page).key) ?? 0) + 1);
  const examples = new Map<string, Example>();
  for (const page of counted) {
    const { key, isRepost } = partOf(page);
    const signals = page.signals ?? [];
    const label = page.set === 'publisher' || page.set === 'news' ? null : page.label;
    const name = `${label} ${[...signals].sort().join()}`;
    const share = PAGES_IN_SET[isRepost ? 'repost' : 'other'] / (sizes.get(key) as number);
    examples.set(name, { signals, label, weight: (examples.get(name)?.weight ?? 0) + share });
  }
  return [...examples.values()];
}
