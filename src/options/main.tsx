/** The options page: what is cleaned where, what is hidden, and how it looks. */
import { render } from 'preact';
import { direction, language } from '../locales/t.ts';
import { type Loaded, loadOrDefaults, onChange } from '../settings/store.ts';
import { Options } from './options.tsx';

const root = document.documentElement;
root.lang = language();
root.dir = direction();

function draw(loaded: Loaded): void {
  root.dataset.look = loaded.settings.look;
  root.dataset.textSize = loaded.settings.textSize;
  render(<Options {...loaded} />, document.body);
  performance.mark('drawn');
}

onChange(draw);
loadOrDefaults().then(draw);
