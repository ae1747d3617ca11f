import { useMemo, useRef, useState } from 'preact/hooks';
import { HostName, inOwnScript } from '../host-name.tsx';
import { number, t } from '../locales/t.ts';
import { type Area, partsOf, readablePath } from '../settings/area.ts';
import type { Mode, Settings } from '../settings/schema.ts';
import { Check, ModeSelect } from './parts.tsx';
import type { Changes } from './sites.tsx';

/** Rows that are drawn at first, and with each "Show more": a browser is slow with thousands. */
const ROWS_AT_A_TIME = 100;
/** From here on a field to search the list is worth its place. */
const MIN_SITES_TO_SEARCH = 8;

interface SiteListProps {
  readonly sites: Settings['sites'];
  readonly onChange: (changes: Changes) => void;
}

/** The Areas with a Mode of their own. */
export function SiteList({ sites, onChange }: SiteListProps) {
  const [sought, setSought] = useState('');
  const [rows, setRows] = useState(ROWS_AT_A_TIME);
  const [selected, setSelected] = useState<ReadonlySet<Area>>(new Set());
  const list = useRef<HTMLUListElement>(null);

  const all = useMemo(() => Object.entries(sites).sort(([a], [b]) => (a < b ? -1 : 1)), [sites]);
  const text = sought.trim().toLowerCase();
  const found = useMemo(
    () => all.filter(([area]) => area.toLowerCase().includes(text) || nameOf(area).toLowerCase().includes(text)),
    [all, text],
  );
  const chosen = found.filter(([area]) => selected.has(area)).map(([area]) => area);

  /** The row goes, so the keyboard goes on from its neighbour. */
  function remove(area: Area, row: Element | null): void {
    const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
    const next = neighbour?.querySelector('button') ?? document.querySelector<HTMLElement>('input[name=site]');
    onChange(new Map([[area, null]]));
    next?.focus();
  }

  function select(some: readonly Area[], on: boolean): void {
    const next = new Set(selected);
    for (const area of some) on ? next.add(area) : next.delete(area);
    setSelected(next);
  }

  /** The keyboard goes on from the first row that is new. */
  function more(): void {
    setRows(rows + ROWS_AT_A_TIME);
    requestAnimationFrame(() => list.current?.children[rows]?.querySelector<HTMLElement>('input')?.focus());
  }

  if (all.length === 0) return <p class="note">{t('options_no_sites')}</p>;
  return (
    <>
      {all.length >= MIN_SITES_TO_SEARCH && (
        <label class="field">
          <span>{t('options_find')}</span>
          <input
            type="search"
            name="find"
            dir="ltr"
            value={sought}
            onInput={({ currentTarget }) => {
              setSought(currentTarget.value);
              setRows(ROWS_AT_A_TIME);
            }}
          />
          <output>{t('options_found', number(found.length), number(all.length))}</output>
        </label>
      )}
      {found.length > 1 && (
        <Selected
          areas={chosen}
          all={chosen.length === found.length}
          onAll={(on) =>
            select(
              found.map(([area]) => area),
              on,
            )
          }
          onMode={(mode) => {
            onChange(new Map(chosen.map((area) => [area, mode])));
            setSelected(new Set());
          }}
        />
      )}
      <ul class="sites" ref={list}>
        {found.slice(0, rows).map(([area, mode]) => (
          <li key={area}>
            <label>
              <input
                type="checkbox"
                name={`select-${area}`}
                aria-label={t('options_select', area)}
                checked={selected.has(area)}
                onChange={({ currentTarget }) => select([area], currentTarget.checked)}
              />
              <AreaName area={area} />
            </label>
            <ModeSelect
              name={`mode-${area}`}
              label={t('options_mode_on', area)}
              value={mode}
              onChange={(next) => onChange(new Map([[area, next]]))}
            />
            <button
              type="button"
              class="remove"
              aria-label={t('options_remove_site', area)}
              onClick={({ currentTarget }) => remove(area, currentTarget.closest('li'))}
            >
              {t('options_remove')}
            </button>
          </li>
        ))}
      </ul>
      {found.length > rows && (
        <button type="button" class="more" onClick={more}>
          {t('options_more')}
        </button>
      )}
    </>
  );
}

function nameOf(area: Area): string {
  const [site, path] = partsOf(area);
  return inOwnScript(site) + readablePath(path);
}

/** A Site's name, and the path in it. */
function AreaName({ area }: { area: Area }) {
  const [site, path] = partsOf(area);
  if (path === '') return <HostName host={site} />;
  return (
    <bdi dir="ltr">
      <HostName host={site} />
      {readablePath(path)}
    </bdi>
  );
}

interface SelectedProps {
  readonly areas: readonly Area[];
  /** All that were found are selected. */
  readonly all: boolean;
  readonly onAll: (on: boolean) => void;
  /** `null` takes them off the list. */
  readonly onMode: (mode: Mode | null) => void;
}

/** What can be done to several Areas at once. */
function Selected({ areas, all, onAll, onMode }: SelectedProps) {
  const [mode, setMode] = useState<Mode>('off');
  return (
    <div class="selected">
      <Check name="select-all" label={t('options_select_all')} checked={all} onChange={onAll} />
      {areas.length > 0 && (
        <div class="actions">
          <output>{t('options_selected', number(areas.length))}</output>
          <ModeSelect name="mode-of-selected" label={t('options_set_selected')} value={mode} onChange={setMode} />
          <button type="button" name="set-selected" onClick={() => onMode(mode)}>
            {t('options_apply')}
          </button>
          <button type="button" name="remove-selected" onClick={() => onMode(null)}>
            {t('options_remove_selected')}
          </button>
        </div>
      )}
    </div>
  );
}
