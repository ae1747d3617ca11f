/** A made-up page with litter on it, cleaned and restored by the rules that do it on the web. */
import { render } from 'preact';
import { Hiding } from '../content/hide.ts';
import { analyze } from '../engine/analyse.ts';
import { direction, language, t } from '../locales/t.ts';
import { loadOrDefaults } from '../settings/store.ts';
import { Controls } from './controls.tsx';

/** Where the page pretends to be: an address of the extension is no news site's. */
const ADDRESS = 'https://quickfeed.example/tallow-bay-votes-to-plant-seagrass';

const controls = document.getElementById('controls') as HTMLElement;
controls.lang = language();
controls.dir = direction();
document.title = t('demo_title');

const { clutter, original } = analyze(document, ADDRESS);
const host = new URL(original?.url ?? ADDRESS).hostname.replace(/^www\./, '');
const hiding = new Hiding(document, 'litter');

function draw(): void {
  const isClean = hiding.pieces.length > 0;
  const toggle = () => {
    hiding.set(isClean ? [] : clutter);
    draw();
  };
  render(<Controls host={host} hidden={hiding.pieces} onToggle={toggle} />, controls);
}

loadOrDefaults().then(({ settings }) => {
  document.documentElement.dataset.look = settings.look;
  document.documentElement.dataset.textSize = settings.textSize;
  draw();
});
