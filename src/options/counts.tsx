import { useEffect, useState } from 'preact/hooks';
import { number, t, word } from '../locales/t.ts';
import { type Counts, clearCounts, loadCounts, onCounts } from '../settings/counts.ts';
import { Check, Group, type SectionProps } from './parts.tsx';

/** How many pieces were hidden so far, by kind. */
export function HiddenSoFar({ settings, save }: SectionProps) {
  const [counts, setCounts] = useState<Counts>({});
  const [cleared, setCleared] = useState(false);
  useEffect(() => {
    onCounts(setCounts);
    loadCounts().then(setCounts);
  }, []);

  const rows = Object.entries(counts).sort(([, a], [, b]) => b - a);
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  return (
    <Group title={t('options_counts')} note={t('options_counts_note')}>
      {total > 0 ? <Chart rows={rows} /> : <p class="note">{t('options_counts_none')}</p>}
      <div class="row">
        <Check
          name="count"
          label={t('options_counts_on')}
          checked={settings.count}
          onChange={(count) => save((now) => ({ ...now, count }))}
        />
        {total > 0 && (
          <button type="button" name="clear-counts" onClick={() => clearCounts().then(() => setCleared(true))}>
            {t('options_counts_clear')}
          </button>
        )}
      </div>
      <p class="news" role="status">
        {cleared && total === 0 && t('options_counts_cleared')}
      </p>
    </Group>
  );
}

/** A bar for each kind, the longest for the most. The numbers stand beside them: the bars are for the eye alone. */
function Chart({ rows }: { rows: readonly (readonly [kind: string, count: number])[] }) {
  const most = Math.max(...rows.map(([, count]) => count));
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  return (
    <table class="chart">
      <caption>{t('options_counts_total', number(total))}</caption>
      <tbody>
        {rows.map(([kind, count]) => (
          <tr key={kind}>
            <th scope="row">{word('kind', kind) ?? kind}</th>
            <td class="number">{number(count)}</td>
            <td class="bar" aria-hidden="true">
              <svg width="100%" height="10" preserveAspectRatio="none" viewBox="0 0 100 10">
                <title>{number(count)}</title>
                <rect width={Math.max(1, (100 * count) / most)} height="10" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
