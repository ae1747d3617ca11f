/** The keys that a reader can use, as the browser has them now. */
import { useEffect, useState } from 'preact/hooks';
import browser, { type Commands } from 'webextension-polyfill';
import { t } from './locales/t.ts';

/** Empty until the browser has answered, and where it has no keys. */
export function useShortcuts(): readonly Commands.Command[] {
  const [shortcuts, setShortcuts] = useState<readonly Commands.Command[]>([]);
  useEffect(() => {
    const look = async () => {
      const all = (await (browser.commands as typeof browser.commands | undefined)?.getAll()) ?? [];
      // Chromium has a command without a name for every extension: to open the popup. It is told once it has a key.
      setShortcuts(all.filter(({ description, shortcut }) => description || shortcut));
    };
    look();
    // The reader comes back from the browser's page for them.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return shortcuts;
}

/** What each key does, and which key it is. */
export function ShortcutList({ shortcuts }: { shortcuts: readonly Commands.Command[] }) {
  return (
    <dl class="shortcuts">
      {shortcuts.map(({ name, description, shortcut }) => (
        <div key={name}>
          <dt>{description || t('popup_title')}</dt>
          <dd>{shortcut ? <kbd>{shortcut}</kbd> : t('options_shortcut_none')}</dd>
        </div>
      ))}
    </dl>
  );
}
