import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Key, plural, t } from '../locales/t.ts';
import { Kinds } from './kinds.tsx';
import type { Session } from './session.ts';
import type { ArticleReport } from './state.ts';

const NOTES: Readonly<Record<ArticleReport['cleaning'], Key | null>> = {
  cleaned: null,
  offered: null,
  paused: 'popup_paused',
  'gave-up': 'popup_gave_up',
};

interface HiddenSectionProps {
  readonly report: ArticleReport;
  readonly session: Session;
  /** At the end of the line. */
  readonly why: ComponentChild;
}

/** What was done to the page, in one line; unfolded, piece by piece. */
export function HiddenSection({ report, session, why }: HiddenSectionProps) {
  const [isOpen, setOpen] = useState(false);
  const { pieces, cleaning } = report;
  const note = NOTES[cleaning];
  if (pieces.length === 0) {
    return (
      <section class="hidden-pieces">
        <div class="line">
          <p class="note">{t('popup_nothing_found')}</p>
          {why}
        </div>
      </section>
    );
  }
  return (
    <section class="hidden-pieces">
      <div class="line">
        <button
          type="button"
          name="hidden"
          class="quiet"
          aria-expanded={isOpen}
          aria-controls="kinds"
          onClick={() => setOpen(!isOpen)}
        >
          <span aria-live="polite">
            {plural(cleaning === 'cleaned' ? 'popup_hidden' : 'popup_found', pieces.length)}
          </span>
        </button>
        <Way report={report} session={session} />
        {why}
      </div>
      {note && <p class="note">{t(note)}</p>}
      <div id="kinds" hidden={!isOpen}>
        {isOpen && <Kinds report={report} correcting={session.correcting} />}
      </div>
    </section>
  );
}

/** Outlines what is hidden, or hides it where nothing is. */
function Way({ report, session }: { report: ArticleReport; session: Session }) {
  const { cleaning, peeking, verdict } = report;
  const isCleaned = cleaning === 'cleaned';
  const show = useRef<HTMLButtonElement>(null);
  const isPressed = useRef(false);
  // A button that is clicked may go: the focus stays with the one that comes for it.
  useLayoutEffect(() => {
    if (isPressed.current && document.activeElement === document.body) show.current?.focus();
    isPressed.current = false;
  }, [isCleaned]);
  return isCleaned ? (
    <button
      key="show"
      type="button"
      name="show"
      class="quiet"
      ref={show}
      aria-pressed={peeking}
      onClick={() => session.peek(!peeking)}
    >
      {t('popup_show')}
    </button>
  ) : (
    <button
      key="clean"
      type="button"
      name="clean"
      class={verdict.kind === 'likely-repost' ? 'main' : ''}
      onClick={() => {
        isPressed.current = true;
        session.tell('clean');
      }}
    >
      {t('popup_clean')}
    </button>
  );
}
