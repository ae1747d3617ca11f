/** Remembering as a person uses it: consent, meeting an article again, the history page, and what breaks. */
import { afterAll, expect, test } from 'vitest';
import { article as fixture } from '../unit/summary/articles.ts';
import { violations } from './axe.ts';
import { describeEachBrowser, picture, type Rig, until, type View } from './rig.ts';

interface Page {
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly published?: string;
  readonly after?: string;
}

const html = ({ headline, paragraphs, published, after = '' }: Page) => `<!doctype html><html lang="en">
  <head><title>${headline}</title>${published ? `<meta property="article:published_time" content="${published}">` : ''}</head>
  <body><article><h1>${headline}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}${after}</article></body></html>`;

const article = (name: string): Page => {
  const { headline, paragraphs } = fixture(name);
  return { headline: headline ?? '', paragraphs };
};
const ferry = article('en-ferry');
const scene = article('en-scene');

/** What a copying tool leaves; no address of the original. */
const LITTER = '<p>[ad_1]</p><p>[ad_2]</p><p>%%item_title%%</p>';

const text = (view: View, selector: string) =>
  view.evaluate<string>(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`);

/** What is remembered: host and number of each article, as the database has it. */
const remembered = (rig: Rig) =>
  rig.api<string[]>(`new Promise(async (resolve, reject) => {
    // To open one that is not there yet would make an empty one.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'memory')) return resolve([]);
    const opening = indexedDB.open('memory');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const asked = db.transaction('articles').objectStore('articles').getAll();
      asked.onsuccess = () => { db.close(); resolve(asked.result.map(({ url }) => new URL(url).hostname)); };
    };
  })`);

const rememberOn = (rig: Rig) => rig.api(`browser.storage.local.set({ remember: 'on' }).then(() => 0)`);

/** Opens a page and waits until it is remembered. */
async function meet(rig: Rig, url: string) {
  const page = await rig.open(url);
  await page.bringToFront();
  await until(
    `${url} is remembered`,
    () => remembered(rig),
    (hosts) => hosts.includes(new URL(url).hostname),
  );
  return page;
}

async function openHistory(rig: Rig): Promise<View> {
  const view = await rig.extensionPage('history.html');
  await until('the page is drawn', () => view.evaluate<boolean>(`document.querySelector('main h2') !== null`));
  return view;
}

describeEachBrowser('remembering', (rig, target) => {
  afterAll(async () => {
    await rig().api(`browser.storage.local.clear()`);
  });

  test('is asked once, over the third repost, and begins with the article that the popup is over', async () => {
    rig().site.page('http://harbour.test/ferry', html({ ...ferry, published: '2024-05-02T08:00:00Z' }));
    rig().site.page('http://autoblog.test/a', html({ ...ferry, headline: 'Ferry is back', after: LITTER }));
    const original = await rig().open('http://harbour.test/ferry');
    const copy = await rig().open('http://autoblog.test/a');
    for (const round of [1, 2, 3, 4]) {
      const popup = await rig().popup(copy);
      await until('the verdict', () => text(popup, '.verdict'), Boolean);
      if (round === 3) {
        await until(
          'the question',
          () => text(popup, '.memory'),
          (words) => words.includes('Remember what you read?'),
        );
        await picture(`memory/${target}-asked`, popup);
        expect(await violations(popup)).toEqual([]);
      } else {
        await popup.evaluate('new Promise((resolve) => setTimeout(resolve, 300)).then(() => 0)');
        expect(await text(popup, '.memory')).toBe('');
      }
      await popup.close();
    }
    expect(await remembered(rig())).toEqual([]);
    await rig().api(`browser.storage.local.set({ repostsBeforeAsking: 2 }).then(() => 0)`);
    const popup = await rig().popup(copy);
    await until('the question', () => text(popup, '.memory'), Boolean);
    await popup.click('.memory .main');
    await until(
      'it is on',
      () => rig().api<string>(`browser.storage.local.get('remember').then((all) => all.remember)`),
      (on) => on === 'on',
    );
    await until(
      'the article is remembered',
      () => remembered(rig()),
      (hosts) => hosts.join() === 'autoblog.test',
    );
    await popup.close();
    await original.bringToFront();
    await until(
      'so is the one that is shown next',
      () => remembered(rig()),
      (hosts) => hosts.length === 2,
    );
    await Promise.all([original.close(), copy.close()]);
  });

  test('the popup says where nearly the same article was met, and counts it as a Signal', async () => {
    await rememberOn(rig());
    rig().site.page('http://first.test/scene', html({ ...scene, published: '2024-03-01' }));
    const half = scene.paragraphs.slice(0, Math.ceil(0.7 * scene.paragraphs.length));
    rig().site.page(
      'http://second.test/renamed',
      html({
        headline: 'Another name',
        paragraphs: ['Our readers will like this one.', ...half],
        published: '2024-03-09',
      }),
    );
    const first = await meet(rig(), 'http://first.test/scene');
    const second = await meet(rig(), 'http://second.test/renamed');
    const popup = await rig().popup(second);
    const told = await until('it is recalled', () => text(popup, '.memory'), Boolean);
    expect(told).toMatch(/You met this on first\.test (?:now|\d+ seconds? ago|1 minute ago)\./);
    expect(told).toContain('The earliest copy you met is on first.test, dated March 1, 2024.');
    expect(told).toMatch(/About (?:9\d|100)% of the text is the same\./);
    expect(await text(popup, '.verdict')).toContain('This may be a copy of an article from somewhere else.');
    await popup.click('.verdict [aria-expanded]');
    expect(await until('the Signals', () => text(popup, '.signals'), Boolean)).toContain(
      'You met nearly the same article on another site before',
    );
    await picture(`memory/${target}-met`, popup);
    expect(await violations(popup)).toEqual([]);
    await popup.close();

    // The original itself is not taken for a copy of its copy.
    const over = await rig().popup(first);
    const other = await until('it is recalled', () => text(over, '.memory'), Boolean);
    expect(other).toContain('You met this on second.test');
    expect(other).not.toContain('earliest');
    expect(await text(over, '.verdict')).not.toContain('copy of an article');
    await over.close();
    await Promise.all([first.close(), second.close()]);
  });

  test('sites that are off, and everything once it is switched off, are not remembered', async () => {
    rig().site.page('http://quiet.test/a', html(article('en-live')));
    await rig().api(`browser.storage.local.set({ remember: 'on', sites: { 'quiet.test': 'off' } }).then(() => 0)`);
    const quiet = await rig().open('http://quiet.test/a');
    await rig().api(`browser.storage.local.set({ remember: 'off', sites: {} }).then(() => 0)`);
    await quiet.reload();
    const popup = await rig().popup(quiet);
    await until('the article', () => text(popup, 'h1'), Boolean);
    await popup.close();
    await quiet.close();
    expect(await remembered(rig())).not.toContain('quiet.test');
    await rememberOn(rig());
  });

  test('the history page: who copies whom, search, forget, keep and take in', async () => {
    const view = await openHistory(rig());
    expect(await text(view, '.sites-met')).toMatch(/autoblog\.test\s+1\s+1\s+harbour\.test \(earliest copy you met\)/);
    expect(await text(view, '.sites-met')).toMatch(/second\.test\s+1\s+1\s+first\.test \(earliest copy you met\)/);
    expect(await text(view, '.months')).toMatch(/\d{4}\s+4\s+2/);
    expect(await text(view, '.days')).toContain('Another name');
    expect(await violations(view)).toEqual([]);
    for (const [look, width] of [
      ['light', 900],
      ['dark', 320],
    ] as const) {
      await rig().api(`browser.storage.local.set({ look: '${look}' }).then(() => 0)`);
      await view.resize(width, 900);
      await until('the look', () => view.evaluate<boolean>(`document.documentElement.dataset.look === '${look}'`));
      expect(await view.evaluate(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true);
      expect(await violations(view)).toEqual([]);
      await picture(`memory/${target}-history-${look}-${width}`, view);
    }
    await view.resize(900, 900);

    const saved = await view.evaluate<string>(`new Promise((resolve) => {
      // Firefox's panel of downloads would stand where the popup opens. Real files: copy.test.ts.
      HTMLAnchorElement.prototype.click = () => undefined;
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { URL.createObjectURL = make; blob.text().then(resolve); return make(blob); };
      document.querySelector('button[name=save]').click();
    })`);
    expect(JSON.parse(saved)).toMatchObject({ format: 'clean-copy-memory', version: 1 });

    const rows = () => view.evaluate<number>(`document.querySelectorAll('.articles li').length`);
    await view.evaluate(`(() => {
      const field = document.querySelector('input[name=find]');
      field.value = 'ANOTHER';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return 0;
    })()`);
    await until('the search', rows, (count) => count === 1);
    await view.click('.articles button');
    await until(
      'one is forgotten',
      () => remembered(rig()),
      (hosts) => !hosts.includes('second.test'),
    );
    await view.click(`.sites-met button[aria-label="Forget everything on harbour.test"]`);
    await until(
      'a site is forgotten',
      () => remembered(rig()),
      (hosts) => !hosts.includes('harbour.test'),
    );
    expect(await view.evaluate(`document.activeElement?.closest('table') !== null`)).toBe(true);
    await view.click('button[name=forget-all]');
    await until('the question', () => view.evaluate<boolean>(`document.querySelector('dialog').open`));
    expect(await violations(view)).toEqual([]);
    await picture(`memory/${target}-sure`, view);
    await view.press('Escape');
    expect((await remembered(rig())).length).toBe(2);
    await view.click('button[name=forget-all]');
    await view.click('button[name=really]');
    await until(
      'everything is forgotten',
      () => remembered(rig()),
      (hosts) => hosts.length === 0,
    );
    await until(
      'it is said',
      () => text(view, '.news'),
      (words) => words.includes('2 articles were forgotten'),
    );

    const takeIn = (contents: string) =>
      view.evaluate((words: string) => {
        const field = document.querySelector<HTMLInputElement>('input[name=file]');
        const files = new DataTransfer();
        files.items.add(new File([words], 'memory.json'));
        if (field) field.files = files.files;
        return field?.dispatchEvent(new Event('change', { bubbles: true }));
      }, contents);
    await takeIn(saved.replace('"http://first.test/scene"', '"javascript:alert(1)"'));
    await until(
      'it is refused',
      () => text(view, '.news'),
      (words) => /wrong at articles\/\d\/url/.test(words),
    );
    expect(await remembered(rig())).toEqual([]);
    await takeIn(saved);
    await until(
      'it is taken in',
      () => remembered(rig()),
      (hosts) => hosts.length === 4,
    );
    await until(
      'it is drawn',
      () => text(view, '.sites-met'),
      (words) => words.includes('second.test'),
    );
    await view.close();

    // The background looks into what another window put there.
    const copy = await rig().open('http://second.test/renamed');
    const popup = await rig().popup(copy);
    expect(await until('it is recalled', () => text(popup, '.memory'), Boolean)).toContain('first.test');
    await popup.close();
    await copy.close();
  });

  test('a broken memory is mended or started afresh, the reader is told, and pages never notice', async () => {
    /** Changes the database behind the extension's back. */
    const tamper = (change: string, version = '') =>
      rig().api(`new Promise((resolve, reject) => {
        const opening = indexedDB.open('memory'${version});
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const done = () => { db.close(); resolve(0); };
          ${change}
        };
      })`);
    const inStores = (work: string) =>
      `const change = db.transaction(['articles', 'sketches', 'state'], 'readwrite');
       ${work};
       change.objectStore('state').put(Date.now(), 'revision');
       change.oncomplete = done;`;
    const told = async () => {
      const copy = await rig().open('http://second.test/renamed');
      const popup = await rig().popup(copy);
      const words = await until('the memory', () => text(popup, '.memory'), Boolean);
      await popup.close();
      await copy.close();
      return words;
    };
    await tamper(inStores(`change.objectStore('sketches').put('rubbish', 0)`));
    expect(await told()).toContain('Some of what was remembered could not be read and was left out.');
    expect(await remembered(rig())).toEqual(['second.test']);
    const view = await openHistory(rig());
    expect(await text(view, '.warning')).toContain('could not be read');
    await view.click('.warning button');
    await until(
      'it has been seen',
      () => text(view, '.warning'),
      (words) => words === '',
    );
    await view.close();

    const again = await meet(rig(), 'http://first.test/scene');
    await again.close();
    expect(await told()).toContain('first.test');

    await tamper('done();', ', 99');
    expect(await told()).toContain('the memory was started afresh');
    expect(await remembered(rig())).toEqual(['second.test']);
  });

  test('it is all there after the browser was started again', async () => {
    const again = await meet(rig(), 'http://first.test/scene');
    await again.close();
    await rig().restart();
    expect((await remembered(rig())).sort()).toEqual(['first.test', 'second.test']);
  });
});
