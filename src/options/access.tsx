import { useEffect, useState } from 'preact/hooks';
import { t } from '../locales/t.ts';
import { hasAccess, onAccess, requestAccess } from '../settings/access.ts';

/** Where the reader, or the browser, withholds the sites: what does not work, and the way to allow it. */
export function Access() {
  const [access, setAccess] = useState(true);
  useEffect(() => {
    const look = () => hasAccess().then(setAccess);
    onAccess(look);
    look();
  }, []);

  if (access) return null;
  return (
    <section class="access" aria-labelledby="access">
      <h2 id="access">{t('options_access')}</h2>
      <p>{t('options_access_note')}</p>
      <button type="button" name="allow" class="main" onClick={() => requestAccess()}>
        {t('popup_allow')}
      </button>
    </section>
  );
}
