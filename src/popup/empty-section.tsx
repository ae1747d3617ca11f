import { type Key, t } from '../locales/t.ts';
import { type Area, isPathArea, readablePath } from '../settings/area.ts';
import { Rich } from './rich-message.tsx';
import type { Session } from './session.ts';
import type { EmptyReason } from './state.ts';

interface EmptyWords {
  readonly title: Key;
  readonly more?: Key;
  /** What helps, best first. */
  readonly helps?: readonly (readonly [name: string, Key, (session: Session) => void])[];
}

const WORDS: Readonly<Record<EmptyReason, EmptyWords>> = {
  loading: { title: 'popup_loading' },
  'no-article': { title: 'popup_no_article', more: 'popup_no_article_more' },
  'too-large': { title: 'popup_too_large', more: 'popup_too_large_more' },
  off: {
    title: 'popup_off',
    more: 'popup_off_more',
    helps: [['clean-once', 'popup_clean_once', (session) => session.cleanOnce()]],
  },
  'no-access': {
    title: 'popup_no_access',
    more: 'popup_no_access_more',
    // The press on the toolbar button has let us in here, for as long as the tab stays on this page.
    helps: [
      ['clean-once', 'popup_clean_once', (session) => session.cleanOnce()],
      ['allow', 'popup_allow', (session) => session.allow()],
    ],
  },
  barred: { title: 'popup_barred', more: 'popup_barred_more' },
  unreachable: {
    title: 'popup_unreachable',
    more: 'popup_unreachable_more',
    helps: [['reload', 'popup_reload', (session) => session.reload()]],
  },
};

interface EmptySectionProps {
  readonly empty: EmptyReason;
  readonly area: Area | null;
  readonly session: Session;
}

/** Says why there is nothing to show, and what helps. */
export function EmptySection({ empty, area, session }: EmptySectionProps) {
  const { title, more, helps = [] } = WORDS[empty];
  // Where a path is off, the rest of the site need not be.
  const isPathOff = empty === 'off' && area !== null && isPathArea(area);
  return (
    <section class={`empty ${empty}`} aria-busy={empty === 'loading'}>
      <h1>
        <Rich message={title}>
          <bdi dir="ltr">{area && readablePath(area)}</bdi>
        </Rich>
      </h1>
      {more && !isPathOff && <p>{t(more)}</p>}
      {helps.length > 0 && (
        <div class="buttons">
          {helps.map(([name, label, help], index) => (
            <button
              key={name}
              type="button"
              name={name}
              class={index === 0 ? 'main' : ''}
              onClick={() => help(session)}
            >
              {t(label)}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
