import type { Bench } from './bench.ts';
import { readArticles } from './summary/articles.ts';
import { describedTable } from './summary/described.ts';
import { gistTable, weightTable } from './summary/gists.ts';
import { pointsTable } from './summary/points.ts';
import { timeTables } from './summary/time.ts';

/** The gist against publishers' descriptions, the points against the article's named things, and the time of both. */
export const summary: Bench = {
  name: 'summary',
  async run(options) {
    const described = await describedTable(options);
    const all = described ? [described] : [];
    if (options.sets.length > 0) return all;
    const articles = readArticles(options);
    return [
      ...all,
      gistTable(articles, 'true', 'Gist from the true article'),
      gistTable(articles, 'found', 'Gist from the article as found'),
      weightTable(articles),
      pointsTable(articles),
      ...(await timeTables()),
    ];
  },
};
