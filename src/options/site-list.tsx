import { useMemo, useRef, useState } from 'preact/hooks';
import { language, t } from '../locales/t.ts';
import type { Mode, Settings } from '../settings/schema.ts';
import type { Site } from '../settings/site.ts';
import { ModeSelect } from './parts.tsx';

/** Rows that are drawn at first, and with each "Show more": a browser is slow with thousands. */
const ROWS = 100;
/** From here on a field to search the list is worth its place. */
const MANY = 8;

interface SiteListProps {
  readonly sites: Settings['sites'];
  readonly onMode: (site: Site, mode: Mode) => void;
  readonly onRemove: (site: Site, mode: Mode) => void;
}

/** The Sites with a Mode of their own. */
export function SiteList({ sites, onMode, onRemove }: SiteListProps) {
  const [sought, setSought] = useState('');
  const [rows, setRows] = useState(ROWS);
  const list = useRef<HTMLUListElement>(null);

  const all = useMemo(() => Object.entries(sites).sort(([a], [b]) => (a < b ? -1 : 1)), [sites]);
  const text = sought.trim().toLowerCase();
  const found = useMemo(() => all.filter(([site]) => site.includes(text)), [all, text]);
  const number = new Intl.NumberFormat(language());

  /** The row goes, so the keyboard goes on from its neighbour. */
  function remove(site: Site, mode: Mode, row: Element | null): void {
    const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
    const next = neighbour?.querySelector('button') ?? document.querySelector<HTMLElement>('input[name=site]');
    onRemove(site, mode);
    next?.focus();
  }

  /** The keyboard goes on from the first row that is new. */
  function more(): void {
    setRows(rows + ROWS);
    requestAnimationFrame(() => list.current?.children[rows]?.querySelector<HTMLElement>('select')?.focus());
  }

  if (all.length === 0) return <p class="note">{t('options_no_sites')}</p>;
  return (
    <>
      {all.length >= MANY && (
        <label class="field">
          <span>{t('options_find')}</span>
          <input
            type="search"
            name="find"
            dir="ltr"
            value={sought}
            onInput={({ currentTarget }) => {
              setSought(currentTarget.value);
              setRows(ROWS);
            }}
          />
          <output>{t('options_found', number.format(found.length), number.format(all.length))}</output>
        </label>
      )}
      <ul class="sites" ref={list}>
        {found.slice(0, rows).map(([site, mode]) => (
          <li key={site}>
            <bdi dir="ltr">{site}</bdi>
            <ModeSelect
              name={`mode-${site}`}
              label={t('options_mode_on', site)}
              value={mode}
              onChange={(next) => onMode(site, next)}
            />
            <button
              type="button"
              class="remove"
              aria-label={t('options_remove_site', site)}
              onClick={({ currentTarget }) => remove(site, mode, currentTarget.closest('li'))}
            >
              {t('options_remove')}
            </button>
          </li>
        ))}
      </ul>
      {found.length > rows && (
        <button type="button" onClick={more}>
          {t('options_more')}
        </button>
      )}
    </>
  );
}
