import { useState } from 'preact/hooks';
import { t } from '../locales/t.ts';
import { ArticleSection } from './article-section.tsx';
import { Consent } from './consent.tsx';
import { CorrectionsHere } from './corrections-here.tsx';
import { EmptySection } from './empty-section.tsx';
import { Footer } from './footer.tsx';
import { HiddenSection } from './hidden-section.tsx';
import { MemorySection } from './memory-section.tsx';
import type { PopupView } from './model.ts';
import { News } from './news.tsx';
import { ReportView } from './report-view.tsx';
import type { Session } from './session.ts';
import { SiteBar } from './site-bar.tsx';
import { SummarySection } from './summary-section.tsx';
import { VerdictSection } from './verdict-section.tsx';
import { WhyButton, WhySection } from './why-section.tsx';

/** What every section gets: what to draw, and whom to tell of clicks. */
export interface PopupSectionProps {
  readonly view: PopupView;
  readonly session: Session;
}

/** What is unfolded of the reasons: they alone, or with what the reader has to say about them. */
export type Unfolded = 'why' | 'verdict' | 'original' | null;

export function Popup({ view, session }: PopupSectionProps) {
  const [unfolded, unfold] = useState<Unfolded>(null);
  const [isReporting, setReporting] = useState(false);
  const { state, report, remembered } = view;
  const { correcting } = session;
  return (
    <>
      <SiteBar view={view} session={session} />
      <main>
        {state.is === 'article' ? (
          <>
            <VerdictSection report={state.report} session={session} />
            <HiddenSection
              report={state.report}
              session={session}
              why={<WhyButton report={state.report} unfolded={unfolded} unfold={unfold} />}
            />
            <WhySection report={state.report} session={session} unfolded={unfolded} unfold={unfold} />
            <MemorySection report={state.report} remembered={remembered} session={session} />
            <ArticleSection report={state.report} />
            <SummarySection report={state.report} session={session} />
          </>
        ) : (
          <EmptySection empty={state.is} area={view.area} session={session} />
        )}
        {report?.loading && state.is !== 'loading' && <p class="note">{t('popup_still_loading')}</p>}
        {report && correcting && (
          <>
            <CorrectionsHere correcting={correcting} />
            {isReporting && <ReportView report={report} correcting={correcting} />}
          </>
        )}
        {remembered.asks && <Consent session={session} />}
      </main>
      <Footer view={view} session={session} unfold={unfold} report={() => setReporting(true)} />
      <News news={view.news} />
    </>
  );
}
