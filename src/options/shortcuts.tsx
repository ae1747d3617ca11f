import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { t } from '../locales/t.ts';
import { ShortcutList, useShortcuts } from '../shortcuts.tsx';
import { Group } from './parts.tsx';

/** Chromium's own page for it; a link to it would not work, a tab does. */
const CHROMIUM_PAGE = 'chrome://extensions/shortcuts';

/** Firefox has a function for it, which the types do not know yet. */
type Commands = typeof browser.commands & { openShortcutSettings?(): Promise<void> };

async function change(): Promise<void> {
  const { openShortcutSettings: open } = browser.commands as Commands;
  await (open ? open() : browser.tabs.create({ url: CHROMIUM_PAGE }));
}

/** The keys. They are the browser's to change; where there are none, there is nothing to say. */
export function Shortcuts() {
  const shortcuts = useShortcuts();
  const [failed, setFailed] = useState(false);
  if (shortcuts.length === 0) return null;
  return (
    <Group title={t('options_shortcut')}>
      <ShortcutList shortcuts={shortcuts} />
      <div class="buttons">
        <button type="button" name="shortcut" onClick={() => change().catch(() => setFailed(true))}>
          {t('options_shortcut_change')}
        </button>
      </div>
      {failed && (
        <p class="note" role="status">
          {t('options_shortcut_where')}
        </p>
      )}
    </Group>
  );
}
