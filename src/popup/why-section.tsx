import { t } from '../locales/t.ts';
import type { Unfolded } from './popup.tsx';
import { Saying } from './saying.tsx';
import type { Session } from './session.ts';
import { Signals } from './signals.tsx';
import type { ArticleReport } from './state.ts';

interface WhyProps {
  readonly report: ArticleReport;
  readonly session: Session;
  readonly unfolded: Unfolded;
  readonly unfold: (what: Unfolded) => void;
}

/** Unfolds the reasons, where there are any. */
export function WhyButton({ report, unfolded, unfold }: Omit<WhyProps, 'session'>) {
  if (report.verdict.signals.length === 0) return null;
  return (
    <button
      type="button"
      name="why"
      class="quiet"
      aria-expanded={unfolded !== null}
      aria-controls="why"
      onClick={() => unfold(unfolded === null ? 'why' : null)}
    >
      {t('popup_why')}
    </button>
  );
}

/** What speaks for the verdict and against it, and what the reader has to say about it. */
export function WhySection({ report, session, unfolded, unfold }: WhyProps) {
  return (
    <section class="why" id="why" hidden={unfolded === null}>
      {unfolded !== null && (
        <>
          <Signals report={report} session={session} />
          {session.correcting && (
            <Saying report={report} correcting={session.correcting} unfolded={unfolded} unfold={unfold} />
          )}
        </>
      )}
    </section>
  );
}
