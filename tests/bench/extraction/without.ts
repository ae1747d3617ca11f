import { rememberedAnswers } from '../remembered.ts';
import type { Table } from '../table.ts';
import { textFor } from './compared.ts';
import { measuresOf, signed } from './measures.ts';
import { namedRules, wantedRules } from './named-rules.ts';
import type { KnownPage } from './sets.ts';
import type { TextsWithout } from './without.page.ts';

/** Less is rounding. */
const NOTHING = 0.00005;

/**
 * What each rule adds on each set: the figure with it minus the figure without it.
 *
 * @param wanted beginnings of the rules' names; `all` for every one
 */
export async function withoutTable(pages: readonly KnownPage[], wanted: readonly string[]): Promise<Table> {
  const starts = wanted.includes('all') ? [''] : wanted;
  const answers = await rememberedAnswers<TextsWithout>(pages, 'tests/bench/extraction/without.page.ts', [
    namedRules,
    wantedRules(starts),
  ]);
  const sets = [...new Set(pages.map(({ set }) => set.name))].flatMap((name) => {
    const places = [...pages.keys()].filter((at) => pages[at]?.set.name === name);
    const own = places.map((at) => pages[at] as KnownPage);
    const texts = (rule: string) =>
      places.map((at) => {
        const { with: all, without } = answers[at] as TextsWithout;
        return textFor(pages[at] as KnownPage, without[rule] ?? all);
      });
    return measuresOf(own).map((measure) => {
      const all = measure.over(texts('')).figure;
      return { title: `${name} ${measure.name}`, adds: (rule: string) => all - measure.over(texts(rule)).figure };
    });
  });
  const changed = new Map<string, number>(answers[0]?.names.map((name) => [name, 0]));
  for (const { without } of answers)
    for (const rule of Object.keys(without)) changed.set(rule, (changed.get(rule) ?? 0) + 1);
  const rows = [...changed].map(([rule, count]) => {
    const added = sets.map(({ adds }) => adds(rule));
    return { rule, count, added, sum: added.reduce((sum, value) => sum + value, 0) };
  });
  const idle = rows.filter(({ count }) => count === 0).map(({ rule }) => `\`${rule}\``);
  return {
    title: 'What each rule adds',
    columns: ['rule', 'pages', ...sets.map(({ title }) => title), 'sum'],
    rows: rows
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.sum - b.sum)
      .map(({ rule, count, added, sum }) => [
        rule,
        count,
        ...added.map((value) => (Math.abs(value) < NOTHING ? '0' : signed(value))),
        signed(sum),
      ]),
    notes: [
      'A rule is what stands at the top of a module of the article stage: a pattern finds nothing while it is left out, nor does a single alternative of it; a table has nothing; a question is answered with no; a limit lets everything pass. Figures with it minus figures without it. Pages: those on which the text is another without it.',
      `Rules without which no text is another: ${idle.join(', ') || 'none'}.`,
    ],
  };
}
