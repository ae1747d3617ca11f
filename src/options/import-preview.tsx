import { useState } from 'preact/hooks';
import { type Key, number, plural, t, word } from '../locales/t.ts';
import type { Settings, TemplatePlace } from '../settings/schema.ts';
import { changesBetween, type ImportTreatment, type SettingChange, withImported } from '../settings/transfer.ts';
import { useUniqueId } from '../unique-id.ts';
import { Check } from './parts.tsx';
import { TEMPLATE_NAMES } from './template-field.tsx';

/** Names of a setting's entries that are shown; how many more there are is said. */
const MAX_SHOWN_NAMES = 20;

interface ImportPreviewProps {
  /** The file's name. */
  readonly name: string;
  readonly file: Partial<Settings>;
  readonly settings: Settings;
  readonly onImport: (treatment: ImportTreatment) => void;
  readonly onCancel: () => void;
}

/** What each setting is called on this page. */
const NAMES: Readonly<Record<keyof Settings, Key>> = {
  version: 'options_title',
  defaultMode: 'options_default_mode',
  sites: 'options_sites',
  kinds: 'options_kinds',
  badge: 'options_badge',
  notice: 'options_notice',
  look: 'options_colours',
  textSize: 'options_text_size',
  pictures: 'options_pictures',
  search: 'options_search_address',
  adTokensAnywhere: 'options_ad_tokens',
  templates: 'options_templates',
  ownTemplates: 'templates_own',
  rules: 'options_rules',
  count: 'options_counts_on',
  sync: 'options_sync_on',
  syncRules: 'options_sync_rules',
  remember: 'options_remember',
  rememberMost: 'options_remember_most',
};

/** What an import would change, before it does. */
export function ImportPreview({ name, file, settings, onImport, onCancel }: ImportPreviewProps) {
  const id = useUniqueId();
  const [treatment, setTreatment] = useState<ImportTreatment>('keep');
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

/** Puts the keyboard's focus on what has appeared. */
function focus(element: HTMLElement | null): void {
  element?.focus();
}

/** Names of values that are not the reader's own words. */
const VALUES: ReadonlyMap<unknown, Key> = new Map<unknown, Key>([
  [true, 'options_on'],
  [false, 'options_off'],
  [null, 'options_nothing'],
  ['auto', 'mode_auto'],
  ['always', 'mode_always'],
  ['original', 'mode_original'],
  ['off', 'mode_off'],
  ['on', 'options_on'],
  ['ask', 'options_nothing'],
  ['system', 'options_look_system'],
  ['light', 'options_look_light'],
  ['dark', 'options_look_dark'],
  ['normal', 'options_text_size_normal'],
  ['large', 'options_text_size_large'],
  ['largest', 'options_text_size_largest'],
  ['standard', 'templates_standard'],
  ['obsidian', 'templates_obsidian'],
  ['plain', 'templates_plain'],
  ['own', 'templates_own'],
]);

function valueText(value: unknown): string {
  const key = VALUES.get(value);
  if (key) return t(key);
  return typeof value === 'number' ? number(value) : String(value);
}

const wayOf = ({ before, after }: SettingChange) =>
  before === null ? 'added' : after === null ? 'removed' : 'changed';
const WAYS = [
  ['added', 'options_import_added'],
  ['changed', 'options_import_changed'],
  ['removed', 'options_import_removed'],
] as const;

/** One setting's change: from what to what, or how many entries and which. */
function Difference({ changes }: { changes: readonly SettingChange[] }) {
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
                {some.slice(0, MAX_SHOWN_NAMES).map((change) => (
                  <li key={change.name}>
                    <bdi>{nameOf(change)}</bdi>
                    {change.key !== 'rules' && ` · ${valueText(change.after ?? change.before)}`}
                  </li>
                ))}
                {some.length > MAX_SHOWN_NAMES && <li>{plural('popup_more', some.length - MAX_SHOWN_NAMES)}</li>}
              </ul>
            </details>
          </dd>
        );
      })}
    </>
  );
}

function nameOf({ key, name }: SettingChange): string | null {
  if (key === 'kinds') return word('kind', name ?? '') ?? name;
  return key === 'ownTemplates' ? t(TEMPLATE_NAMES[name as TemplatePlace]) : name;
}
