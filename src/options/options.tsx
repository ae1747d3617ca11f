import { t } from '../locales/t.ts';
import type { Loaded } from '../settings/store.ts';
import { Corrections } from './corrections.tsx';
import { Kinds } from './kinds.tsx';
import { Looks } from './looks.tsx';
import { Remembering } from './remembering.tsx';
import { SearchEngine } from './search-engine.tsx';
import { Sites } from './sites.tsx';

/** Everything on the page; drawn anew whenever the stored settings change, from here or elsewhere. */
export function Options({ settings, problems }: Loaded) {
  return (
    <main>
      <h1>
        <img src="icons/icon-48.png" alt="" width="32" height="32" />
        {t('options_title')}
      </h1>
      {problems.length > 0 && (
        <p class="warning" role="status">
          {t('options_problems', problems.map(({ at }) => at).join(', '))}
        </p>
      )}
      <Sites settings={settings} />
      <Kinds settings={settings} />
      <Corrections settings={settings} />
      <Looks settings={settings} />
      <SearchEngine search={settings.search} />
      <Remembering settings={settings} />
    </main>
  );
}
