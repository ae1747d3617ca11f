/** The popup: what the page is, where it is from, what it says, and what was done. */
import { render } from 'preact';
import { direction, language, t } from '../locales/t.ts';
import { keepErrors } from '../settings/errors.ts';
import { isUnderButton } from './api.ts';
import type { PopupView } from './model.ts';
import { Popup } from './popup.tsx';
import { printArticle } from './print.tsx';
import { Session } from './session.ts';

/** If the answer comes within this time, nothing is drawn before it: nothing flashes. Milliseconds. */
const SOON_MS = 100;

keepErrors('popup');

const root = document.documentElement;
root.lang = language();
root.dir = direction();
document.title = t('popup_title');
root.classList.toggle('under-button', isUnderButton());

function draw(view: PopupView): void {
  root.dataset.look = view.look;
  root.dataset.textSize = view.textSize;
  render(<Popup view={view} session={session} />, document.body);
  if (view.state.is !== 'loading') performance.mark('final');
}

const session = new Session(draw);
const asked = new URLSearchParams(location.search);
const printed = Number(asked.get('print'));
if (printed) printArticle(printed, asked.has('selection'));
else {
  const patience = setTimeout(() => draw(session.view), SOON_MS);
  session.start().finally(() => clearTimeout(patience));
}
