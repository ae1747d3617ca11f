import { t } from '../locales/t.ts';
import type { Session } from './session.ts';
import type { ArticleReport } from './state.ts';

/** What it says, in its own words. A sentence that is pressed is shown on the page. */
export function SummarySection({ report, session }: { report: ArticleReport; session: Session }) {
  const { summary, article } = report;
  if (!summary) return null;
  const { description, gist, points } = summary;
  if (!description && gist.length === 0 && points.length === 0) return null;
  const sentence = (text: string) => (
    <button
      type="button"
      class="row"
      title={t('popup_show_sentence')}
      onClick={() => session.show({ type: 'show-sentence', text })}
    >
      {text}
    </button>
  );
  return (
    <section class="summary">
      {gist.length > 0 && (
        <>
          <h2 class="unseen">{t('popup_gist')}</h2>
          <div class="gist" lang={article.language} dir={article.dir}>
            {gist.map(sentence)}
          </div>
        </>
      )}
      {points.length > 0 && (
        <>
          <h2 class="unseen">{t('popup_points')}</h2>
          <ul class="points" lang={article.language} dir={article.dir}>
            {points.map((point) => (
              <li>{sentence(point)}</li>
            ))}
          </ul>
        </>
      )}
      {description && gist.length + points.length === 0 && (
        <>
          <h2>{t('popup_description')}</h2>
          <p class="description" lang={article.language} dir={article.dir}>
            {description}
          </p>
        </>
      )}
    </section>
  );
}
