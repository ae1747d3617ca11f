import { t } from '../locales/t.ts';
import type { PopupSectionProps } from './popup.tsx';

/** Where the reader is, and the switch for it. */
export function SiteBar({ view: { site, mode, icon }, session }: PopupSectionProps) {
  if (!site) {
    return (
      <header class="bar">
        <span class="brand">{t('popup_title')}</span>
      </header>
    );
  }
  const on = mode !== 'off';
  return (
    <header class="bar">
      <label>
        <span class="icon">{icon ? <img src={icon} alt="" width="16" height="16" /> : <Globe />}</span>
        <bdi class="site" dir="ltr" title={site}>
          {site}
        </bdi>
        <input
          type="checkbox"
          name="switch"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its own state
          role="switch"
          aria-label={t('popup_switch', site)}
          checked={on}
          onChange={({ currentTarget }) => session.setMode(currentTarget.checked ? 'on' : 'off')}
        />
      </label>
    </header>
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
