import { t } from '../locales/t.ts';
import { DEFAULT_MODES } from '../settings/schema.ts';
import { CopyTemplates } from './copy-templates.tsx';
import { Choices, modeName, type SectionProps } from './parts.tsx';
import { Pictures } from './pictures.tsx';
import { SearchEngine } from './search-engine.tsx';
import { Shortcuts } from './shortcuts.tsx';

const NOTES = { auto: 'mode_auto_note', always: 'mode_always_note', off: 'mode_off_note' } as const;

/** What happens on every Site without a Mode of its own, what does it, and what copies look like. */
export function General({ settings, save }: SectionProps) {
  return (
    <>
      <Choices
        name="default-mode"
        legend={t('options_default_mode')}
        values={DEFAULT_MODES}
        value={settings.defaultMode}
        label={modeName}
        note={(mode) => t(NOTES[mode])}
        onChange={(defaultMode) => save((now) => ({ ...now, defaultMode }))}
      />
      <Shortcuts />
      <SearchEngine settings={settings} save={save} />
      <CopyTemplates settings={settings} save={save} />
      <Pictures settings={settings} save={save} />
    </>
  );
}
