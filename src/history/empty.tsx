import { t } from '../locales/t.ts';

/** What stands here before the first article is remembered. */
export function Empty() {
  return (
    <div class="empty">
      <svg viewBox="0 0 120 88" width="120" height="88" aria-hidden="true">
        <rect class="sheet back" x="30" y="4" width="64" height="76" rx="6" />
        <rect class="sheet" x="22" y="10" width="64" height="76" rx="6" />
        <rect class="headline" x="30" y="20" width="40" height="6" rx="2" />
        <rect class="line" x="30" y="34" width="48" height="4" rx="2" />
        <rect class="line" x="30" y="43" width="44" height="4" rx="2" />
        <rect class="line" x="30" y="52" width="48" height="4" rx="2" />
        <circle class="lens" cx="88" cy="58" r="16" />
        <path class="lens" d="M99.5 69.5 L110 80" />
      </svg>
      <p>{t('history_empty')}</p>
      <p class="note">{t('history_empty_more')}</p>
    </div>
  );
}
