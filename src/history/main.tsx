/** The history page: who copies whom, as the reader met it, and everything that is remembered. */
import { render } from 'preact';
import { direction, language, t } from '../locales/t.ts';
import { loadOrDefaults, onChange } from '../settings/store.ts';
import { History } from './history.tsx';
import { type HistoryView, ReadingHistory } from './reading-history.ts';

const root = document.documentElement;
root.lang = language();
root.dir = direction();
document.title = t('history_title');

function draw(view: HistoryView): void {
  root.dataset.look = view.settings.look;
  root.dataset.textSize = view.settings.textSize;
  render(<History view={view} past={past} />, document.body);
  performance.mark('drawn');
}

const past = new ReadingHistory(draw);
onChange(({ settings }) => past.follow(settings));
loadOrDefaults().then(({ settings }) => past.follow(settings));
