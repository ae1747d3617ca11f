/** Pictures of every page of the extension, in its looks, sizes and languages, on one page to be looked at. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECTION_IDS } from '../src/options/section-id.ts';
import type { Look } from '../src/settings/schema.ts';
import { Rig } from './drive/rig.ts';
import { until } from './drive/until.ts';
import type { View } from './drive/view.ts';
import { ROOT, TARGETS, type Target } from './paths.ts';

const LANGUAGES = ['en', 'ar', 'de', 'ja'];
/** Width in pixels, height, and size of the text in percent. */
const SHOTS: readonly (readonly [look: Look, width: number, height: number, percent: number])[] = [
  ['light', 1280, 800, 100],
  ['dark', 1280, 800, 200],
  ['dark', 640, 800, 100],
  ['light', 320, 800, 100],
  ['light', 320, 800, 200],
];
/** Pages over which the popup is looked at: a copy, an article of its own, no article. */
const POPUP_OVER = ['repost-en', 'original-en', 'search'];

/** What is on the sheet: a name, and where it is. */
async function placesOf(rig: Rig): Promise<(readonly [name: string, path: string])[]> {
  const popups = [];
  for (const name of POPUP_OVER) {
    const page = await rig.open(`http://akhbar.test/${name}.html`);
    await page.bringToFront();
    const tab = await rig.tabId(page);
    await rig.api(`browser.runtime.sendMessage({ type: 'recall', tabId: ${tab} }).then(() => 0, () => 0)`);
    popups.push([`popup over ${name}`, `popup.html?tab=${tab}`] as const);
  }
  return [
    ...SECTION_IDS.map((id) => [`options: ${id}`, `options.html#${id}`] as const),
    ['history', 'history.html'],
    ['welcome', 'welcome.html'],
    ['demo', 'demo.html'],
    ...popups,
  ];
}

async function shoot(view: View, look: Look, width: number, height: number, percent: number): Promise<Uint8Array> {
  await view.resize(width, height);
  await view.evaluate(
    (look, percent) => {
      document.documentElement.dataset.look = look;
      document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%`;
      scrollTo(0, 0);
      return 0;
    },
    look,
    percent,
  );
  return view.screenshot();
}

/** Takes the pictures in one browser and one language. @returns the sheet's lines for them */
async function picturesOf(target: Target, language: string, folder: string): Promise<string[]> {
  const rig = await Rig.start(target, { language });
  const lines = [`<h2>${target}, ${language}</h2>`];
  try {
    const sites = { 'listed.example': 'off', 'xn--bcher-kva.example': 'always' };
    const kept = { sites, remember: 'on', counts: { share: 3, 'ad-token': 12 }, rules: ['listed.example keep share'] };
    await rig.api(`browser.storage.local.set(${JSON.stringify(kept)}).then(() => 0)`);
    for (const [name, path] of await placesOf(rig)) {
      const view = await rig.extensionPage(path);
      await view.show();
      await until(`${name} is drawn`, () => view.evaluate<boolean>(`document.body.innerText.length > 40`));
      lines.push(`<h3>${name}</h3><div>`);
      for (const [look, width, height, percent] of SHOTS) {
        const file = `${target}-${language}-${name.replace(/\W+/g, '-')}-${look}-${width}-${percent}.png`;
        writeFileSync(join(folder, file), await shoot(view, look, width, height, percent));
        lines.push(
          `<figure><a href="${file}"><img src="${file}" height="240" alt=""></a><figcaption>${width} px, ${percent} %, ${look}</figcaption></figure>`,
        );
      }
      lines.push('</div>');
      await view.close();
    }
  } finally {
    await rig.close();
  }
  return lines;
}

/** Writes `screenshots/sheet/index.html` and its pictures. */
export async function contactSheet(): Promise<string> {
  const folder = join(ROOT, 'screenshots', 'sheet');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const lines = [
    '<!doctype html><meta charset="utf-8"><title>Contact sheet</title>',
    '<style>div{display:flex;flex-wrap:wrap;gap:12px}figure{margin:0}img{border:1px solid #999}</style>',
  ];
  for (const target of TARGETS)
    for (const language of LANGUAGES) lines.push(...(await picturesOf(target, language, folder)));
  writeFileSync(join(folder, 'index.html'), `${lines.join('\n')}\n`);
  return 'screenshots/sheet/index.html';
}
