import { rememberedAnswers } from '../remembered.ts';
import type { Table } from '../table.ts';
import type { Dispute } from './disagree.page.ts';
import { shinglesOf, tokensOf } from './metric.ts';
import type { KnownPage } from './sets.ts';

const MAX_TEXT_CHARS = 60;

/** At least half of the text is in the truth; `null` where only snippets are known. */
function isInTruth({ truth }: KnownPage, text: string): boolean | null {
  if (truth === '') return null;
  const wanted = shinglesOf(tokensOf(truth));
  const own = [...shinglesOf(tokensOf(text)).keys()];
  return 2 * own.filter((shingle) => wanted.has(shingle)).length >= own.length;
}

/** Where the likelihood and a rule disagree strongly: by rule, and every Block, pages with most of them first. */
export async function disagreeTables(pages: readonly KnownPage[]): Promise<Table[]> {
  const answers = await rememberedAnswers<Dispute[]>(pages, 'tests/bench/extraction/disagree.page.ts');
  const disputes = pages
    .map((page, at) => ({ page, found: answers[at] ?? [] }))
    .sort((a, b) => b.found.length - a.found.length)
    .flatMap(({ page, found }) => found.map((one) => ({ ...one, page, isArticle: isInTruth(page, one.text) })));
  const rules = [...new Set(disputes.map(({ rule }) => rule))].map((rule) => {
    const own = disputes.filter((dispute) => dispute.rule === rule);
    const isTaken = rule === 'body' || rule === 'standfirst';
    const count = (isArticle: boolean) => own.filter((dispute) => dispute.isArticle === isArticle).length;
    return [rule, own.length, count(isTaken), count(!isTaken), new Set(own.map(({ page }) => page)).size] as const;
  });
  return [
    {
      title: 'Where the likelihood and a rule disagree, by rule',
      columns: ['rule', 'Blocks', 'rule right', 'likelihood right', 'pages'],
      rows: rules.sort((a, b) => b[1] - a[1]),
      notes: [
        'Blocks of 60 characters or more that are taken though they are at most 5 % likely to be article, or left out though they are 90 % likely. Right: what the truth says, where it is known.',
      ],
    },
    {
      title: 'Each of them',
      columns: ['page', 'rule', 'likelihood', 'article', 'text'],
      rows: disputes.map(({ page, rule, likelihood, isArticle, text }) => [
        `${page.set.name}/${page.id.slice(0, 40)}`,
        rule,
        likelihood.toFixed(3),
        isArticle === null ? '?' : isArticle ? 'yes' : 'no',
        text.slice(0, MAX_TEXT_CHARS).replaceAll('|', '¦'),
      ]),
    },
  ];
}
