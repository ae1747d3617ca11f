import { plural, t, word } from '../locales/t.ts';
import type { PieceKind } from '../messages.ts';

interface ControlsProps {
  /** Where the article came from. */
  readonly host: string;
  readonly hidden: readonly { readonly kind: PieceKind }[];
  readonly onToggle: () => void;
}

/** The bar over the made-up page: cleans it and restores it, and says what was found. */
export function Controls({ host, hidden, onToggle }: ControlsProps) {
  const kinds = [...new Set(hidden.map(({ kind }) => kind))].map((kind) => word('kind', kind) ?? kind);
  return (
    <>
      <p class="name">
        <img src="icons/icon-48.png" alt="" width="24" height="24" /> {t('demo_title')}
      </p>
      <p class="note">{t('demo_note')}</p>
      <button type="button" name="toggle" class="main" onClick={onToggle}>
        {t(hidden.length > 0 ? 'menu_restore' : 'menu_clean')}
      </button>
      <div class="found" role="status">
        {hidden.length > 0 && (
          <>
            <p>{t('demo_found', host)}</p>
            <p>
              {plural('demo_hidden', hidden.length)}
              <span class="note"> {kinds.join(' · ')}</span>
            </p>
            <p class="note">{t('demo_next')}</p>
          </>
        )}
      </div>
      <a href="welcome.html">{t('welcome_title')}</a>
    </>
  );
}
