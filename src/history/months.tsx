import { useMemo } from 'preact/hooks';
import { language, t } from '../locales/t.ts';
import type { RememberedArticle } from '../memory/article.ts';
import { monthsOf, type RememberedCopy } from '../memory/copies.ts';
import { Section } from './parts.tsx';

/** Months that are shown. */
const MAX_MONTHS = 24;

/** How many articles were met in each month, and how many of them were copies. */
export function Months({
  articles,
  copies,
}: {
  articles: readonly RememberedArticle[];
  copies: readonly RememberedCopy[];
}) {
  const months = useMemo(() => monthsOf(articles, copies).slice(0, MAX_MONTHS), [articles, copies]);
  const most = Math.max(...months.map(({ articles }) => articles));
  const number = new Intl.NumberFormat(language());
  const name = new Intl.DateTimeFormat(language(), { month: 'long', year: 'numeric' });
  return (
    <Section title={t('history_months')}>
      <table class="months">
        <thead>
          <tr>
            <th scope="col">{t('history_month')}</th>
            <th scope="col" class="number">
              {t('history_articles')}
            </th>
            <th scope="col" class="number">
              {t('history_copies')}
            </th>
            <td class="bars" />
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, articles, copies }) => (
            <tr key={month}>
              <th scope="row">{name.format(month)}</th>
              <td class="number">{number.format(articles)}</td>
              <td class="number">{number.format(copies)}</td>
              <td class="bars">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="articles" width={(100 * articles) / most} height="10" />
                  <rect class="copies" width={(100 * copies) / most} height="10" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
