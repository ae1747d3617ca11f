import { useState } from 'preact/hooks';
import { AddressField } from '../address-field.tsx';
import { t } from '../locales/t.ts';
import { type Area, parseArea } from '../settings/area.ts';
import type { Mode } from '../settings/schema.ts';
import { useUniqueId } from '../unique-id.ts';
import { ModeSelect } from './parts.tsx';

/** A field for a Site or a path of it, as a person types or pastes it, with the Mode it gets. */
export function AddSite({ onAdd }: { onAdd: (area: Area, mode: Mode) => void }) {
  const [typed, setTyped] = useState('');
  const [mode, setMode] = useState<Mode>('off');
  const [bad, setBad] = useState(false);
  const [select, error] = [useUniqueId(), useUniqueId()];

  function submit(event: Event): void {
    event.preventDefault();
    const area = parseArea(typed);
    setBad(area === null);
    if (area === null) return;
    onAdd(area, mode);
    setTyped('');
  }

  return (
    <form class="add" onSubmit={submit} noValidate>
      <AddressField
        name="site"
        label={t('options_site')}
        placeholder="example.com"
        typed={typed}
        isBad={bad}
        describedBy={error}
        onType={(text) => {
          setTyped(text);
          setBad(false);
        }}
      />
      <div class="field">
        <label for={select}>{t('options_mode')}</label>
        <ModeSelect id={select} name="mode" value={mode} onChange={setMode} />
      </div>
      <button type="submit" class="main">
        {t('options_add')}
      </button>
      <p class="error" id={error} role="alert">
        {bad && t('options_not_a_site')}
      </p>
    </form>
  );
}
