/** The page that a reader sees once, after the extension was installed. */
import { render } from 'preact';
import { direction, language, t } from '../locales/t.ts';
import { hasAccess, onAccess } from '../settings/access.ts';
import { loadOrDefaults } from '../settings/store.ts';
import { Welcome } from './welcome.tsx';

const root = document.documentElement;
root.lang = language();
root.dir = direction();
document.title = t('welcome_title');

async function draw(): Promise<void> {
  const [{ settings }, access] = await Promise.all([loadOrDefaults(), hasAccess()]);
  root.dataset.look = settings.look;
  root.dataset.textSize = settings.textSize;
  render(<Welcome access={access} />, document.body);
}

onAccess(draw);
draw();
