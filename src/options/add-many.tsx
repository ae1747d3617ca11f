import { useState } from 'preact/hooks';
import { number, t } from '../locales/t.ts';
import { type Area, parseArea } from '../settings/area.ts';
import type { Mode } from '../settings/schema.ts';
import { useUniqueId } from '../unique-id.ts';
import { ModeSelect } from './parts.tsx';
import type { Changes } from './sites.tsx';

/** Many Areas at once, as they are pasted: one on each line, as addresses or names. */
export function AddMany({ onAdd }: { onAdd: (changes: Changes) => void }) {
  const [typed, setTyped] = useState('');
  const [mode, setMode] = useState<Mode>('off');
  const [bad, setBad] = useState(0);
  const [select, error] = [useUniqueId(), useUniqueId()];

  function submit(event: Event): void {
    event.preventDefault();
    const lines = typed.split('\n').filter((line) => line.trim() !== '');
    const isArea = (area: Area | null): area is Area => area !== null;
    onAdd(
      new Map(
        lines
          .map(parseArea)
          .filter(isArea)
          .map((area) => [area, mode]),
      ),
    );
    const wrong = lines.filter((line) => parseArea(line) === null);
    setBad(wrong.length);
    setTyped(wrong.join('\n'));
  }

  return (
    <details class="many">
      <summary>{t('options_add_many')}</summary>
      <form class="add" onSubmit={submit}>
        <label class="field">
          <span>{t('options_add_many_label')}</span>
          <textarea
            name="sites"
            rows={6}
            dir="ltr"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={typed}
            aria-invalid={bad > 0}
            aria-describedby={error}
            onInput={({ currentTarget }) => {
              setTyped(currentTarget.value);
              setBad(0);
            }}
          />
        </label>
        <div class="field">
          <label for={select}>{t('options_mode')}</label>
          <ModeSelect id={select} name="mode-of-many" value={mode} onChange={setMode} />
        </div>
        <button type="submit">{t('options_add_all')}</button>
        <p class="error" id={error} role="alert">
          {bad > 0 && t('options_not_sites', number(bad))}
        </p>
      </form>
    </details>
  );
}
