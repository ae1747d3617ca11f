import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { t } from '../locales/t.ts';
import { Section } from './parts.tsx';

/** Chromium's own page for it; a link to it would not work, a tab does. */
const CHROMIUM_PAGE = 'chrome://extensions/shortcuts';

/** Firefox has a function for it, which the types do not know yet. */
type Commands = typeof browser.commands & { openShortcutSettings?(): Promise<void> };

const commands = (): Commands | undefined => browser.commands;

async function change(): Promise<void> {
  const open = commands()?.openShortcutSettings;
  await (open ? open() : browser.tabs.create({ url: CHROMIUM_PAGE }));
}

/** The key that cleans or restores a page. It is the browser's to change; where there are no keys, there is nothing to say. */
export function Shortcut() {
  const [keys, setKeys] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const look = () =>
      commands()
        ?.getAll()
        .then((all) => setKeys(all.find(({ name }) => name === 'toggle-clean')?.shortcut ?? ''));
    look();
    // The reader comes back from the browser's page.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);

  if (keys === null) return null;
  return (
    <Section title={t('options_shortcut')}>
      <div class="row">
        <p>{keys ? t('options_shortcut_now', keys) : t('options_shortcut_none')}</p>
        <button type="button" name="shortcut" onClick={() => change().catch(() => setFailed(true))}>
          {t('options_shortcut_change')}
        </button>
      </div>
      {failed && (
        <p class="note" role="status">
          {t('options_shortcut_where')}
        </p>
      )}
    </Section>
  );
}
