import { chooseGist, WEIGHTS } from '../../../src/engine/summary/gist.ts';
import { countStems } from '../../../src/engine/summary/score.ts';
import { sentencesIn } from '../../../src/engine/summary/summarize.ts';
import { stemsOf } from '../../../src/engine/summary/words.ts';
import type { Table } from '../table.ts';
import type { Told } from './articles.ts';
import { interval, mean, random, shuffled, standardError } from './random.ts';
import { type Rouge, rouge } from './rouge.ts';
import { cutLead, oracle, plainSentences, textRank } from './systems.ts';

type Weights = typeof WEIGHTS;

/** What the weights are chosen from when they are tuned on other pages than they are tried on. */
const CHOICES: { [name in keyof Weights]?: readonly number[] } = {
  decay: [0.6, 0.8, 1],
  scene: [0.3, 0.6, 1],
  headline: [0.6, 0.8, 1],
  words: [15, 20, 25, 30],
};
const FOLDS = 10;
const ROUNDS = 10;

const grid = (): Weights[] =>
  Object.entries(CHOICES).reduce<Weights[]>(
    (list, [name, values]) => list.flatMap((weights) => values.map((value) => ({ ...weights, [name]: value }))),
    [WEIGHTS],
  );

/** Our gist of each article with other weights, and its scores. */
function scorer(articles: readonly Told[], from: 'true' | 'found', headlines: boolean) {
  const prepared = articles.map(({ headline, language, reference, ...article }) => {
    const sentences = sentencesIn({ paragraphs: article[from], language });
    const stems = headlines ? stemsOf(headline ?? '') : new Set<string>();
    return { sentences, stems, counts: countStems(sentences), reference, known: new Map<string, Rouge>() };
  });
  return (weights: Weights): Rouge[] =>
    prepared.map(({ sentences, stems, counts, reference, known }) => {
      const gist = chooseGist(sentences, stems, counts, weights);
      const key = gist.map(({ index }) => index).join();
      const score = known.get(key) ?? rouge(gist.map(({ text }) => text).join(' '), reference);
      known.set(key, score);
      return score;
    });
}

/** Of each weight the value that is best on average over all values of the others: a lone peak on some tens of pages is chance. */
function mainEffects(choices: readonly Weights[], values: readonly number[]): number {
  const matches = Object.entries(CHOICES).map(([key, list]) => {
    const name = key as keyof Weights;
    const average = (value: number) => mean(values.filter((_, i) => choices[i]?.[name] === value));
    const best = list.reduce((a, b) => (average(b) > average(a) ? b : a));
    return (weights: Weights) => weights[name] === best;
  });
  return choices.findIndex((weights) => matches.every((match) => match(weights)));
}

/** Each page scored with the weights that are chosen on nine tenths of the pages without it, the mean of ten rounds. */
function crossValidated(score: (weights: Weights) => Rouge[], pages: number): Rouge[] {
  const choices = grid();
  const tables = choices.map(score);
  const totals: number[][] = Array.from({ length: pages }, () => [0, 0, 0]);
  const next = random(7);
  for (let round = 0; round < ROUNDS; round++) {
    const order = shuffled([...totals.keys()], next);
    for (let fold = 0; fold < FOLDS; fold++) {
      const held = new Set(order.filter((_, i) => i % FOLDS === fold));
      const values = tables.map((table) =>
        table.reduce((sum, [one], page) => (held.has(page) ? sum : sum + (one as number)), 0),
      );
      const best = tables[mainEffects(choices, values)] ?? [];
      for (const page of held)
        totals[page] = totals[page]?.map((sum, i) => sum + (best[page]?.[i] ?? 0) / ROUNDS) ?? [];
    }
  }
  return totals.map(([one = 0, two = 0, longest = 0]) => [one, two, longest]);
}

/** ROUGE of our gist beside plain leads, TextRank and what is possible at all. */
export function gistTable(articles: readonly Told[], from: 'true' | 'found', title: string): Table {
  const text = (article: Told) => article[from].join('\n');
  const plain = new Map(articles.map((article) => [article, plainSentences(text(article))]));
  const scored = (system: (article: Told, sentences: readonly string[]) => string) =>
    articles.map((article) => rouge(system(article, plain.get(article) ?? []), article.reference));
  const lead = (count: number) => scored((_, sentences) => sentences.slice(0, count).join(' '));
  const ours = scorer(articles, from, true);
  const begun = articles.map((article) => ({
    ...article,
    [from]: article.standfirst ? [article.standfirst, ...article[from]] : article[from],
  }));
  const withStandfirst: Record<string, Rouge[]> =
    from === 'true'
      ? {}
      : {
          'lead-1 with the standfirst': begun.map((article) =>
            rouge(plainSentences(text(article))[0] ?? '', article.reference),
          ),
          'our gist with the standfirst': scorer(begun, from, true)(WEIGHTS),
        };
  const systems: Record<string, Rouge[]> = {
    'lead-1': lead(1),
    'lead-2': lead(2),
    'lead-3': lead(3),
    'lead cut at 45 words': scored((article) => cutLead(text(article), 45)),
    TextRank: scored((_, sentences) => textRank(sentences).join(' ')),
    'our gist': ours(WEIGHTS),
    'our gist, cross-validated': crossValidated(ours, articles.length),
    'our gist without a headline': scorer(articles, from, false)(WEIGHTS),
    ...withStandfirst,
    'oracle (two sentences, 60 words)': scored(({ reference }, sentences) => oracle(sentences, reference).join(' ')),
  };
  const ones = (name: string) => (systems[name] as Rouge[]).map(([one]) => one);
  const bestLead = ['lead-1', 'lead-2', 'lead-3'].reduce((a, b) => (mean(ones(b)) > mean(ones(a)) ? b : a));
  const against = (name: string, other: string) => {
    const [low, high] = interval(ones(name).map((value, i) => value - (ones(other)[i] as number)));
    return `${low.toFixed(3)} to ${high.toFixed(3)}`;
  };
  return {
    title: `${title}, ${articles.length} pages`,
    columns: ['system', 'ROUGE-1', '± s.e.', 'ROUGE-2', 'ROUGE-L', `× ${bestLead}`, `− ${bestLead}`, '− 45 words'],
    rows: Object.keys(systems).map((name) => [
      name,
      mean(ones(name)).toFixed(3),
      standardError(ones(name)).toFixed(3),
      ...[1, 2].map((i) => mean((systems[name] as Rouge[]).map((score) => score[i] as number)).toFixed(3)),
      (mean(ones(name)) / mean(ones(bestLead))).toFixed(3),
      against(name, bestLead),
      against(name, 'lead cut at 45 words'),
    ]),
    notes: [
      'Each page’s own description is taken out of the page and is the reference. The last two columns: 95 % of 2,000 paired bootstrap means of the difference in ROUGE-1.',
      `Cross-validated: ${Object.keys(CHOICES).join(', ')} are chosen anew from ${grid().length} combinations for each tenth of the pages, on the other nine tenths; ${ROUNDS} rounds. Of each the value is taken that is best on average over all values of the others, as was done for the weights in the source.`,
      ...(from === 'true'
        ? []
        : [
            `A standfirst was found on ${articles.filter(({ standfirst }) => standfirst).length} pages; often it is the very description that is taken out. A gist takes it in where the page gives no description of its own, and not where it does.`,
          ]),
    ],
  };
}

/** How flat the optimum is: one weight changed at a time. */
export function weightTable(articles: readonly Told[]): Table {
  const ours = scorer(articles, 'true', true);
  const base = ours(WEIGHTS).map(([one]) => one);
  return {
    title: 'Weights of the gist, one changed at a time',
    columns: ['weight', 'ROUGE-1', 'difference', '± s.e.'],
    rows: Object.entries(WEIGHTS).flatMap(([name, value]) =>
      [0, 0.5, 0.75, 1, 1.25, 1.5].map((factor) => {
        const ones = ours({ ...WEIGHTS, [name]: value * factor }).map(([one]) => one);
        const differences = ones.map((one, i) => one - (base[i] as number));
        return [
          `${name} ${(value * factor).toFixed(2)}`,
          mean(ones).toFixed(3),
          mean(differences).toFixed(3),
          standardError(differences).toFixed(3),
        ];
      }),
    ),
  };
}
