import { useMemo, useState } from 'preact/hooks';
import { HostName } from '../host-name.tsx';
import { language, t } from '../locales/t.ts';
import { type RememberedArticle, siteOfArticle } from '../memory/article.ts';
import { daysOf, type Lead, type RememberedCopy } from '../memory/copies.ts';
import { leadName, Section, useForget } from './parts.tsx';
import type { ReadingHistory } from './reading-history.ts';

/** Articles that are drawn at first, and with each "Show more": a browser is slow with thousands. */
const ROWS_AT_A_TIME = 100;

interface ArticlesProps {
  readonly articles: readonly RememberedArticle[];
  readonly copies: readonly RememberedCopy[];
  readonly past: ReadingHistory;
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** Everything that is remembered, by the day on which it was first met. */
export function Articles({ articles, copies, past }: ArticlesProps) {
  const [sought, setSought] = useState('');
  const [rows, setRows] = useState(ROWS_AT_A_TIME);
  const { list, forget } = useForget<HTMLDivElement>(past);
  const leads = useMemo(() => new Map(copies.map(({ article, lead }) => [article.id, lead])), [copies]);
  const searched = useMemo(() => articles.map((article) => folded(`${article.title} ${article.url}`)), [articles]);
  const text = folded(sought.trim());
  const found = useMemo(() => articles.filter((_, at) => searched[at]?.includes(text)), [articles, searched, text]);
  const days = daysOf(found.slice(0, rows));
  const allDays = useMemo(
    () => new Map(daysOf(articles).map(([day, met]) => [day, met.map(({ id }) => id)])),
    [articles],
  );
  const number = new Intl.NumberFormat(language());
  const date = new Intl.DateTimeFormat(language(), { dateStyle: 'full' });

  return (
    <Section title={t('history_all')}>
      <label class="field">
        <span>{t('history_find')}</span>
        <input
          type="search"
          name="find"
          value={sought}
          onInput={({ currentTarget }) => {
            setSought(currentTarget.value);
            setRows(ROWS_AT_A_TIME);
          }}
        />
        <output>{t('options_found', number.format(found.length), number.format(articles.length))}</output>
      </label>
      <div class="days" ref={list}>
        {days.map(([day, met]) => (
          <div key={day}>
            <div class="row">
              <h3 id={`day-${day}`}>{date.format(day)}</h3>
              {text === '' && (
                <button
                  type="button"
                  aria-describedby={`day-${day}`}
                  onClick={({ currentTarget }) => forget(allDays.get(day) ?? [], currentTarget)}
                >
                  {t('history_forget_day')}
                </button>
              )}
            </div>
            <ul class="articles">
              {met.map((article) => (
                <li key={article.id}>
                  <div>
                    <a href={article.url} rel="noreferrer">
                      <bdi lang={article.language}>{article.title || article.url}</bdi>
                    </a>
                    <p class="note">
                      <HostName host={siteOfArticle(article)} />
                      {leads.has(article.id) && <Led lead={leads.get(article.id) ?? null} />}
                    </p>
                  </div>
                  <button
                    type="button"
                    aria-label={t('history_forget_one', article.title || article.url)}
                    onClick={({ currentTarget }) => forget([article.id], currentTarget)}
                  >
                    {t('history_forget')}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {found.length > rows && (
        <button type="button" onClick={() => setRows(rows + ROWS_AT_A_TIME)}>
          {t('options_more')}
        </button>
      )}
    </Section>
  );
}

/** What a copy led to. */
function Led({ lead }: { lead: Lead | null }) {
  if (!lead) return <span class="copy">{t('history_copy')}</span>;
  return (
    <span class="copy">{t(lead.isEarliestMet ? 'history_copy_earliest' : 'history_copy_of', leadName(lead))}</span>
  );
}
