import { t } from '../locales/t.ts';
import type { Session } from './session.ts';

/** The article to take along. */
export function CopySection({ session }: { session: Session }) {
  return (
    <section class="copy">
      <h2 id="copy">{t('popup_copy')}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs */}
      <div class="buttons" role="group" aria-labelledby="copy">
        <button type="button" onClick={() => session.copy('text')}>
          {t('popup_copy_text')}
        </button>
        <button type="button" onClick={() => session.copy('markdown')}>
          {t('popup_copy_markdown')}
        </button>
        <button type="button" onClick={() => session.copy('quote')}>
          {t('popup_copy_quote')}
        </button>
      </div>
      <h2 id="save">{t('popup_save')}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs */}
      <div class="buttons" role="group" aria-labelledby="save">
        <button type="button" onClick={() => session.save('markdown')}>
          {t('popup_save_markdown')}
        </button>
        <button type="button" onClick={() => session.save('html')}>
          {t('popup_save_html')}
        </button>
        <button type="button" onClick={() => session.print()}>
          {t('popup_print')}
        </button>
      </div>
    </section>
  );
}
