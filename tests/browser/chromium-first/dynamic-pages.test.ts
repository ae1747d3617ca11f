import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { seenText } from '../../../scripts/drive/seen-text.ts';
import type { Standing } from '../../../src/messages.ts';
import { fixture, isVisible, reportOf, sendToPage, visibleText } from '../page-helpers.ts';
import { describeChromiumFirst, until as untilWithin } from '../rig.ts';

/** What is looked at again within a share of the main thread takes its time on a machine that is busy otherwise. */
const until: typeof untilWithin = (what, ask, accept, ms = 30_000) => untilWithin(what, ask, accept, ms);

/** Counts, frame by frame as it is painted, how long litter is seen. */
const RECORDER = `<script>
  window.frames0 = { all: 0, token: 0, form: 0, twice: 0, shift: 0 };
  const look = () => {
    const text = (${seenText})();
    frames0.all++;
    if (/\\[ad_\\d\\]/.test(text)) frames0.token++;
    if (/Leave a Reply/.test(text)) frames0.form++;
    if ([...document.querySelectorAll('h1, h2')].filter((h) => h.checkVisibility() && /mountain valleys|مرسى الزيتون/.test(h.textContent)).length > 1) frames0.twice++;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) frames0.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
</script>`;
interface Frames {
  all: number;
  token: number;
  form: number;
  /** The headline, and the same words as a headline again. */
  twice: number;
  /** The browser's own layout shifts, where it has them. */
  shift: number;
}
/** A tab as Firefox's own window has it. */
const CRASHING = `[...gBrowser.tabs].find(({ linkedBrowser }) => linkedBrowser.currentURI.spec.includes('crash.test'))`;
/** The process of that tab, once Firefox has noted down where the tab is, as it does every few seconds. */
const KEPT_AND_PROCESS = `(async () => {
  const { linkedBrowser } = ${CRASHING};
  const { TabStateFlusher } = ChromeUtils.importESModule('resource:///modules/sessionstore/TabStateFlusher.sys.mjs');
  await TabStateFlusher.flush(linkedBrowser);
  return linkedBrowser.frameLoader.remoteTab.osPid;
})()`;
const frames = (page: Page) => page.evaluate(() => (window as unknown as { frames0: Frames }).frames0);
/** A picture that does not come moves the page by itself. */
const PICTURE = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 800 360'/>";
const recorded = (html: string) =>
  html
    .replace('<link rel="stylesheet" href="theme.css">', RECORDER)
    .replace(/src="picture-[^"]*"/g, `src="${PICTURE}"`);
const FORM = () => {
  const html = fixture('repost-en.html');
  return html.slice(html.indexOf('<div id="comments"'), html.indexOf('</main>'));
};

describeChromiumFirst('dynamic pages', (rig) => {
  describe('a page that streams in', () => {
    /** Sends the page in parts, with a pause before each of `at`. */
    const stream = (url: string, html: string, at: readonly string[], pause = 400) =>
      rig().site.page(url, (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        const places = [0, ...at.map((text) => html.lastIndexOf(text)), html.length];
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        const send = (part: number) => {
          response.write(html.slice(places[part], places[part + 1]));
          if (part + 2 < places.length) setTimeout(send, pause, part + 1);
          else response.end();
        };
        send(0);
      });

    test.each(['repost-ar.html', 'repost-en.html'])('shows no token of %s for longer than a frame', async (name) => {
      const url = `http://stream.test/${name}`;
      stream(url, recorded(fixture(name)), ['<figure', '<h2>', '[ad_2]', '</article>', 'Cancel reply', '<aside']);
      const page = await rig().open(url);
      const seenFor = await frames(page);
      expect(seenFor.all).toBeGreaterThan(5);
      expect(seenFor.token).toBeLessThanOrEqual(1);
      expect(await visibleText(page)).not.toMatch(/\[ad_\d\]/);
    });

    test.each(['repost-ar.html', 'repost-en.html'])(
      '%s does not move: what goes at its top goes before it is painted',
      async (name) => {
        const url = `http://still.test/${name}`;
        stream(url, recorded(fixture(name)), ['</figure>', '<h2>', '[ad_2]', '</article>', '<aside']);
        const page = await rig().open(url);
        await reportOf(rig(), page);
        const { all, twice, shift } = await frames(page);
        expect(all).toBeGreaterThan(5);
        expect(twice).toBeLessThanOrEqual(1);
        expect(shift).toBeLessThan(0.02);
      },
    );

    // How soon it goes is the benchmark `flash`'s to say.
    test('loses the comment form, which came last, without being asked', async () => {
      const url = 'http://stream.test/early';
      stream(url, recorded(fixture('repost-en.html')), ['</article>', 'Cancel reply', 'id="email"', '<aside']);
      const page = await rig().open(url);
      await until('the form is gone', async () => !(await isVisible(page, '#commentform')));
    });

    test('a list of articles has its tokens back when it has arrived', async () => {
      const url = 'http://stream.test/category';
      const html = fixture('category.html');
      stream(url, html, ['post-940', 'pagination']);
      const page = await rig().open(url);
      await reportOf(rig(), page);
      const served = await page.evaluate(
        (source) => new DOMParser().parseFromString(source, 'text/html').documentElement.outerHTML,
        html,
      );
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(served);
    });
  });

  test('a comment form that comes late goes, before it is painted', async () => {
    const url = 'http://late.test/news/story';
    const form = FORM();
    rig().site.page(url, recorded(fixture('repost-en.html')).replace(form, '<div id="later"></div>'));
    const page = await rig().open(url);
    await reportOf(rig(), page);
    await page.evaluate((html) => {
      const range = document.createRange();
      (document.getElementById('later') as HTMLElement).append(range.createContextualFragment(html));
    }, form);
    await until('the form is hidden', async () => !(await isVisible(page, '#commentform')));
  });

  describe('an article that comes after the page has loaded is read', () => {
    const TEXTS = fixture('repost-en.html').match(/(?<=<p>)[^<&]{80,}(?=<\/p>)/g) ?? [];
    const around = (waiting: string) => `<!doctype html><html lang="en"><title>A library on wheels</title>
      <header><a href="/">Hub</a></header><main><h1>A library on wheels</h1><p>[ad_1]</p>
      <div id="text">${waiting.repeat(TEXTS.length)}</div>
      <p>[ad_2]<br><a href="https://thehighlandpost.example/2026/04/library-on-wheels">Source link</a></p></main>
      <form id="commentform"><h3>Leave a Reply</h3><textarea name="comment" rows="3" cols="20"></textarea></form>`;

    test.each([
      ['in elements of its own', '<div></div>'],
      ['in elements that waited for it', '<p></p>'],
    ])('%s', async (way, waiting) => {
      expect(TEXTS.length).toBeGreaterThan(2);
      const url = `http://lazy.test/news/${way.replaceAll(' ', '-')}`;
      rig().site.page(url, around(waiting));
      const page = await rig().open(url);
      expect((await reportOf(rig(), page)).article).toBeNull();
      expect(await isVisible(page, '#commentform')).toBe(true);
      await page.evaluate((texts) => {
        for (const [i, place] of [...document.querySelectorAll('#text > *')].entries()) {
          const paragraph = place.localName === 'p' ? place : place.appendChild(document.createElement('p'));
          paragraph.textContent = texts[i] ?? '';
        }
      }, TEXTS);
      await until('the form is hidden', async () => !(await isVisible(page, '#commentform')));
      const { verdict, article } = await reportOf(rig(), page);
      expect([verdict.kind, article?.headline]).toEqual(['repost', 'A library on wheels']);
      const text = await visibleText(page);
      for (const paragraph of TEXTS) expect(text).toContain(paragraph);
      expect(text).not.toMatch(/\[ad_|Source link/);
    });
  });

  test('what a framework renders anew is hidden again before it is seen', async () => {
    const url = 'http://hydrated.test/news/story';
    rig().site.page(url, recorded(fixture('repost-en.html')));
    const page = await rig().open(url);
    await reportOf(rig(), page);
    await until('the litter is gone', async () => !(await isVisible(page, '#commentform')));
    const before = await frames(page);
    await page.evaluate(async () => {
      const html = await (await fetch(location.href)).text();
      const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('main') as Element;
      (document.querySelector('main') as Element).replaceWith(document.adoptNode(fresh));
    });
    await until('it is gone again', async () => !(await isVisible(page, '#commentform')));
    const after = await frames(page);
    expect(after.token - before.token).toBeLessThanOrEqual(1);
    expect(after.form - before.form).toBeLessThanOrEqual(1);
  });

  test('a new page at a new address in the same document is looked at for itself', async () => {
    const url = 'http://app.test/one';
    rig().site.page(url, fixture('repost-en.html'));
    const page = await rig().open(url);
    await reportOf(rig(), page);
    await sendToPage(rig(), page, { type: 'pause' });
    const show = (address: string, html: string) =>
      page.evaluate(
        (to, source) => {
          history.pushState(null, '', to);
          const fresh = new DOMParser().parseFromString(source, 'text/html');
          document.title = fresh.title;
          (document.querySelector('main') as Element).replaceWith(
            document.adoptNode(fresh.querySelector('main') as Element),
          );
        },
        address,
        html,
      );
    await show('/two', fixture('repost-ar.html'));
    await until('the next repost is clean', async () => !(await isVisible(page, '#commentform')));
    expect(await visibleText(page)).not.toMatch(/\[ad_\d\]/);
    await show('/three', fixture('category.html'));
    await until(
      'the list is no article',
      () => reportOf(rig(), page),
      (report) => report.verdict.kind === 'not-article',
    );
    expect(await visibleText(page)).toContain('[ad_1]');
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/ data-[a-z]{6,12}="\d+"/);
  });

  test.each([
    [
      'takes our marks away',
      () => {
        const strip = () => {
          for (const { name } of [...(document.querySelector('.comment-respond, #comments') as Element).attributes])
            if (/^data-/.test(name)) document.querySelector('.comment-respond, #comments')?.removeAttribute(name);
        };
        for (const element of document.querySelectorAll('#comments, #respond, #commentform')) {
          new MutationObserver(() => {
            for (const { name } of [...element.attributes]) if (/^data-/.test(name)) element.removeAttribute(name);
          }).observe(element, { attributes: true });
        }
        strip();
      },
    ],
    [
      'writes its litter anew',
      () => {
        const find = () => document.querySelector('#comments') as HTMLElement;
        const pristine = find().cloneNode(true) as HTMLElement;
        for (const each of [pristine, ...pristine.querySelectorAll('*')])
          for (const { name } of [...each.attributes]) if (/^data-[a-z]+$/.test(name)) each.removeAttribute(name);
        setInterval(() => {
          if (!find().checkVisibility() || !document.querySelector('#commentform')?.checkVisibility())
            find().replaceWith(pristine.cloneNode(true));
        }, 30);
      },
    ],
  ])('a page that %s in a loop is given up on', async (_, fight) => {
    const page = await rig().open('http://akhbar.test/repost-en.html?fight');
    await reportOf(rig(), page);
    await sendToPage(rig(), page, { type: 'clean' });
    expect(await isVisible(page, '#commentform')).toBe(false);
    await page.evaluate(fight);
    await until(
      'it is given up on',
      () => sendToPage(rig(), page, { type: 'standing' }) as Promise<Standing>,
      ({ cleaning }) => cleaning === 'gave-up',
    );
    expect(await isVisible(page, '#commentform')).toBe(true);
    const popup = await rig().popup(page);
    await until(
      'the popup says so',
      () => popup.evaluate<string>('document.body.innerText'),
      (text) => text.includes('This page keeps bringing back what was hidden'),
    );
    await popup.close();
  });

  test('a page that comes back from the back/forward cache is as it was, or as the settings say now', async () => {
    rig().site.page('http://back.test/news/story', fixture('repost-en.html'));
    rig().site.page('http://back.test/elsewhere', '<!doctype html><title>Elsewhere</title><p>Nothing here.</p>');
    const page = await rig().open('http://back.test/news/story');
    await reportOf(rig(), page);
    const title = () => page.evaluate(() => document.title).catch(() => '');
    // The page goes by itself: a driver that is asked to go waits for a load event, and a page from the cache has none.
    const go = async (act: () => void, to: string) => {
      await page.evaluate(act).catch(() => undefined);
      await until(`the page is ${to}`, title, (text) => text.includes(to));
    };
    const awayAndBack = async (meanwhile: () => Promise<unknown>) => {
      await go(() => location.assign('http://back.test/elsewhere'), 'Elsewhere');
      await meanwhile();
      await go(() => history.back(), 'library');
    };
    await awayAndBack(async () => undefined);
    await until('it is clean', async () => !(await isVisible(page, '#commentform')));
    try {
      await awayAndBack(() => rig().api(`browser.storage.local.set({ sites: { 'back.test': 'off' } })`));
      await until('it is restored', () => isVisible(page, '#commentform'));
      expect(await visibleText(page)).toContain('[ad_1]');
    } finally {
      await rig().api('browser.storage.local.remove("sites")');
    }
  });

  test('a page that was prepared in the background and is then shown is clean, and has its badge', async () => {
    // Firefox prepares no page, and goes there when the link is clicked.
    const prepare = JSON.stringify({ prerender: [{ source: 'list', urls: ['/news/next'], eagerness: 'immediate' }] });
    rig().site.page(
      'http://ahead.test/news/story',
      `<!doctype html><title>Front</title><script type="speculationrules">${prepare}</script><a href="/news/next">Next</a>`,
    );
    let isAsked = false;
    rig().site.page('http://ahead.test/news/next', (_request, response) => {
      isAsked = true;
      response.writeHead(200, { 'content-type': 'text/html' }).end(fixture('repost-en.html'));
    });
    const page = await rig().open('http://ahead.test/news/story');
    await page.bringToFront();
    if (rig().target === 'chromium') await until('the page is prepared', () => isAsked);
    await page.evaluate(() => document.querySelector('a')?.click()).catch(() => undefined);
    const shown = () => rig().shownIn(page);
    await until('the page is shown', async () => (await shown()).url().endsWith('/next'));
    const isHidden = `document.querySelector('#commentform')?.checkVisibility() === false`;
    await until('it is clean', async () => (await shown()).evaluate(isHidden).catch(() => false));
    await until('it has its badge', async () => (await rig().badge(await shown())) !== '');
  });

  test('a page whose process crashed is cleaned again when it is brought back', async () => {
    rig().site.page('http://crash.test/news/story', fixture('repost-en.html'));
    const page = await rig().open('http://crash.test/news/story');
    await reportOf(rig(), page);
    const tab = await rig().tabId(page);
    const session = rig().target === 'chromium' ? await page.createCDPSession() : null;
    // Nothing is answered by a page that is gone.
    if (session) void session.send('Page.crash').catch(() => {});
    else process.kill(await rig().firefox.evaluate<number>(KEPT_AND_PROCESS), 'SIGKILL');
    await until(
      'it is gone',
      () => rig().api(`browser.tabs.sendMessage(${tab}, { type: 'standing' }).then(() => false, () => true)`),
      Boolean,
    );
    if (session) await rig().api(`browser.tabs.reload(${tab})`);
    else {
      // Between the page and what Firefox shows in its place, the tab has no address to be found by.
      await until('Firefox has noticed', () => rig().firefox.evaluate(`${CRASHING}?.hasAttribute('crashed') ?? false`));
      await rig().firefox.evaluate(`SessionStore.reviveCrashedTab(${CRASHING}) ?? 0`);
    }
    await until(
      'it is cleaned',
      () => rig().api<Standing | null>(`browser.tabs.sendMessage(${tab}, { type: 'standing' }).catch(() => null)`),
      (standing) => standing?.cleaning === 'cleaned' && !standing.loading,
    );
    await until('the badge', () => rig().api<string>(`browser.action.getBadgeText({ tabId: ${tab} })`), Boolean);
    await rig().api(`browser.tabs.remove(${tab})`);
  });

  test('a page that never stops loading has its answer in the popup', async () => {
    const url = 'http://endless.test/news/story';
    const html = fixture('repost-en.html');
    rig().site.page(url, (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.write(html.slice(0, html.indexOf('</article>')));
    });
    const page = await rig().open('http://akhbar.test/search.html');
    page.goto(url).catch(() => {});
    const hasBegun = () =>
      page.evaluate(() => document.readyState === 'loading' && document.querySelector('h1') !== null);
    await until('it has begun', () => hasBegun().catch(() => false));
    // The driver of Firefox does not know of a page before it has loaded.
    const tab = await rig().api<number>(`browser.tabs.query({ url: '${url}' }).then(([{ id }]) => id)`);
    const popup = await rig().extensionPage(`popup.html?tab=${tab}`);
    await until('the article is there', () =>
      popup.evaluate<boolean>(`document.body.innerText.includes('library on wheels')`),
    );
    await popup.close();
    await page.close();
  });

  test('document.open starts another page', async () => {
    const page = await rig().open('http://akhbar.test/original-en.html?open');
    await reportOf(rig(), page);
    await page.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
    }, fixture('repost-en.html'));
    await until('the tokens are gone', async () => !/\[ad_\d\]/.test(await visibleText(page)));
    await until('the new page is clean', async () => !(await isVisible(page, '#commentform')));
  });

  test('pages that are hostile or strange raise no error', async () => {
    const url = 'http://hostile.test/news/story';
    const hostile = `<script>
      Element.prototype.setAttribute = Element.prototype.removeAttribute = () => { throw new Error('mine'); };
      Node.prototype.contains = () => true;
      Object.freeze(Element.prototype); Object.freeze(Node.prototype);
      window.MutationObserver = window.Map = window.Set = undefined;
    </script>`;
    const form = '<form><input name="setAttribute"><input name="contains"><input name="children"><p>x</p></form>';
    const strange = `<img name="body"><img name="adoptedStyleSheets"><img name="documentElement"><img name="URL">
      <img name="readyState"><img name="createTreeWalker"><svg><text>[ad_1]</text></svg>
      <math><mi>[ad_2]</mi></math><template><p>[ad_3]</p></template><div contenteditable>[ad_4]</div><pre>[ad_5]</pre>`;
    rig().site.page(
      url,
      fixture('repost-en.html')
        .replace('<!doctype html>', '')
        .replace('</head>', `${hostile}</head>`)
        .replace('</article>', `${form}${strange}</article>`),
    );
    const page = await rig().browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/404/.test(message.text())) errors.push(message.text());
    });
    await page.goto(url);
    expect((await reportOf(rig(), page)).original?.url).toBe(
      'https://thehighlandpost.example/2026/04/library-on-wheels',
    );
    for (const type of ['clean', 'pause', 'clean'] as const) await sendToPage(rig(), page, { type });
    expect(await isVisible(page, '#commentform')).toBe(false);
    const text = await visibleText(page);
    expect(text).not.toContain('[ad_2]\n');
    expect(text).toContain('[ad_4]');
    expect(text).toContain('[ad_5]');
    expect(errors).toEqual([]);
  });
});
