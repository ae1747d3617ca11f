import { dateText, plainName, safeHost } from '../formats/fit-to-show.ts';
import { type Key, language, plural, t } from '../locales/t.ts';
import { earliest, isCredibleLead, timeOf } from '../memory/earliest-match.ts';
import type { Match } from '../memory/types.ts';
import { ago } from './ago.ts';
import type { Remembered } from './memory-questions.ts';
import { Rich } from './rich-message.tsx';
import type { Session } from './session.ts';
import type { ArticleReport } from './state.ts';

interface MemorySectionProps {
  readonly report: ArticleReport;
  readonly remembered: Remembered;
  readonly session: Session;
}

/** What the reader met before. */
export function MemorySection({ report, remembered: { recollection }, session }: MemorySectionProps) {
  if (!recollection || (recollection.matches.length === 0 && !recollection.trouble)) return null;
  return (
    <section class="memory">
      {recollection.trouble && <p class="note">{t(`memory_${recollection.trouble}`)}</p>}
      {recollection.matches.length > 0 && <Met report={report} matches={recollection.matches} session={session} />}
    </section>
  );
}

/** Copies that are named. */
const MAX_NAMED_COPIES = 3;

interface MetProps {
  readonly report: ArticleReport;
  readonly matches: readonly Match[];
  readonly session: Session;
}

function Met({ report, matches, session }: MetProps) {
  const first = earliest(matches);
  const date = first && isBelieved(report, first) && dateText(first.article.published ?? '', language());
  const shown = matches.slice(0, MAX_NAMED_COPIES);
  const others = matches.length - shown.length;
  return (
    <>
      <ul class="met">
        {shown.map((match) => (
          <li key={match.article.id}>
            <Line match={match} session={session} message="popup_met" when={ago(match.article.met)} />
          </li>
        ))}
      </ul>
      {others > 0 && <p class="note">{plural('popup_more', others)}</p>}
      {first && date && (
        <p>
          <Line match={first} session={session} message="popup_earliest" when={date} again={shown.includes(first)} />
        </p>
      )}
    </>
  );
}

/** The page itself is not dated before any copy of it, nor so long after that one of the dates must be wrong. */
function isBelieved({ article }: ArticleReport, { article: other }: Match): boolean {
  const [own, others] = [timeOf(article), timeOf(other)];
  return own === null || others === null || own === others || isCredibleLead(others, own);
}

interface LineProps {
  readonly match: Match;
  readonly session: Session;
  readonly message: Key;
  readonly when: string;
  /** How much is the same has been said. */
  readonly again?: boolean;
}

/** One sentence, in which the host leads to the article, and how much is the same. */
function Line({ match: { article, shared }, session, message, when, again = false }: LineProps) {
  const percent = new Intl.NumberFormat(language(), { style: 'percent' }).format(Math.floor(20 * shared) / 20);
  return (
    <>
      <Rich message={message} also={when}>
        <button type="button" class="link" title={plainName(article.title)} onClick={() => session.open(article.url)}>
          <bdi dir="ltr">{safeHost(new URL(article.url))}</bdi>
        </button>
      </Rich>
      {!again && <span class="note"> {t('popup_shared', percent)}</span>}
    </>
  );
}
