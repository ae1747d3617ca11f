import { t } from '../locales/t.ts';
import type { Session } from './session.ts';

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
      </div>
    </section>
  );
}
