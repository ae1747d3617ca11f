import { useMemo } from 'preact/hooks';
import { t } from '../locales/t.ts';
import { copiesAmong } from '../memory/copies.ts';
import { Articles } from './articles.tsx';
import { Empty } from './empty.tsx';
import { Keeping } from './keeping.tsx';
import { Months } from './months.tsx';
import type { HistoryView, ReadingHistory } from './reading-history.ts';
import { Sites } from './sites.tsx';

/** Everything on the page; drawn anew whenever something was read, forgotten or taken in. */
export function History({
  view: { settings, articles, trouble, news },
  past,
}: {
  view: HistoryView;
  past: ReadingHistory;
}) {
  const copies = useMemo(() => copiesAmong(articles ?? []), [articles]);
  const isOn = settings.remember === 'on';
  return (
    <main>
      <h1>
        <img src="icons/icon-48.png" alt="" width="32" height="32" />
        {t('history_title')}
      </h1>
      {trouble && (
        <div class="warning row" role="status">
          <p>{t(`memory_${trouble}`)}</p>
          {trouble !== 'unavailable' && (
            <button type="button" onClick={() => past.troubleSeen()}>
              {t('history_dismiss')}
            </button>
          )}
        </div>
      )}
      {!isOn && (
        <p class="note">
          {t('history_off')} <a href="options.html#history">{t('open_options')}</a>
        </p>
      )}
      <p class="news" role="status">
        {news}
      </p>
      {articles?.length === 0 && <Empty />}
      {articles !== null && articles.length > 0 && (
        <>
          <Sites articles={articles} copies={copies} past={past} />
          <Months articles={articles} copies={copies} />
          <Articles articles={articles} copies={copies} past={past} />
        </>
      )}
      {articles !== null && <Keeping count={articles.length} past={past} />}
    </main>
  );
}
