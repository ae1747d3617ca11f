import { useRef, useState } from 'preact/hooks';
import { plural, t } from '../locales/t.ts';
import type { Settings } from '../settings/schema.ts';
import {
  exportSettings,
  type FileFaultKind,
  type ImportTreatment,
  MAX_FILE_CHARS,
  type RefusedFile,
  readSettings,
  type SettingsFile,
  withImported,
} from '../settings/transfer.ts';
import { ImportPreview } from './import-preview.tsx';
import { Group, type SectionProps } from './parts.tsx';

interface NamedRefusedFile extends RefusedFile {
  readonly name: string;
}
interface OfferedFile {
  readonly name: string;
  readonly file: Partial<Settings>;
}

/** What a file has, be it gone, or no text at all. No more is read of it than a file of ours can hold. */
const readFile = async (file: File): Promise<SettingsFile> => {
  const bytes = await file
    .slice(0, MAX_FILE_CHARS + 1)
    .arrayBuffer()
    .catch(() => new ArrayBuffer());
  return readSettings(new TextDecoder().decode(bytes));
};

function saveFile(settings: Settings): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([exportSettings(settings)], { type: 'application/json' }));
  link.download = 'clean-copy-settings.json';
  link.click();
}

/** All settings as one file: written, and read again. */
export function Transfer({ settings, save }: SectionProps) {
  const [refused, setRefused] = useState<NamedRefusedFile | null>(null);
  const [offered, setOffered] = useState<OfferedFile | null>(null);
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
    setOffered(null);
    const read = await readFile(file);
    // The same file may be chosen again, mended.
    if (input.current) input.current.value = '';
    setNews('');
    setRefused('faults' in read ? { name: file.name, ...read } : null);
    setOffered('faults' in read ? null : { name: file.name, file: read.settings });
  }

  async function bring(file: Partial<Settings>, treatment: ImportTreatment): Promise<void> {
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
    <Group title={t('options_transfer')} note={t('options_transfer_note')}>
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
        <ImportPreview
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
    </Group>
  );
}

const WHAT: Readonly<Record<FileFaultKind, (at: string) => string>> = {
  syntax: () => t('options_import_syntax'),
  foreign: () => t('options_import_foreign'),
  newer: () => t('options_import_newer'),
  unknown: (at) => t('options_import_unknown', at),
  value: (at) => t('options_import_value', at),
};

/** Why a file is refused. */
function Faults({ name, faults, more }: NamedRefusedFile) {
  return (
    <div class="box warning" role="alert">
      <p>{t('options_import_refused', name)}</p>
      <ul class="faults">
        {faults.map(({ line, column, at, what }) => (
          <li class="fault" key={`${line}:${column}:${at}`}>
            <span class="place">{t('options_import_place', String(line), String(column))}</span>
            <span>{WHAT[what](at.replace(/^settings\//, ''))}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p>{plural('popup_more', more)}</p>}
    </div>
  );
}
