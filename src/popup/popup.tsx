import { t } from '../locales/t.ts';
import { ArticleSection } from './article-section.tsx';
import { CopySection } from './copy-section.tsx';
import { CorrectSection } from './correct-section.tsx';
import { EmptySection } from './empty-section.tsx';
import { HiddenSection } from './hidden-section.tsx';
import { MemorySection } from './memory-section.tsx';
import type { PopupView } from './model.ts';
import { News } from './news.tsx';
import type { Session } from './session.ts';
import { SiteBar } from './site-bar.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SummarySection } from './summary-section.tsx';
import { VerdictSection } from './verdict-section.tsx';

/** What every section gets: what to draw, and whom to tell of presses. */
export interface PopupSectionProps {
  readonly view: PopupView;
  readonly session: Session;
}

export function Popup({ view, session }: PopupSectionProps) {
  const { state } = view;
  return (
    <>
      <SiteBar view={view} session={session} />
      <main>
        {state.is === 'article' ? (
          <>
            <ArticleSection report={state.report} />
            {state.report.loading && <p class="note">{t('popup_still_loading')}</p>}
            <VerdictSection report={state.report} session={session} />
            <MemorySection report={state.report} remembered={view.remembered} session={session} />
            <SummarySection report={state.report} session={session} />
            <HiddenSection report={state.report} session={session} />
            <CopySection session={session} />
            {session.correcting && <CorrectSection report={state.report} correcting={session.correcting} />}
          </>
        ) : (
          <>
            <EmptySection empty={state.is} site={view.site} session={session} />
            {state.is === 'no-article' && view.report && session.correcting && (
              <CorrectSection report={view.report} correcting={session.correcting} />
            )}
          </>
        )}
      </main>
      <SiteFooter view={view} session={session} />
      <News news={view.news} />
    </>
  );
}
