import { useState } from 'preact/hooks';
import { t } from '../locales/t.ts';
import { type Loaded, update } from '../settings/store.ts';
import { Access } from './access.tsx';
import { Corrections } from './corrections.tsx';
import { HiddenSoFar } from './counts.tsx';
import { Diagnostics } from './diagnostics.tsx';
import { Kinds } from './kinds.tsx';
import { Looks } from './looks.tsx';
import type { SectionProps } from './parts.tsx';
import { Remembering } from './remembering.tsx';
import { SearchEngine } from './search-engine.tsx';
import { Shortcut } from './shortcut.tsx';
import { Sites } from './sites.tsx';
import { Sync } from './sync.tsx';
import { Transfer } from './transfer.tsx';

/** In the order they stand on the page. */
const SECTIONS = [
  Sites,
  Kinds,
  Corrections,
  HiddenSoFar,
  Looks,
  SearchEngine,
  Remembering,
  Shortcut,
  Sync,
  Transfer,
  Diagnostics,
];

/** Everything on the page; drawn anew whenever the stored settings change, from here or elsewhere. */
export function Options({ settings, problems }: Loaded) {
  /** In a row. Each has the page drawn again: what was pressed shows what is stored. */
  const [failures, setFailures] = useState(0);
  const save: SectionProps['save'] = (change) =>
    update(change).then(
      () => {
        setFailures(0);
        return true;
      },
      () => {
        setFailures((before) => before + 1);
        return false;
      },
    );
  return (
    <main>
      <h1>
        <img src="icons/icon-48.png" alt="" width="32" height="32" />
        {t('options_title')}
      </h1>
      {problems.length > 0 && (
        <p class="box warning" role="status">
          {t('options_problems', problems.map(({ at }) => at).join(', '))}
        </p>
      )}
      <Access />
      {SECTIONS.map((Each) => (
        <Each key={Each.name} settings={settings} save={save} />
      ))}
      <p class="failed" role="alert" key={failures}>
        {failures > 0 && t('options_failed')}
      </p>
    </main>
  );
}
