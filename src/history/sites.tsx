import { useMemo, useState } from 'preact/hooks';
import { HostName } from '../host-name.tsx';
import { language, t } from '../locales/t.ts';
import type { RememberedArticle } from '../memory/article.ts';
import { type Lead, type RememberedCopy, type SiteRow, sitesOf } from '../memory/copies.ts';
import { leadName, Section, useForget } from './parts.tsx';
import type { ReadingHistory } from './reading-history.ts';

/** Rows that are drawn at first, and with each "Show more". */
const ROWS_AT_A_TIME = 20;

interface SitesProps {
  readonly articles: readonly RememberedArticle[];
  readonly copies: readonly RememberedCopy[];
  readonly past: ReadingHistory;
}

/** Who copies whom: each site with the originals that its copies led to. */
export function Sites({ articles, copies, past }: SitesProps) {
  const [rows, setRows] = useState(ROWS_AT_A_TIME);
  const sites = useMemo(() => sitesOf(articles, copies), [articles, copies]);
  const { list, forget } = useForget<HTMLTableElement>(past);
  return (
    <Section title={t('history_sites')}>
      <table class="sites-met" ref={list}>
        <thead>
          <tr>
            <th scope="col">{t('options_site')}</th>
            <th scope="col" class="number">
              {t('history_articles')}
            </th>
            <th scope="col" class="number">
              {t('history_copies')}
            </th>
            <th scope="col">{t('history_led_to')}</th>
            <th scope="col">
              <span class="unseen">{t('history_forget')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sites.slice(0, rows).map((row) => (
            <Row key={row.site} row={row} forget={forget} />
          ))}
        </tbody>
      </table>
      {sites.length > rows && (
        <button type="button" onClick={() => setRows(rows + ROWS_AT_A_TIME)}>
          {t('options_more')}
        </button>
      )}
    </Section>
  );
}

interface RowProps {
  readonly row: SiteRow;
  readonly forget: (ids: readonly number[], button: HTMLButtonElement) => void;
}

function Row({ row: { site, ids, copies, leads }, forget }: RowProps) {
  const number = new Intl.NumberFormat(language());
  return (
    <tr>
      <th scope="row">
        <HostName host={site} />
      </th>
      <td class="number" data-name={t('history_articles')}>
        {number.format(ids.length)}
      </td>
      <td class="number" data-name={t('history_copies')}>
        {number.format(copies)}
      </td>
      <td>
        <ul class="leads">
          {leads.map((lead) => (
            <li key={`${lead.isEarliestMet} ${lead.name}`}>
              {nameOf(lead)} {lead.count > 1 && <b>{number.format(lead.count)}</b>}
            </li>
          ))}
        </ul>
      </td>
      <td>
        <button
          type="button"
          aria-label={t('history_forget_site', site)}
          onClick={({ currentTarget }) => forget(ids, currentTarget)}
        >
          {t('history_forget')}
        </button>
      </td>
    </tr>
  );
}

function nameOf(lead: Lead) {
  if (lead.isEarliestMet) return t('history_earliest', leadName(lead));
  return lead.isClaimed ? leadName(lead) : <HostName host={lead.name} />;
}
