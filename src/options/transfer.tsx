import { useRef, useState } from 'preact/hooks';
import { type Key, number, plural, t, word } from '../locales/t.ts';
import type { Settings } from '../settings/schema.ts';
import {
  type Change,
  changesBetween,
  exportSettings,
  type Fault,
  type FaultKind,
  readSettings,
  type Treatment,
  withImported,
} from '../settings/transfer.ts';
import { useUniqueId } from '../unique.ts';
import { Check, Section, type SectionProps } from './parts.tsx';

/** Places that are shown of a file that is refused, and names of a setting that would change. */
const SHOWN = 20;

interface Refused {
  readonly name: string;
  readonly faults: readonly Fault[];
}
interface Offered {
  readonly name: string;
  readonly file: Partial<Settings>;
}

const textOfFile = async (file: File): Promise<string> => {
  const bytes = await file.arrayBuffer();
  // What is no text is no settings file, and says so.
  return new TextDecoder().decode(bytes);
};

function saveFile(settings: Settings): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([exportSettings(settings)], { type: 'application/json' }));
  link.download = 'clean-copy-settings.json';
  link.click();
}

/** All settings as one file: written, and read again. */
export function Transfer({ settings, save }: SectionProps) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [offered, setOffered] = useState<Offered | null>(null);
  const [news, setNews] = useState('');
  const [before, setBefore] = useState<Settings | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  function end(text = ''): void {
    setOffered(null);
    setNews(text);
    button.current?.focus();
  }

  async function choose({ currentTarget }: { currentTarget: HTMLInputElement }): Promise<void> {
    const [file] = currentTarget.files ?? [];
    if (!file) return;
    const read = readSettings(await textOfFile(file));
    // The same file may be chosen again, mended.
    if (input.current) input.current.value = '';
    setNews('');
    setRefused('faults' in read ? { name: file.name, faults: read.faults } : null);
    setOffered('faults' in read ? null : { name: file.name, file: read.settings });
  }

  async function bring(file: Partial<Settings>, treatment: Treatment): Promise<void> {
    let was = settings;
    const done = await save((now) => {
      was = now;
      return withImported(now, file, treatment);
    });
    if (!done) return;
    setBefore(was);
    end(t('options_imported'));
  }

  async function undo(was: Settings): Promise<void> {
    if (!(await save((now) => ({ ...was, version: now.version })))) return;
    setBefore(null);
    end(t('options_undone'));
  }

  return (
    <Section title={t('options_transfer')} note={t('options_transfer_note')}>
      <div class="buttons">
        <button type="button" name="export" onClick={() => saveFile(settings)}>
          {t('options_export')}
        </button>
        <button type="button" name="import" ref={button} onClick={() => input.current?.click()}>
          {t('options_import')}
        </button>
        <input type="file" name="file" ref={input} hidden accept=".json,application/json" onChange={choose} />
      </div>
      {refused && <Faults {...refused} />}
      {offered && (
        <Preview
          {...offered}
          settings={settings}
          onImport={(treatment) => bring(offered.file, treatment)}
          onCancel={() => end()}
        />
      )}
      <p class="news" role="status">
        {news && <span>{news}</span>}
        {news && before && (
          <button type="button" name="undo-import" onClick={() => undo(before)}>
            {t('options_undo')}
          </button>
        )}
      </p>
    </Section>
  );
}

const WHAT: Readonly<Record<FaultKind, (at: string) => string>> = {
  syntax: () => t('options_import_syntax'),
  foreign: () => t('options_import_foreign'),
  newer: () => t('options_import_newer'),
  unknown: (at) => t('options_import_unknown', at),
  value: (at) => t('options_import_value', at),
};

/** Why a file is refused. */
function Faults({ name, faults }: Refused) {
  return (
    <div class="box warning" role="alert">
      <p>{t('options_import_refused', name)}</p>
      <ul class="faults">
        {faults.slice(0, SHOWN).map(({ line, column, at, what }) => (
          <li class="fault" key={`${line}:${column}:${at}`}>
            <span class="place">{t('options_import_place', String(line), String(column))}</span>
            <span>{WHAT[what](at.replace(/^settings\//, ''))}</span>
          </li>
        ))}
      </ul>
      {faults.length > SHOWN && <p>{plural('popup_more', faults.length - SHOWN)}</p>}
    </div>
  );
}

interface PreviewProps extends Offered {
  readonly settings: Settings;
  readonly onImport: (treatment: Treatment) => void;
  readonly onCancel: () => void;
}

/** What each setting is called on this page. */
const NAMES: Readonly<Record<keyof Settings, Key>> = {
  version: 'options_title',
  defaultMode: 'options_default_mode',
  sites: 'options_sites',
  kinds: 'options_kinds',
  badge: 'options_badge',
  look: 'options_colours',
  textSize: 'options_text_size',
  search: 'options_search_address',
  adTokensAnywhere: 'options_ad_tokens',
  rules: 'options_rules',
  count: 'options_counts_on',
  sync: 'options_sync_on',
  remember: 'options_remember',
  rememberMost: 'options_remember_most',
};

/** What an import would change, before it does. */
function Preview({ name, file, settings, onImport, onCancel }: PreviewProps) {
  const id = useUniqueId();
  const [treatment, setTreatment] = useState<Treatment>('keep');
  const changes = changesBetween(settings, withImported(settings, file, treatment));
  const keys = [...new Set(changes.map(({ key }) => key))];
  const losesSome = changesBetween(settings, withImported(settings, file, 'replace')).length !== changes.length;
  return (
    <section class="box" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1} ref={focus}>
        {changes.length > 0 ? t('options_import_preview', name) : t('options_import_same', name)}
      </h3>
      <dl class="changes">
        {keys.map((key) => (
          <div key={key}>
            <dt>{t(NAMES[key])}</dt>
            <Difference changes={changes.filter((change) => change.key === key)} />
          </div>
        ))}
      </dl>
      {(losesSome || treatment === 'replace') && (
        <Check
          name="keep"
          label={t('options_import_keep')}
          checked={treatment === 'keep'}
          onChange={(keep) => setTreatment(keep ? 'keep' : 'replace')}
        />
      )}
      <div class="buttons">
        {changes.length > 0 && (
          <button type="button" name="import-now" class="main" onClick={() => onImport(treatment)}>
            {t('options_import_now')}
          </button>
        )}
        <button type="button" name="cancel" onClick={onCancel}>
          {t('options_cancel')}
        </button>
      </div>
    </section>
  );
}

/** A reader who works with the keyboard goes on from what has come. */
function focus(element: HTMLElement | null): void {
  element?.focus();
}

/** What values are called that are no reader's own words. */
const VALUES: ReadonlyMap<unknown, Key> = new Map<unknown, Key>([
  [true, 'options_on'],
  [false, 'options_off'],
  [null, 'options_nothing'],
  ['auto', 'mode_auto'],
  ['always', 'mode_always'],
  ['off', 'mode_off'],
  ['on', 'options_on'],
  ['ask', 'options_nothing'],
  ['system', 'options_look_system'],
  ['light', 'options_look_light'],
  ['dark', 'options_look_dark'],
  ['normal', 'options_text_size_normal'],
  ['large', 'options_text_size_large'],
  ['largest', 'options_text_size_largest'],
]);

function valueText(value: unknown): string {
  const key = VALUES.get(value);
  if (key) return t(key);
  return typeof value === 'number' ? number(value) : String(value);
}

const wayOf = ({ before, after }: Change) => (before === null ? 'added' : after === null ? 'removed' : 'changed');
const WAYS = [
  ['added', 'options_import_added'],
  ['changed', 'options_import_changed'],
  ['removed', 'options_import_removed'],
] as const;

/** One setting's change: from what to what, or how many entries and which. */
function Difference({ changes }: { changes: readonly Change[] }) {
  const [only] = changes;
  if (only && only.name === null)
    return (
      <dd>
        <del>{valueText(only.before)}</del> <span aria-hidden="true">→</span> <ins>{valueText(only.after)}</ins>
      </dd>
    );
  return (
    <>
      {WAYS.map(([way, key]) => {
        const some = changes.filter((change) => wayOf(change) === way);
        if (some.length === 0) return null;
        return (
          <dd key={way}>
            <details>
              <summary>{t(key, number(some.length))}</summary>
              <ul class="names">
                {some.slice(0, SHOWN).map((change) => (
                  <li key={change.name}>
                    <bdi>{nameOf(change)}</bdi>
                    {change.key !== 'rules' && ` · ${valueText(change.after ?? change.before)}`}
                  </li>
                ))}
                {some.length > SHOWN && <li>{plural('popup_more', some.length - SHOWN)}</li>}
              </ul>
            </details>
          </dd>
        );
      })}
    </>
  );
}

const nameOf = ({ key, name }: Change) => (key === 'kinds' ? (word('kind', name ?? '') ?? name) : name);
