/** The popup: what the page is, where it is from, what it says, and what was done. */
import { render } from 'preact';
import { direction, language, t } from '../locales/t.ts';
import { keepErrors } from '../settings/errors.ts';
import { isUnderButton } from './api.ts';
import { Popup } from './popup.tsx';
import { printArticle } from './print.tsx';
import { Session, type View } from './session.ts';

/** A reader sees nothing flash by when the answer comes within this time. Milliseconds. */
const SOON = 100;

keepErrors('popup');

const root = document.documentElement;
root.lang = language();
root.dir = direction();
document.title = t('popup_title');
root.classList.toggle('under-button', isUnderButton());

function draw(view: View): void {
  root.dataset.look = view.look;
  root.dataset.textSize = view.textSize;
  render(<Popup view={view} session={session} />, document.body);
  if (view.state.is !== 'loading') performance.mark('final');
}

const session = new Session(draw);
const printed = Number(new URLSearchParams(location.search).get('print'));
if (printed) printArticle(printed);
else {
  const patience = setTimeout(() => draw(session.view), SOON);
  session.start().finally(() => clearTimeout(patience));
}
