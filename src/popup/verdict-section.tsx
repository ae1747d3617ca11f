import { plainName, safeHost, webAddress } from '../formats/fit-to-show.ts';
import { type Key, t } from '../locales/t.ts';
import { Rich } from './rich-message.tsx';
import type { Session } from './session.ts';
import type { ArticleReport } from './state.ts';

/** Verdict → the line that names a source, and the one that cannot. */
const LINES: Readonly<Record<string, readonly [named: Key | null, unnamed: Key]>> = {
  repost: ['from_copied', 'from_copied_unknown'],
  'likely-repost': ['from_maybe', 'from_maybe_unknown'],
  syndicated: ['from_credited', 'from_credited_unknown'],
  none: [null, 'from_none'],
};

/** The same where it is the reader who says so. */
const TOLD: typeof LINES = {
  repost: ['from_told_copy', 'from_told_copy_unknown'],
  none: [null, 'from_told_not_copy'],
};

/** Where it is from, in one line. */
export function VerdictSection({ report, session }: { report: ArticleReport; session: Session }) {
  const { kind, fromUser } = report.verdict;
  const [named, unnamed] = (fromUser ? TOLD : LINES)[kind] ?? [null, 'from_none'];
  const address = webAddress(report.original?.url);
  const source = address ? safeHost(address) : plainName(report.original?.publisher ?? '');
  return (
    <section class={`verdict ${kind}`}>
      <div class="line">
        <p>
          {named && source ? (
            <Rich message={named}>
              <bdi class="source" dir={address ? 'ltr' : 'auto'}>
                {address ? source : t('quoted', source)}
              </bdi>
            </Rich>
          ) : (
            t(isTooLittle(report) ? 'from_little' : unnamed)
          )}
        </p>
        {named && <Way address={address} isMain={kind === 'repost'} session={session} />}
      </div>
      {named && <Via report={report} />}
    </section>
  );
}

/** There are signs of a copy, and no verdict follows from them. */
const isTooLittle = ({ verdict: { kind, fromUser, signals } }: ArticleReport) =>
  kind === 'none' && !fromUser && signals.some(({ direction }) => direction === 'repost');

interface WayProps {
  readonly address: URL | null;
  readonly isMain: boolean;
  readonly session: Session;
}

/** To the original: by its address, or else by a search. */
function Way({ address, isMain, session }: WayProps) {
  const look = isMain ? 'main' : '';
  return address ? (
    <button type="button" name="open-original" class={look} onClick={() => session.open(address.href)}>
      {t('popup_open_original')}
    </button>
  ) : (
    <button type="button" name="find-original" class={look} onClick={() => session.find()}>
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
