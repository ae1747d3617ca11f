/** Articles to be met, and what is remembered of them. */
import { article as fixture } from '../unit/summary/articles.ts';
import { type Rig, until, type View } from './rig.ts';

export interface Page {
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly published?: string;
  readonly after?: string;
  readonly language?: string;
}

export const html = ({
  headline,
  paragraphs,
  published,
  after = '',
  language = 'en',
}: Page) => `<!doctype html><html lang="${language}">
  <head><title>${headline}</title>${published ? `<meta property="article:published_time" content="${published}">` : ''}</head>
  <body><article><h1>${headline}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}${after}</article></body></html>`;

export const article = (name: string): Page => {
  const { language, headline, paragraphs } = fixture(name);
  return { language, headline: headline ?? '', paragraphs };
};

/** What a copying tool leaves; no address of the original. */
export const LITTER = '<p>[ad_1]</p><p>[ad_2]</p><p>%%item_title%%</p>';

/** What is seen of the first element that a selector finds. */
export const textOf = (view: View, selector: string) =>
  view.evaluate<string>(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`);

/** The hosts of the articles that are remembered, as the database has them. */
export const rememberedHosts = (rig: Rig) =>
  rig.api<string[]>(`(async () => {
    // To open one that is not there yet would make an empty one.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'memory')) return [];
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open('memory');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const db = opening.result;
        const asked = db.transaction('articles').objectStore('articles').getAll();
        asked.onsuccess = () => { db.close(); resolve(asked.result.map(({ url }) => new URL(url).hostname)); };
      };
    });
  })()`);

export const turnMemoryOn = (rig: Rig) => rig.api(`browser.storage.local.set({ remember: 'on' }).then(() => 0)`);

/** Opens a page and waits until it is remembered. */
export async function openAndRemember(rig: Rig, url: string) {
  const page = await rig.open(url);
  await page.bringToFront();
  await until(
    `${url} is remembered`,
    () => rememberedHosts(rig),
    (hosts) => hosts.includes(new URL(url).hostname),
  );
  return page;
}

/** The history page, in front: browsers let the clocks of what nobody sees tick once a second. */
export async function openHistory(rig: Rig): Promise<View> {
  const view = await rig.extensionPage('history.html');
  await view.show();
  await until('the page is drawn', () => view.evaluate<boolean>(`document.querySelector('main h2') !== null`));
  return view;
}
