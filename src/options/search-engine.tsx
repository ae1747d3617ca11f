import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { AddressField } from '../address-field.tsx';
import { t } from '../locales/t.ts';
import { searchSchema } from '../settings/schema.ts';
import { useUniqueId } from '../unique-id.ts';
import { Group, type SectionProps } from './parts.tsx';

/** Which search "Find original" opens. An empty field stands for the browser's own. */
export function SearchEngine({ settings: { search }, save }: SectionProps) {
  const [typed, setTyped] = useState(search ?? '');
  const [bad, setBad] = useState(false);
  const [note, error] = [useUniqueId(), useUniqueId()];
  useEffect(() => setTyped(search ?? ''), [search]);

  function keep(): void {
    const text = typed.trim();
    const good = text === '' || v.is(searchSchema, text);
    setBad(!good);
    if (good) save((now) => ({ ...now, search: text || null }));
  }

  return (
    <Group title={t('options_search')}>
      <AddressField
        name="search"
        label={t('options_search_address')}
        placeholder="https://example.com/?q=%s"
        typed={typed}
        isBad={bad}
        describedBy={`${note} ${error}`}
        onType={(text) => {
          setTyped(text);
          setBad(false);
        }}
        onChange={keep}
      />
      <p class="note" id={note}>
        {t('options_search_note')}
      </p>
      <p class="error" id={error} role="alert">
        {bad && t('options_not_a_search')}
      </p>
    </Group>
  );
}
