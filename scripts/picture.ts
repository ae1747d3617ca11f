/**
 * `npx tsx scripts/picture.ts`: puts what `npm start -- --headless` wrote to screenshots/ side by side, before, after and
 * popup, as docs/images/demo.png.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Rig } from './drive/rig.ts';
import { ROOT } from './paths.ts';

const PICTURES = ['before', 'after', 'popup'];
const STYLE = `
  body { margin: 0; padding: 24px; display: flex; gap: 24px; align-items: flex-start; width: max-content; background: #eef0f3 }
  img { width: 360px; border-radius: 8px; box-shadow: 0 1px 8px #0003 }`;

const shown = (name: string) => {
  const data = readFileSync(join(ROOT, 'screenshots', `${name}.png`)).toString('base64');
  return `<img src="data:image/png;base64,${data}" alt="">`;
};

const rig = await Rig.start('chromium', { extension: null });
try {
  const page = await rig.browser.newPage();
  await page.setContent(`<!doctype html><style>${STYLE}</style>${PICTURES.map(shown).join('')}`);
  const body = await page.$('body');
  const picture = await body?.screenshot();
  if (!picture) throw new Error('there is nothing to take a picture of');
  const folder = join(ROOT, 'docs/images');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'demo.png'), picture);
  console.log(`docs/images/demo.png: ${Math.round(picture.length / 1000)} KB`);
} finally {
  await rig.close();
}
