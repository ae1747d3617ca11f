import { type Key, t } from '../locales/t.ts';
import { requestAccess } from '../settings/access.ts';
import { isFirefox } from '../settings/family.ts';
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

/** What the extension does, where its button is, what each permission is for, and nothing else. */
export function Welcome({ access }: { access: boolean }) {
  return (
    <main>
      <h1>
        <img src="icons/icon-48.png" alt="" width="32" height="32" />
        {t('welcome_title')}
      </h1>
      <div class="what">
        <p>{t('welcome_what')}</p>
        <p>{t('welcome_button')}</p>
        <p>{t('welcome_private')}</p>
      </div>
      <Picture />
      <section aria-labelledby="pin">
        <h2 id="pin">{t('welcome_pin')}</h2>
        <p>{t(wayToPin())}</p>
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
    </main>
  );
}
