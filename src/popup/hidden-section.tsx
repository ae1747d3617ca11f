import { useLayoutEffect, useRef } from 'preact/hooks';
import { language, plural, t, word } from '../locales/t.ts';
import type { ReportedPiece } from '../messages.ts';
import { Pieces } from './pieces.tsx';
import type { Session } from './session.ts';
import type { ArticleReport } from './state.ts';

/** What was done to the page, and how to have it otherwise. */
export function HiddenSection({ report, session }: { report: ArticleReport; session: Session }) {
  const { pieces, cleaning } = report;
  const cleaned = cleaning === 'cleaned';
  if (pieces.length === 0) {
    return (
      <section class="hidden-pieces">
        <p class="note">{t('popup_nothing_found')}</p>
      </section>
    );
  }
  return (
    <section class="hidden-pieces">
      <details>
        <summary>
          <h2 aria-live="polite">{plural(cleaned ? 'popup_hidden' : 'popup_found', pieces.length)}</h2>
          <Kinds pieces={pieces} />
        </summary>
        <Pieces pieces={pieces} correcting={session.correcting} />
      </details>
      {cleaning === 'gave-up' && <p class="note">{t('popup_gave_up')}</p>}
      {cleaning === 'paused' && <p class="note">{t('popup_paused')}</p>}
      <Buttons report={report} session={session} />
    </section>
  );
}

function Buttons({ report, session }: { report: ArticleReport; session: Session }) {
  const { cleaning, peeking, verdict } = report;
  const cleaned = cleaning === 'cleaned';
  const isOffer = verdict.kind === 'repost' || verdict.kind === 'likely-repost';
  const buttons = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const press = (message: Parameters<Session['tell']>[0]) => {
    pressed.current = true;
    session.tell(message);
  };
  // A button that is pressed may go: the focus stays with those that come for it.
  useLayoutEffect(() => {
    if (pressed.current && document.activeElement === document.body) buttons.current?.querySelector('button')?.focus();
    pressed.current = false;
  }, [cleaned]);
  return (
    <div class="buttons" ref={buttons}>
      {cleaned ? (
        <>
          <button key="peek" type="button" aria-pressed={peeking} onClick={() => session.peek(!peeking)}>
            {t('popup_show_everything')}
          </button>
          <button key="pause" type="button" onClick={() => press({ type: 'pause' })}>
            {t('popup_not_here')}
          </button>
        </>
      ) : (
        <button key="clean" type="button" class={isOffer ? 'main' : ''} onClick={() => press({ type: 'clean' })}>
          {t('popup_clean')}
        </button>
      )}
    </div>
  );
}

const kindName = (kind: ReportedPiece['kind']) => word('kind', kind) ?? kind;

function groupBy<K>(pieces: readonly ReportedPiece[], keyOf: (piece: ReportedPiece) => K): Map<K, ReportedPiece[]> {
  const groups = new Map<K, ReportedPiece[]>();
  for (const piece of pieces) {
    const key = keyOf(piece);
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  return groups;
}

/** How many of each kind, most first. */
function Kinds({ pieces }: { pieces: readonly ReportedPiece[] }) {
  const kinds = groupBy(pieces, ({ kind }) => kind);
  const number = new Intl.NumberFormat(language());
  return (
    <span class="kinds">
      {[...kinds]
        .sort(([, a], [, b]) => b.length - a.length)
        .map(([kind, { length }]) => (
          <span class="kind">
            {kindName(kind)} <b>{number.format(length)}</b>
          </span>
        ))}
    </span>
  );
}
