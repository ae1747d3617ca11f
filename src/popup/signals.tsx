import { Fragment } from 'preact';
import { type Key, t, word } from '../locales/t.ts';
import type { Report } from '../messages.ts';
import type { Session } from './session.ts';
import type { ArticleReport } from './state.ts';

type ReportedSignal = Report['verdict']['signals'][number];

/** In the order they are shown. */
const DIRECTIONS: readonly (readonly [ReportedSignal['direction'], Key])[] = [
  ['repost', 'popup_signals_repost'],
  ['syndicated', 'popup_signals_syndicated'],
  ['against', 'popup_signals_against'],
];

const wordsOf = ({ id }: ReportedSignal) => word('signal', id) ?? t('signal_other');

/** What speaks for and against a copy, strongest first, each once. */
export function Signals({ report, session }: { report: ArticleReport; session: Session }) {
  const all = report.verdict.signals
    .map((signal, index) => ({ ...signal, index, words: wordsOf(signal) }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const signals = all.filter(({ words }, i) => all.findIndex((other) => other.words === words) === i);
  return DIRECTIONS.map(([direction, heading]) => {
    const group = signals.filter((signal) => signal.direction === direction);
    if (group.length === 0) return null;
    return (
      <Fragment key={direction}>
        <h2>{t(heading)}</h2>
        <ul class="signals">
          {group.map(({ index, words, quote }) => (
            <li key={index}>
              <button
                type="button"
                class="row"
                title={t('popup_show_sentence')}
                onClick={() => session.show({ type: 'show-signal', index })}
              >
                <span>{words}</span>
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
