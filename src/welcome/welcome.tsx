import { type Key, t } from '../locales/t.ts';
import { requestAccess } from '../settings/access.ts';
import { isFirefox } from '../settings/family.ts';
import { ShortcutList, useShortcuts } from '../shortcuts.tsx';
import { Picture } from './picture.tsx';

/** Where the toolbar button hides at first, and how it is kept in sight. */
function wayToPin(): Key {
  if (/Android/.test(navigator.userAgent)) return 'welcome_pin_android';
  return isFirefox() ? 'welcome_pin_firefox' : 'welcome_pin_chromium';
}

const PERMISSIONS: readonly (readonly [name: Key, what: Key])[] = [
  ['welcome_permission_sites', 'welcome_permission_sites_note'],
  ['welcome_permission_menus', 'welcome_permission_menus_note'],
  ['welcome_permission_storage', 'welcome_permission_storage_note'],
];

/** What the extension does, to be tried at once; where its button is; keys, privacy, and what each permission is for. */
export function Welcome({ access }: { access: boolean }) {
  const shortcuts = useShortcuts();
  return (
    <main>
      <h1>
        <img src="icons/icon-48.png" alt="" width="32" height="32" />
        {t('welcome_title')}
      </h1>
      <div class="what">
        <p>{t('welcome_what')}</p>
        <p>{t('welcome_button')}</p>
      </div>
      <Picture />
      <div class="try">
        <a class="button main" href="demo.html">
          {t('welcome_try')}
        </a>
        <p class="note">{t('welcome_try_note')}</p>
      </div>
      <section aria-labelledby="pin">
        <h2 id="pin">{t('welcome_pin')}</h2>
        <p>{t(wayToPin())}</p>
      </section>
      {shortcuts.length > 0 && (
        <section aria-labelledby="keys">
          <h2 id="keys">{t('options_shortcut')}</h2>
          <ShortcutList shortcuts={shortcuts} />
        </section>
      )}
      <section aria-labelledby="privacy">
        <h2 id="privacy">{t('welcome_privacy')}</h2>
        <p>{t('welcome_private')}</p>
      </section>
      <section aria-labelledby="permissions">
        <h2 id="permissions">{t('welcome_permissions')}</h2>
        <dl>
          {PERMISSIONS.map(([name, what]) => (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd>{t(what)}</dd>
            </div>
          ))}
        </dl>
        <div class={access ? 'allowed' : 'access'} role="status">
          <p>{t(access ? 'welcome_allowed' : 'welcome_not_allowed')}</p>
          {!access && (
            <button type="button" name="allow" class="main" onClick={() => requestAccess()}>
              {t('popup_allow')}
            </button>
          )}
        </div>
      </section>
      <p>
        <a href="options.html">{t('open_options')}</a>
      </p>
    </main>
  );
}
