import { t } from '../locales/t.ts';
import type { PopupSectionProps } from './popup.tsx';

/** What is set for the Site beyond on and off, and the way to everything else. */
export function SiteFooter({ view: { site, mode }, session }: PopupSectionProps) {
  return (
    <footer class="foot">
      {site && mode !== 'off' ? (
        <label>
          <input
            type="checkbox"
            checked={mode === 'always'}
            onChange={() => session.setMode(mode === 'always' ? 'auto' : 'always')}
          />
          {t('popup_always')}
        </label>
      ) : (
        <span />
      )}
      <button type="button" class="quiet" onClick={() => session.options()}>
        {t('popup_options')}
      </button>
    </footer>
  );
}
