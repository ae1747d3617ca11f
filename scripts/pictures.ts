/**
 * `npm run pictures`: builds, and writes to store/pictures/ what the stores and the README show: five pictures of the
 * running extension, 1280 × 800; and to screenshots/ a contact sheet of all pages of the extension in both browsers, which is
 * not kept. `-- --store` and `-- --sheet` write one of the two. Look at each picture before it is kept. Every script takes fonts for it: on Debian,
 * `apt-get install fonts-noto-core fonts-noto-cjk`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { Mode } from '../src/settings/schema.ts';
import { build } from './build.ts';
import { contactSheet } from './contact-sheet.ts';
import { FIXTURES, Rig } from './drive/rig.ts';
import { until } from './drive/until.ts';
import type { View } from './drive/view.ts';
import { ROOT } from './paths.ts';

const SIZE = { width: 1280, height: 800 };
/** Names that a reader may see in a picture; all answered by the fixtures. */
const HOSTS = ['dailyupdatehub.example', 'planetdigest.example', 'breaking-feed.example'];
const [HOST = ''] = HOSTS;
const SITES: Readonly<Record<string, Mode>> = {
  'breaking-feed.example': 'always',
  'intranet.example': 'off',
  'mail.example': 'off',
  'planetdigest.example': 'always',
};
const STYLE = `
  body { margin: 0; padding: 0 24px; box-sizing: border-box; width: ${SIZE.width}px; height: ${SIZE.height}px;
         overflow: hidden; background: #e6eaee; color: #17212b; font: 17px system-ui, sans-serif }
  h1 { margin: 0; font-size: 27px; line-height: 84px; text-align: center }
  div { display: flex; gap: 24px; justify-content: center; align-items: flex-start; position: relative }
  figure { margin: 0 }
  figcaption { padding-bottom: 8px; text-align: center }
  img { display: block; border-radius: 8px; box-shadow: 0 1px 10px #0004 }
  .over { position: absolute; top: 12px; right: 44px; box-shadow: 0 4px 24px #0007 }`;

interface Shown {
  readonly png: Uint8Array;
  /** Other than its own. */
  readonly width?: number;
  readonly words?: string;
  /** Lies on the one before. */
  readonly over?: boolean;
}

const figure = ({ png, width, words, over }: Shown) => {
  const caption = words === undefined ? '' : `<figcaption>${words}</figcaption>`;
  const src = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return `<figure>${caption}<img${over ? ' class="over"' : ''}${width ? ` width="${width}"` : ''} src="${src}" alt=""></figure>`;
};

/** A line, and pictures below it. */
async function compose(rig: Rig, line: string, shown: readonly Shown[]): Promise<Uint8Array> {
  const page = await rig.browser.newPage();
  await page.setViewport(SIZE);
  await page.setContent(
    `<!doctype html><style>${STYLE}</style><h1>${line}</h1><div>${shown.map(figure).join('')}</div>`,
  );
  const png = await page.screenshot();
  await page.close();
  return png;
}

/** What is seen of a page, with an element at the top. */
async function seen(page: Page, selector: string, width: number, height: number): Promise<Uint8Array> {
  await page.setViewport({ width, height });
  await page.$eval(selector, (element) => {
    (element as HTMLElement).style.scrollMarginTop = '16px';
    element.scrollIntoView({ block: 'start' });
  });
  return page.screenshot();
}

const isCleaned = (page: Page) =>
  until('the page is cleaned', () => page.evaluate(() => !document.body.innerText.includes('Leave a Reply')));

const isFinal = (view: View) =>
  until('the popup has its content', () => view.evaluate<boolean>(`performance.getEntriesByName('final').length > 0`));

/** The real popup. */
async function popupOver(rig: Rig, page: Page): Promise<Uint8Array> {
  const popup = await rig.popup(page);
  await isFinal(popup);
  const png = await popup.screenshot();
  await popup.close();
  return png;
}

/** The popup's page in a tab, where it may be taller: with something unfolded, and with an element at the end in sight. */
async function unfolded(rig: Rig, page: Page, press: string, end: string): Promise<Uint8Array> {
  const view = await rig.extensionPage(`popup.html?tab=${await rig.tabId(page)}`);
  await view.resize(392, 640);
  await isFinal(view);
  // A mouse would stay and light up what comes to lie under it.
  await view.evaluate((css) => document.querySelector<HTMLElement>(css)?.click(), press);
  await view.evaluate((css) => document.querySelector(css)?.scrollIntoView({ block: 'end' }), end);
  const png = await view.screenshot();
  await view.close();
  return png;
}

async function extensionPage(rig: Rig, path: string, selector: string): Promise<Uint8Array> {
  const view = await rig.extensionPage(path);
  await view.resize(1180, 690);
  await until(`${path} is drawn`, () => view.evaluate((css) => document.querySelector(css) !== null, selector));
  const png = await view.screenshot();
  await view.close();
  return png;
}

async function take(rig: Rig): Promise<Readonly<Record<string, Uint8Array>>> {
  const end = '.entry-content p:last-of-type';
  const page = await rig.open(`http://${HOST}/repost-en`);
  const before = await seen(page, end, 800, 850);
  await rig.install();
  // The first page that is shown after an install is ours.
  await page.bringToFront();
  await page.reload();
  await isCleaned(page);
  const after = await seen(page, end, 800, 850);
  const whole = await seen(page, 'html', 1180, 690);
  const popup = await popupOver(rig, page);
  const why = await unfolded(rig, page, '[aria-controls=why]', 'header');
  const hidden = await unfolded(rig, page, '[name=hidden]', '.hidden-pieces');
  const last = await unfolded(rig, page, '[name=more]', 'footer');

  await rig.api(`browser.storage.local.set(${JSON.stringify({ sites: SITES, remember: 'on' })}).then(() => 0)`);
  const options = await extensionPage(rig, 'options.html#sites', '.sites li');
  for (const address of [...HOSTS.map((host) => `${host}/repost-en`), `${HOST}/repost-ar`]) {
    const met = await rig.open(`http://${address}`);
    await met.bringToFront();
    await rig.api(`browser.runtime.sendMessage({ type: 'recall', tabId: ${await rig.tabId(met)} }).then(() => 0)`);
  }
  const history = await extensionPage(rig, 'history.html', 'main table');

  return {
    '1-before-and-after': await compose(rig, 'The clutter in a copied article, gone', [
      { png: before, width: 600, words: 'Without Clean Copy' },
      { png: after, width: 600, words: 'With it' },
    ]),
    '2-popup': await compose(rig, 'Where the article is from, and what it says', [
      { png: whole },
      { png: popup, over: true },
    ]),
    '3-why': await compose(rig, 'See what was found and hidden, and fix mistakes', [
      { png: why, words: 'Why it looks like a copy' },
      { png: hidden, words: 'What was hidden' },
      { png: last, words: 'What can be done with it' },
    ]),
    '4-options': await compose(rig, 'You decide where it runs and what it hides', [{ png: options }]),
    '5-history': await compose(rig, 'Turn on a reading history, kept on your device only', [{ png: history }]),
  };
}

async function storePictures(): Promise<void> {
  const rig = await Rig.start('chromium', {
    extension: null,
    site: (site) => void HOSTS.forEach((host) => void site.host(host, FIXTURES)),
  });
  try {
    const folder = join(ROOT, 'store', 'pictures');
    mkdirSync(folder, { recursive: true });
    for (const [name, png] of Object.entries(await take(rig))) {
      writeFileSync(join(folder, `${name}.png`), png);
      console.log(`store/pictures/${name}.png: ${Math.round(png.length / 1000)} KB`);
    }
  } finally {
    await rig.close();
  }
}

const { values } = parseArgs({ options: { store: { type: 'boolean' }, sheet: { type: 'boolean' } } });
const all = !values.store && !values.sheet;
await build({ print: () => {} });
if (all || values.store) await storePictures();
if (all || values.sheet) console.log(await contactSheet());
