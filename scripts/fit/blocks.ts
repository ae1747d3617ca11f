/**
 * `npm run fit -- blocks [--shared DIR] [--write]`: fits the likelihood of Blocks to pages with ground truth, prints its
 * coefficients and how it fares on sites that were left out, and with `--write` makes
 * `src/engine/article/likelihood-weights.ts`.
 *
 * A logistic regression with an L2 penalty, by Newton's method (iteratively reweighted least squares). A page's article
 * weighs the same on every page, and the rest of it at most half as much again.
 */
import { writeFileSync } from 'node:fs';
import { FEATURES } from '../../src/engine/article/likelihood.ts';
import { siteOwner } from '../../src/engine/repost/site-owner.ts';
import { f1Of, scoreAll, scorePage, shinglesOf, tokensOf } from '../../tests/bench/extraction/metric.ts';
import { ARTICLE_SETS, type KnownPage, readSet } from '../../tests/bench/extraction/sets.ts';
import { rememberedAnswers } from '../../tests/bench/remembered.ts';
import type { JudgedBlocks } from './blocks.page.ts';

const TABLE = new URL('../../src/engine/article/likelihood-weights.ts', import.meta.url);

/** How much a page of each set weighs: news counts most, and noisy truths less. */
const SET_WEIGHTS: Readonly<Record<string, number>> = {
  extraction: 2,
  'fundus-dev': 2,
  'wcxb-dev': 0.5,
  newspaper4k: 0.5,
};

/** This set's truth leaves out lists, tables and quotations inside the text by convention: they say nothing. */
const LEAVES_OUT: Readonly<Record<string, ReadonlySet<string>>> = {
  'fundus-dev': new Set(['item', 'cell', 'quote', 'code']),
};
const FOLDS = 5;
const PENALTY = 1e-3;
const ROUNDS = 12;
/** A Block is article from these log-odds on. */
const CUT = 0.2;
/** Words of a truth that is shorter count as so many. */
const MIN_TRUTH_WORDS = 150;
/** A single Block weighs no more than this share of a text, to this power. */
const MAX_BLOCK_SHARE = 0.25;
const POWER = 0.75;
const MAX_OTHERS_WEIGHT = 1.5;

interface Example {
  readonly row: readonly number[];
  readonly isArticle: boolean;
  readonly weight: number;
}
interface FitPage {
  readonly set: string;
  readonly fold: number;
  readonly truth: string;
  readonly texts: readonly string[];
  readonly examples: readonly Example[];
}
/** The fold that a page is left out with: the same for all pages of a site. */
export function foldOf(url: string): number {
  let hash = 0;
  for (const letter of siteOwner(new URL(url).hostname)) hash = (hash * 31 + letter.charCodeAt(0)) % 10_007;
  return hash % FOLDS;
}

/** Which Blocks are the article: at least half of their shingles are in its text, each of which counts once. */
function labelsOf({ texts, inRoot }: JudgedBlocks, truth: string): boolean[] {
  const left = shinglesOf(tokensOf(truth));
  const labels = texts.map(() => false);
  const order = [...texts.keys()].sort(
    (a, b) => Number(inRoot[b]) - Number(inRoot[a]) || (texts[b]?.length ?? 0) - (texts[a]?.length ?? 0),
  );
  const words = ` ${tokensOf(truth).join(' ')} `;
  for (const at of order) {
    const tokens = tokensOf(texts[at] ?? '');
    const shingles = [...shinglesOf(tokens).keys()];
    const found = shingles.filter((shingle) => (left.get(shingle) ?? 0) > 0);
    for (const shingle of found) left.set(shingle, (left.get(shingle) ?? 0) - 1);
    // Fewer words than a shingle has must be there as they are.
    const isThere = inRoot[at] && words.includes(` ${shingles[0]} `);
    labels[at] = shingles.length > 0 && (found.length >= shingles.length / 2 || (tokens.length < 4 && !!isThere));
  }
  return labels;
}

function fitPage({ set, url, truth }: KnownPage, blocks: JudgedBlocks): FitPage {
  const labels = labelsOf(blocks, truth);
  const [first, last] = [labels.indexOf(true), labels.lastIndexOf(true)];
  const all = Math.max(MIN_TRUTH_WORDS, tokensOf(truth).length);
  const silent = LEAVES_OUT[set.name];
  const raw = blocks.texts.map((text, at) => {
    const words = tokensOf(text).length;
    if (words === 0 || text === blocks.standfirst) return 0;
    if (!labels[at] && silent?.has(blocks.kinds[at] ?? '') && at > first && at < last) return 0;
    return Math.min((words + 2) / all, MAX_BLOCK_SHARE) ** POWER;
  });
  const sumOf = (isArticle: boolean) =>
    raw.reduce((sum, weight, at) => sum + (labels[at] === isArticle ? weight : 0), 0);
  const own = sumOf(true);
  const others = Math.min(1, (MAX_OTHERS_WEIGHT * own) / (sumOf(false) || 1));
  return {
    set: set.name,
    fold: foldOf(url),
    truth,
    texts: blocks.texts,
    examples: blocks.rows.map((row, at) => ({
      row,
      isArticle: labels[at] === true,
      weight: own > 0 ? ((raw[at] ?? 0) * (SET_WEIGHTS[set.name] ?? 0) * (labels[at] ? 1 : others)) / own : 0,
    })),
  };
}

/** Solves a symmetric positive system of equations by elimination; changes both arguments. */
function solved(matrix: Float64Array[], right: Float64Array): Float64Array {
  const count = right.length;
  const at = (row: number, column: number) => (matrix[row] as Float64Array)[column] as number;
  for (let pivot = 0; pivot < count; pivot++)
    for (let row = pivot + 1; row < count; row++) {
      const factor = at(row, pivot) / at(pivot, pivot);
      if (factor === 0) continue;
      for (let column = pivot; column < count; column++)
        (matrix[row] as Float64Array)[column] = at(row, column) - factor * at(pivot, column);
      right[row] = (right[row] as number) - factor * (right[pivot] as number);
    }
  const answer = new Float64Array(count);
  for (let row = count - 1; row >= 0; row--) {
    let sum = right[row] as number;
    for (let column = row + 1; column < count; column++) sum -= at(row, column) * (answer[column] as number);
    answer[row] = sum / at(row, row);
  }
  return answer;
}

const dot = (row: readonly number[], weights: ArrayLike<number>): number =>
  row.reduce((sum, value, at) => sum + value * (weights[at] as number), 0);

/** The standard deviation of each feature; 1 where it never changes. */
function scalesOf(examples: readonly Example[]): number[] {
  return FEATURES.map((_, at) => {
    const mean = examples.reduce((sum, { row }) => sum + (row[at] as number), 0) / examples.length;
    const variance = examples.reduce((sum, { row }) => sum + ((row[at] as number) - mean) ** 2, 0) / examples.length;
    return Math.sqrt(variance) || 1;
  });
}

/** The coefficients, the first of which is the bias and is not held down. */
function fitted(all: readonly Example[]): number[] {
  const examples = all.filter(({ weight }) => weight > 0);
  const scales = scalesOf(examples);
  const count = FEATURES.length;
  const whole = examples.reduce((sum, { weight }) => sum + weight, 0);
  let weights = new Float64Array(count);
  const rows = examples.map(({ row }) => row.map((value, at) => value / (scales[at] as number)));
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(count);
    const curve = Array.from({ length: count }, () => new Float64Array(count));
    for (const [index, row] of rows.entries()) {
      const { isArticle, weight } = examples[index] as Example;
      const chance = 1 / (1 + Math.exp(-dot(row, weights)));
      const miss = (weight / whole) * (Number(isArticle) - chance);
      const spread = (weight / whole) * chance * (1 - chance);
      for (let i = 0; i < count; i++) {
        const value = row[i] as number;
        if (value === 0) continue;
        slope[i] = (slope[i] as number) + miss * value;
        const line = curve[i] as Float64Array;
        for (let j = 0; j < count; j++) line[j] = (line[j] as number) + spread * value * (row[j] as number);
      }
    }
    for (let i = 1; i < count; i++) {
      slope[i] = (slope[i] as number) - PENALTY * (weights[i] as number);
      (curve[i] as Float64Array)[i] = ((curve[i] as Float64Array)[i] as number) + PENALTY;
    }
    const change = solved(curve, slope);
    weights = weights.map((value, at) => value + (change[at] as number));
  }
  return [...weights].map((value, at) => value / (scales[at] as number));
}

const examplesOf = (pages: readonly FitPage[]) => pages.flatMap(({ examples }) => examples);

/** What the model alone takes for the article. */
const textBy = ({ texts, examples }: FitPage, weights: readonly number[]): string =>
  texts.filter((_, at) => dot(examples[at]?.row ?? [], weights) > CUT).join('\n');

/** By fold: the coefficients that are fitted without its pages. */
const modelsLeftOut = (pages: readonly FitPage[]): number[][] =>
  Array.from({ length: FOLDS }, (_, fold) => fitted(examplesOf(pages.filter((page) => page.fold !== fold))));

function printLeftOut(pages: readonly FitPage[]): void {
  const models = modelsLeftOut(pages);
  for (const name of Object.keys(SET_WEIGHTS)) {
    const scores = pages
      .filter(({ set }) => set === name)
      .map((page) => scorePage(page.truth, textBy(page, models[page.fold] ?? [])));
    const { f1, precision, recall } = scoreAll(scores);
    const worst = scores.filter((score) => f1Of(score) < 0.5).length;
    const figures = [f1, precision, recall].map((figure) => figure.toFixed(4)).join(' ');
    console.log(
      `${name.padEnd(14)} ${scores.length} pages, the model alone on sites left out: ${figures}; F1 < 0.5: ${worst}`,
    );
  }
}

const rounded = (value: number) => Number(value.toFixed(3));

function tableOf(weights: readonly number[]): string {
  const lines = FEATURES.map((name, at) => `  '${name}': ${rounded(weights[at] as number)},`);
  return `import type { Feature } from './likelihood.ts';

/** Coefficients of the likelihood, made by \`npm run fit -- blocks --write\`. */
export const WEIGHTS: Readonly<Record<Feature, number>> = {
${lines.join('\n')}
};
`;
}

async function readFitPages(shared: string): Promise<FitPage[]> {
  const sets = ARTICLE_SETS.filter(({ name }) => name in SET_WEIGHTS);
  const pages = sets.flatMap((set) => readSet(set, shared)).filter(({ truth }) => truth !== '');
  const blocks = await rememberedAnswers<JudgedBlocks>(pages, 'scripts/fit/blocks.page.ts');
  return pages.map((page, at) => fitPage(page, blocks[at] as JudgedBlocks));
}

/** By fold: the source of the table of coefficients, fitted without the sites of that fold. See {@link foldOf}. */
export const tablesLeftOut = async (shared: string): Promise<string[]> =>
  modelsLeftOut(await readFitPages(shared)).map(tableOf);

/** Fits, prints, and writes the table where that is asked for. */
export async function fitBlocks(shared: string, write: boolean): Promise<void> {
  const pages = await readFitPages(shared);
  printLeftOut(pages);
  const examples = examplesOf(pages);
  const weights = fitted(examples);
  const scales = scalesOf(examples);
  console.log('feature                          coefficient  for a standard deviation');
  for (const [at, name] of FEATURES.entries()) {
    const weight = weights[at] as number;
    console.log(
      `${name.padEnd(32)} ${weight.toFixed(3).padStart(11)} ${(weight * (scales[at] as number)).toFixed(2).padStart(9)}`,
    );
  }
  if (write) writeFileSync(TABLE, tableOf(weights));
}
