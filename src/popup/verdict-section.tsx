import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { type Key, t, word } from '../locales/t.ts';
import type { Report } from '../messages.ts';
import { plainName, safeHost, webAddress } from './format.ts';
import { Rich } from './rich-message.tsx';
import { Saying } from './saying.tsx';
import type { Session } from './session.ts';
import type { ArticleReport } from './state.ts';

/** Verdict → the sentence that names a source, and the one that cannot. */
const SENTENCES: Readonly<Record<string, readonly [named: Key | null, unnamed: Key]>> = {
  repost: ['verdict_repost', 'verdict_repost_unknown'],
  'likely-repost': ['verdict_likely_repost', 'verdict_likely_repost_unknown'],
  syndicated: ['verdict_syndicated', 'verdict_syndicated_unknown'],
  none: [null, 'verdict_none'],
};

/** The same where it is the reader who says so. */
const TOLD: typeof SENTENCES = {
  repost: ['verdict_told_copy', 'verdict_told_copy_unknown'],
  none: [null, 'verdict_told_not_copy'],
};

/** Where it is from, and how we know. */
export function VerdictSection({ report, session }: { report: ArticleReport; session: Session }) {
  const [why, setWhy] = useState(false);
  const { kind, signals, fromUser } = report.verdict;
  const [named, unnamed] = (fromUser ? TOLD : SENTENCES)[kind] ?? [null, 'verdict_none'];
  const address = webAddress(report.original?.url);
  const source = address ? safeHost(address) : plainName(report.original?.publisher ?? '');
  return (
    <section class={`verdict ${kind}`}>
      <p>
        {named && source ? (
          <Rich message={named}>
            <bdi class="source" dir={address ? 'ltr' : 'auto'}>
              {address ? source : t('quoted', source)}
            </bdi>
          </Rich>
        ) : (
          t(unnamed)
        )}
      </p>
      {named && <Via report={report} />}
      {(named || signals.length > 0) && (
        <div class="buttons">
          {named && <Way address={address} session={session} />}
          {signals.length > 0 && (
            <button type="button" class="quiet" aria-expanded={why} aria-controls="why" onClick={() => setWhy(!why)}>
              {t('popup_why')}
            </button>
          )}
        </div>
      )}
      {session.correcting && <Saying report={report} correcting={session.correcting} />}
      <div class="why" id="why" hidden={!why}>
        {why && <Signals report={report} session={session} />}
      </div>
    </section>
  );
}

/** To the original: by its address, or else by a search. */
function Way({ address, session }: { address: URL | null; session: Session }) {
  return address ? (
    <button type="button" class="main" onClick={() => session.open(address.href)}>
      {t('popup_open_original')}
    </button>
  ) : (
    <button type="button" class="main" onClick={() => session.find()}>
      {t('popup_find_original')}
    </button>
  );
}

/** The redirector that hides the address. */
function Via({ report: { original } }: { report: ArticleReport }) {
  const via = original?.url ? null : webAddress(original?.via && `https://${original.via}`);
  if (!via) return null;
  return (
    <p class="note">
      <Rich message="popup_via">
        <bdi dir="ltr">{safeHost(via)}</bdi>
      </Rich>
    </p>
  );
}

type ReportedSignal = Report['verdict']['signals'][number];

/** In the order they are shown. */
const DIRECTIONS: readonly (readonly [ReportedSignal['direction'], Key])[] = [
  ['repost', 'popup_signals_repost'],
  ['syndicated', 'popup_signals_syndicated'],
  ['against', 'popup_signals_against'],
];

function Signals({ report, session }: { report: ArticleReport; session: Session }) {
  const signals = report.verdict.signals.map((signal, index) => ({ ...signal, index }));
  return DIRECTIONS.map(([direction, heading]) => {
    const group = signals
      .filter((signal) => signal.direction === direction)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    if (group.length === 0) return null;
    return (
      <Fragment key={direction}>
        <h2>{t(heading)}</h2>
        <ul class="signals">
          {group.map(({ index, id, quote }) => (
            <li key={index}>
              <button
                type="button"
                class="row"
                title={t('popup_show_sentence')}
                onClick={() => session.show({ type: 'show-signal', index })}
              >
                <span>{word('signal', id) ?? t('signal_other')}</span>
                {quote && (
                  <q>
                    <bdi>{quote}</bdi>
                  </q>
                )}
              </button>
            </li>
          ))}
        </ul>
      </Fragment>
    );
  });
}
