/** What having met an article before says about where it came from. */
import type { Report } from '../messages.ts';
import { covering } from '../settings/site.ts';
import { siteOfArticle } from './article.ts';
import { isCredibleLead, timeOf } from './earliest-match.ts';
import type { Match } from './memory.ts';

type ReportedVerdict = Report['verdict'];

/** The Signal's id. */
export const MET_BEFORE = 'met-before';

/** Log-odds of the Signal: when the other one's date is earlier, and when one of the two has none. */
const WEIGHTS = { earlier: 2, undated: 1 };

const isSameHouse = (one: string, other: string) =>
  [...covering(one)].includes(other) || [...covering(other)].includes(one);

/**
 * What an article that was met before says: it was there earlier, perhaps, or nothing. What is a copy itself, or is
 * dated later, says nothing; neither does what stands on the same site.
 */
function says(
  { article }: Match,
  page: { readonly site: string; readonly time: number | null },
): keyof typeof WEIGHTS | null {
  if (isSameHouse(siteOfArticle(article), page.site)) return null;
  if (article.verdict === 'repost' || article.verdict === 'likely-repost') return null;
  const time = timeOf(article);
  if (time === null || page.time === null) return 'undated';
  if (time >= page.time) return null;
  return isCredibleLead(time, page.time) ? 'earlier' : 'undated';
}

/**
 * The Verdict with one Signal more where nearly the same article was met on another site before. An article of which
 * nothing else says that it was copied may be a copy then, if it is the later one; nothing is cleaned for that reason.
 */
export function recalled(
  { url, article, verdict }: Pick<Report, 'url' | 'article' | 'verdict'>,
  matches: readonly Match[],
): ReportedVerdict {
  const page = { site: siteOfArticle({ url }), time: article ? timeOf(article) : null };
  const told = matches.map((match) => ({ match, how: says(match, page) }));
  const strongest = told.find(({ how }) => how === 'earlier') ?? told.find(({ how }) => how === 'undated');
  if (!strongest?.how) return verdict;
  const { match, how } = strongest;
  const signal = {
    id: MET_BEFORE,
    quote: match.article.title,
    weight: WEIGHTS[how] * match.shared,
    direction: 'repost' as const,
  };
  const kind = verdict.kind === 'none' && how === 'earlier' ? 'likely-repost' : verdict.kind;
  return { ...verdict, kind, signals: [...verdict.signals, signal] };
}
