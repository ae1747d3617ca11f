import type { BenchPage } from '../pages.ts';
import { rememberedAnswers } from '../remembered.ts';
import type { Table } from '../table.ts';
import { textFor } from './compared.ts';
import { measuresOf, signed } from './measures.ts';
import { namedRules, wantedRules } from './named-rules.ts';
import { type KnownPage, readFixtures } from './sets.ts';
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
  const ask = (asked: readonly BenchPage[]) =>
    rememberedAnswers<TextsWithout>(asked, 'tests/bench/extraction/without.page.ts', [namedRules, wantedRules(starts)]);
  const answers = await ask(pages);
  const ofFixtures = await ask(readFixtures());
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
  const changedBy = (rule: string, read: readonly TextsWithout[]) =>
    read.filter(({ without }) => rule in without).length;
  const rows = (answers[0]?.names ?? []).map((rule) => {
    const added = sets.map(({ adds }) => adds(rule));
    const [count, fixtures] = [changedBy(rule, answers), changedBy(rule, ofFixtures)];
    return { rule, count, fixtures, added, sum: added.reduce((sum, value) => sum + value, 0) };
  });
  const idle = rows.filter(({ count }) => count === 0).map(({ rule, fixtures }) => `\`${rule}\` (${fixtures})`);
  return {
    title: 'What each rule adds',
    columns: ['rule', 'fixtures', 'pages', ...sets.map(({ title }) => title), 'sum'],
    rows: rows
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.sum - b.sum)
      .map(({ rule, count, fixtures, added, sum }) => [
        rule,
        fixtures,
        count,
        ...added.map((value) => (Math.abs(value) < NOTHING ? '0' : signed(value))),
        signed(sum),
      ]),
    notes: [
      'A rule is what stands at the top of a module of the article stage: a pattern finds nothing while it is left out, nor does a single alternative of it; a table has nothing; a question is answered with no; a limit lets everything pass. Figures with it minus figures without it. Pages, and fixtures of our own: those on which the text is another without it.',
      `Rules without which no page’s text is another, with the number of fixtures: ${idle.join(', ') || 'none'}.`,
    ],
  };
}
