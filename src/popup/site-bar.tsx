import { t } from '../locales/t.ts';
import { isPathArea, partsOf, readablePath } from '../settings/area.ts';
import type { PopupSectionProps } from './popup.tsx';
import { Rich } from './rich-message.tsx';

/** Where the reader is, and the switch for it. */
export function SiteBar({ view, session }: PopupSectionProps) {
  const { area, mode, icon } = view;
  if (!area) {
    return (
      <header class="bar">
        <span class="brand">{t('popup_title')}</span>
      </header>
    );
  }
  const name = readablePath(area);
  const on = mode !== 'off';
  return (
    <header class="bar">
      <label>
        <span class="icon">{icon ? <img src={icon} alt="" width="16" height="16" /> : <Globe />}</span>
        <bdi class="site" dir="ltr" title={name}>
          {name}
        </bdi>
        <input
          type="checkbox"
          name="switch"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its own state
          role="switch"
          aria-label={t('popup_switch', name)}
          checked={on}
          onChange={({ currentTarget }) => session.setMode(currentTarget.checked ? 'on' : 'off')}
        />
      </label>
      <PathChoice view={view} session={session} />
    </header>
  );
}

/** Where the Site has a choice of its own: the paths that can be exceptions to it; on such a path, the way back. */
function PathChoice({ view: { area, paths, mode }, session }: PopupSectionProps) {
  if (area && isPathArea(area))
    return (
      <p class="path">
        <button type="button" name="same-as-site" onClick={() => session.followSite()}>
          {t('popup_same_as_site', partsOf(area)[0])}
        </button>
      </p>
    );
  if (paths.length === 0) return null;
  const message = mode === 'off' ? 'popup_only_on' : 'popup_only_off';
  return (
    <p class="path">
      <Rich message={message}>
        {paths.map((path) => {
          const name = readablePath(path);
          return (
            <button
              key={path}
              type="button"
              name="path"
              aria-label={t(message, name)}
              onClick={() => session.exceptPath(path)}
            >
              <bdi dir="ltr">{partsOf(name)[1]}</bdi>
            </button>
          );
        })}
      </Rich>
    </p>
  );
}

function Globe() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" class="line">
      <circle cx="8" cy="8" r="6.5" />
      <ellipse cx="8" cy="8" rx="2.8" ry="6.5" />
      <path d="M1.5 8h13" />
    </svg>
  );
}
