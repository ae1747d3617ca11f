import { useState } from 'preact/hooks';
import { t } from '../locales/t.ts';

/** Rows that are drawn at first, and with each "Show more": a browser is slow with thousands. */
const ROWS_AT_A_TIME = 50;

interface RuleListProps {
  readonly rules: readonly string[];
  readonly onRemove: (line: string) => void;
}

/** The corrections, the last one first. */
export function RuleList({ rules, onRemove }: RuleListProps) {
  const [rows, setRows] = useState(ROWS_AT_A_TIME);

  /** The row goes, so the keyboard goes on from its neighbour. */
  function remove(line: string, row: Element | null): void {
    const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
    neighbour?.querySelector('button')?.focus();
    onRemove(line);
  }

  return (
    <>
      <ul class="sites rules">
        {rules
          .slice(-rows)
          .reverse()
          .map((line) => (
            <li key={line}>
              <bdi dir="ltr" class="rule-line">
                {line}
              </bdi>
              <button
                type="button"
                class="remove"
                aria-label={t('options_remove_site', line)}
                onClick={({ currentTarget }) => remove(line, currentTarget.closest('li'))}
              >
                {t('options_remove')}
              </button>
            </li>
          ))}
      </ul>
      {rules.length > rows && (
        <button type="button" onClick={() => setRows(rows + ROWS_AT_A_TIME)}>
          {t('options_more')}
        </button>
      )}
    </>
  );
}
