import { t } from '../locales/t.ts';
import type { Session } from './session.ts';

/** Asks, once and quietly, whether articles may be remembered. */
export function Consent({ session }: { session: Session }) {
  return (
    <section class="memory consent">
      <p class="note">
        <strong>{t('popup_remember')}</strong> {t('popup_remember_more')}
      </p>
      <div class="buttons">
        <button type="button" name="remember" class="quiet" onClick={() => session.setRemember('on')}>
          {t('popup_remember_yes')}
        </button>
        <button type="button" name="remember-not" class="quiet" onClick={() => session.setRemember('off')}>
          {t('popup_remember_no')}
        </button>
      </div>
    </section>
  );
}
