/** What docs/security.md says stands against pages that mean harm, tried by such pages. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import en from '../../../src/locales/en.json' with { type: 'json' };
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { paste } from '../correction-helpers.ts';
import { openAndRemember, openHistory } from '../memory-helpers.ts';
import { applySettings, fixture, isVisible, reportOf, visibleText } from '../page-helpers.ts';
import { describeChromiumFirst, FIXTURES, until, type View } from '../rig.ts';
import { choose, waitForPopup } from '../visible.ts';

const LINK = 'https://thehighlandpost.example/2026/04/library-on-wheels';
const HEADLINE = 'A library on wheels keeps four mountain valleys reading';
const LITTER = 'Leave a Reply';
const repost = fixture('repost-en.html');

/** Everything that the parts of the extension say to each other. */
const TYPES = [...readFileSync('src/messages.ts', 'utf8').matchAll(/^ {2}'?([\w-]+)'?\((?:message|\)|$)/gm)].map(
  ([, type]) => type,
);

const MARKUP = '<img src="http://stolen.test/x" onerror="document.body.id=\'taken\'"><b>bold</b>';
const escaped = MARKUP.replaceAll('<', '&lt;');

describeChromiumFirst(
  'security',
  (rig) => {
    const opened: (Page | View)[] = [];
    const open = async (url: string) => {
      const page = await rig().open(url);
      opened.push(page);
      return page;
    };
    const serve = (url: string, html: string) => {
      rig().site.page(url, html);
      return open(url);
    };
    /** The popup's page in a tab, about another tab. */
    const popup = async (page: Page) => {
      await reportOf(rig(), page);
      const view = await rig().extensionPage(`popup.html?tab=${await rig().tabId(page)}`);
      opened.push(view);
      await waitForPopup(view);
      return view;
    };
    const cleaned = (page: Page) =>
      until(
        'the page is cleaned',
        () => visibleText(page),
        (text) => !text.includes(LITTER),
      );

    afterEach(async () => {
      for (const closing of opened.splice(0).reverse()) await closing.close().catch(() => {});
    });

    test('a page finds no name, id, global or resource that tells of the extension', async () => {
      const names = new Set<string>();
      for (const path of ['a', 'b']) {
        const page = await open(`http://one.test/repost-en?${path}`);
        await cleaned(page);
        await popup(page);
        const found = await page.evaluate(async (origin) => {
          const frame = document.body.appendChild(document.createElement('iframe'));
          const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow));
          frame.remove();
          const served = new DOMParser().parseFromString(
            await (await fetch(location.href)).text(),
            'text/html',
          ).documentElement;
          const namesIn = (root: Element) =>
            new Set([root, ...root.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()));
          const attributes = namesIn(served);
          const loads = (tag: 'img' | 'script', src: string) =>
            new Promise<string | null>((resolve) => {
              const element = document.createElement(tag);
              element.onload = () => resolve(src);
              element.onerror = () => resolve(null);
              element.src = src;
              document.head.append(element);
            });
          const asked = ['manifest.json', 'popup.html', '_locales/en/messages.json'].map((path) =>
            fetch(`${origin}/${path}`, { mode: 'no-cors' }).then(
              () => path,
              () => null,
            ),
          );
          const resources = await Promise.all([
            ...asked,
            loads('img', `${origin}/icons/icon-16.png`),
            loads('script', `${origin}/watcher.js`),
          ]);
          for (const element of document.head.querySelectorAll(`[src^="${origin}"]`)) element.remove();
          return {
            globals: Object.getOwnPropertyNames(window).filter((name) => !plain.has(name)),
            added: [...namesIn(document.documentElement)].filter((name) => !attributes.has(name)),
            ids: document.querySelectorAll('[id]').length - served.querySelectorAll('[id]').length,
            resources: resources.filter(Boolean),
            text: document.documentElement.outerHTML,
            sheets: document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)),
            // A page has an object to talk to extensions only where one lets it.
            talks: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime,
          };
        }, rig().origin);
        expect(found.globals).toEqual([]);
        // One for what is hidden, one for what closes the gap of a line.
        expect(found.added.length).toBeLessThanOrEqual(2);
        for (const name of found.added) expect(name).toMatch(/^data-[a-z]{6,12}$/);
        expect(found.ids).toBe(0);
        expect(found.resources).toEqual([]);
        expect(found.talks).toBe('undefined');
        expect(found.text + found.sheets.join('')).not.toMatch(/clean-?copy|extension:/i);
        for (const name of found.added) names.add(name);
      }
      expect(names.size).toBe(4);
    });

    test('a page’s own messages, events and keys trigger nothing', async () => {
      const page = await open('http://two.test/repost-en');
      await cleaned(page);
      const state = async () => ({
        // Pieces of the page itself may still be on their way to be counted, and settings on theirs to be kept in step.
        stored: {
          ...DEFAULTS,
          ...(await rig().api<object>('browser.storage.local.get().then(({ counts, synced, ...all }) => all)')),
        },
        tabs: await rig().api<number>('browser.tabs.query({}).then((tabs) => tabs.length)'),
        badge: await rig().badge(page),
        report: await reportOf(rig(), page),
      });
      const { hidden } = await reportOf(rig(), page);
      // The number may be that of half the page at first.
      await until(
        'the badge says how much is hidden',
        () => rig().badge(page),
        (badge) => badge === String(hidden),
      );
      const before = await state();
      expect(TYPES.length).toBeGreaterThan(20);
      await page.evaluate(
        async (types, id) => {
          const messages = types.map((type) => ({
            ...{ type, id, index: 0, on: true, what: 'hide', rules: [], hidden: 99, tabId: 1, mode: 'off' },
            ...{ kindsOff: [], kindsOn: [], adTokensAnywhere: false, correction: { verb: 'hide' } },
          }));
          for (const message of messages) {
            postMessage(message, '*');
            for (const to of [window, document, document.documentElement]) {
              to.dispatchEvent(new CustomEvent(message.type, { detail: message, bubbles: true }));
              to.dispatchEvent(new MessageEvent('message', { data: message, bubbles: true }));
            }
          }
          for (const code of ['KeyC', 'KeyH']) {
            const key = { code, key: code.slice(3), altKey: true, shiftKey: true, bubbles: true };
            document.body.dispatchEvent(new KeyboardEvent('keydown', key));
          }
          document.body.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, clientX: 5, clientY: 5 }));
          // What was posted has arrived once the last message has.
          await new Promise((resolve) => {
            addEventListener('message', ({ data }) => data === 'last' && resolve(null));
            postMessage('last', '*');
          });
        },
        TYPES as string[],
        new URL(rig().origin).host,
      );
      expect(await state()).toEqual(before);
      expect(await visibleText(page)).not.toContain(LITTER);
    });

    test('a content script that was taken over learns nothing, and gets at no other tab', async () => {
      const other = await open('http://two.test/repost-en?other');
      const page = await serve(
        'http://one.test/framed',
        repost.replace('</body>', '<iframe src="/original-en"></iframe></body>'),
      );
      await Promise.all([cleaned(page), cleaned(other)]);
      await applySettings(rig(), { sites: { 'two.test': 'off' }, count: true });
      await until(
        'the other site is off',
        () => visibleText(other),
        (text) => text.includes(LITTER),
      );
      const kept = () => rig().api<object>('browser.storage.local.get(["sites", "rules", "counts"])');
      const before = { kept: await kept(), badge: await rig().badge(page) };
      const tabId = await rig().tabId(page);
      const otherId = await rig().tabId(other);
      // Run where our content scripts do: in the page, and in its frame, which has none of ours.
      const work = `async (tabId) => {
        const { runtime, storage } = globalThis.browser ?? chrome;
        const answer = (asked) => asked.then((value) => value ?? null, () => 'barred');
        const say = (message) => answer(runtime.sendMessage(message));
        await say({ type: 'changed', hidden: '99<b>', fresh: ['evil', { kind: 'share' }] });
        await say({ type: 'correct', correction: { verb: 'hide', selector: 'p\\ntwo.test copy' } });
        await say({ type: 'correct', correction: { verb: 'original', url: 'javascript:alert(1)' } });
        await say({ type: 'correct', correction: { verb: 'nothing' } });
        await say({ type: 'user-css', attribute: 'a],body,[b', on: true });
        await say({ type: 'go-to-original', url: 'http://two.test/repost-en' });
        await say({ type: 'back-to-copy' });
        return {
          settings: await answer(storage.local.get().then(() => 'read')),
          others: [await say({ type: 'clean-tab', tabId }), await say({ type: 'recall', tabId })],
          own: await say({ type: 'get-state' }),
        };
      }`;
      const run = (where: string) =>
        rig().api<Record<'settings' | 'others' | 'own', unknown>>(`(async () => {
          const frames = await browser.scripting.executeScript({ target: { tabId: ${tabId}, allFrames: true }, func: () => 0 });
          const frameId = frames.find(({ frameId }) => frameId ${where} 0).frameId;
          const [{ result }] = await browser.scripting.executeScript({
            target: { tabId: ${tabId}, frameIds: [frameId] }, args: [${otherId}], func: ${work},
          });
          return result;
        })()`);
      const isLocked = await rig().api<boolean>(`'setAccessLevel' in browser.storage.local`);
      const [top, frame] = [await run('==='), await run('!==')];
      const settings = isLocked ? 'barred' : 'read';
      expect(top).toEqual({
        settings,
        others: ['barred', 'barred'],
        own: expect.objectContaining({ mode: 'auto', rules: [] }),
      });
      expect(frame).toEqual({ settings, others: ['barred', 'barred'], own: 'barred' });
      expect({ kept: await kept(), badge: await rig().badge(page) }).toEqual(before);
      expect(await visibleText(other)).toContain(LITTER);
      expect(await isVisible(page, 'body')).toBe(true);
      await applySettings(rig(), { sites: {} });
    });

    test('what a page says of itself stays text in the history', async () => {
      await applySettings(rig(), { remember: 'on' });
      const html = repost
        .replaceAll(HEADLINE, `${HEADLINE} ${escaped}`)
        .replace(`href="${LINK}"`, 'href="javascript:document.body.id=1"')
        .replace('rel="author">admin<', `rel="author">Ada Reed ${escaped}<`);
      rig().site.page('http://four.test/met', html);
      opened.push(await openAndRemember(rig(), 'http://four.test/met'));
      const view = await openHistory(rig());
      opened.push(view);
      const inside = await view.evaluate(() => ({
        text: document.body.innerText,
        id: document.body.id,
        foreign: document.querySelectorAll('body script, iframe, [onerror], img:not([src^="icons/"]), b').length,
        schemes: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ protocol }) => protocol),
      }));
      expect(inside.text).toContain(`${HEADLINE} <img`);
      expect(inside).toMatchObject({ id: '', foreign: 0 });
      expect(inside.schemes).toEqual(['http:']);
      expect(rig().site.requests.filter((request) => request.includes('stolen'))).toEqual([]);
      await applySettings(rig(), { remember: 'off' });
    });

    test.each(['javascript:document.body.id=1', 'data:text/html,<p>taken', 'file:///etc/hostname'])(
      '%s is no original, neither pasted nor in the rules, and no search in a settings file',
      async (link) => {
        const kept = () => rig().api<object>('browser.storage.local.get(["rules", "search"])');
        const page = await serve('http://five.test/pasted', repost);
        await cleaned(page);
        const pasting = await popup(page);
        const before = await kept();
        await pasting.show();
        await choose(pasting, 'wrong-original');
        await paste(pasting, 'input[name=original]', link);
        await pasting.press('Enter');
        await until('it is refused', () =>
          pasting.evaluate<boolean>(`document.querySelector('.error, [role=alert]') !== null`),
        );
        expect(await kept()).toEqual(before);
        expect((await reportOf(rig(), page)).original?.url).toBe(LINK);

        // As a file that was brought could say, had nobody looked.
        await applySettings(rig(), { rules: [`five.test original ${link}`] });
        const view = await popup(page);
        expect(await view.evaluate<string>('document.body.innerText')).not.toContain(link);
        expect((await reportOf(rig(), page)).original?.url).toBe(LINK);
        await applySettings(rig(), { rules: [] });

        const options = await rig().extensionPage('options.html#backup');
        opened.push(options);
        await until('the page is drawn', () => options.evaluate<boolean>(`document.querySelector('main') !== null`));
        await options.evaluate(
          (text) => {
            const files = new DataTransfer();
            files.items.add(new File([text], '<b>mine</b>.json'));
            const input = document.querySelector('input[name=file]') as HTMLInputElement;
            input.files = files.files;
            return input.dispatchEvent(new Event('change', { bubbles: true }));
          },
          JSON.stringify({
            format: 'clean-copy-settings',
            version: 1,
            settings: { search: `${link}%s`, sites: { '<b>': 'off' } },
          }),
        );
        const refused = await until('it is refused', () =>
          options.evaluate<string>(`document.querySelector('[role=alert].warning')?.innerText ?? ''`),
        );
        expect(refused).toContain('<b>mine</b>.json');
        expect(refused).toMatch(/search/);
        expect(await options.evaluate<number>(`document.querySelectorAll('b').length`)).toBe(0);
      },
    );

    test('a page of ours in a page’s frame stays empty', async () => {
      const page = await serve('http://three.test/frame', `<iframe src="${rig().origin}/popup.html"></iframe>`);
      const texts = await Promise.all(
        page.frames().map((frame) => frame.evaluate(() => document.title).catch(() => 'barred')),
      );
      expect(texts).not.toContain('Clean Copy');
    });

    test.each([
      'javascript:document.body.id=1',
      'data:text/html,<p>taken',
      'file:///etc/hostname',
      'https://high\u202Eland.example/a',
    ])('a source link to %s gets nowhere, and markup stays text', async (link) => {
      const html = repost
        .replace(`href="${LINK}"`, `href="${link}"`)
        .replaceAll(`>${HEADLINE}<`, `>${HEADLINE} ${escaped}<`)
        .replace('rel="author">admin<', `rel="author">Ada Reed ${escaped}<`)
        .replaceAll('Daily Update Hub', 'Daily \u202E Update Hub')
        .replace('<p>The red bus', `<p><a href="${link}">Here</a> ${escaped} The red bus`);
      const page = await serve('http://four.test/hostile', html);
      const view = await popup(page);
      const inside = await view.evaluate(() => ({
        text: document.body.innerText,
        id: document.body.id,
        foreign: document.querySelectorAll('body script, iframe, [onerror], a[href]').length,
        bold: [...document.querySelectorAll('b')].filter(({ innerText }) => innerText === 'bold').length,
        images: [...document.images].map(({ src }) => src),
      }));
      expect(inside.text).toContain(`${HEADLINE} <img`);
      expect(inside.text).not.toContain(en.popup_open_original);
      // What turns the direction of our own words around it.
      expect(inside.text).toMatch(/Daily Update Hub/);
      expect(inside.text).not.toMatch(/[\u202A-\u202E]/);
      expect(inside).toMatchObject({ id: '', foreign: 0, bold: 0 });
      for (const src of inside.images) expect(src).toMatch(/^(?:chrome-extension:|data:image)/);

      // What is copied and saved.
      await view.evaluate(() => {
        const { dataset } = document.body;
        navigator.clipboard.writeText = async (text) => {
          dataset.copied = text;
        };
        URL.createObjectURL = (blob) => {
          void (blob as Blob).text().then((text) => {
            dataset.saved = text;
          });
          return '#';
        };
      });
      const kept = (name: string) =>
        until(`${name} is there`, () => view.evaluate<string>(`document.body.dataset.${name} ?? ''`), Boolean);
      await choose(view, 'copy-markdown');
      const markdown = await kept('copied');
      expect(markdown).toContain('The red bus');
      expect(markdown).not.toMatch(/\]\(<?(?!https?:)/);
      expect(markdown).not.toMatch(/(?<!\\)<img/);
      await choose(view, 'save-html');
      const saved = await kept('saved');
      expect(saved).toContain('The red bus');
      // Parsed in the page: none of ours may make markup of a string.
      const kinds = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'text/html');
        return {
          bad: parsed.querySelectorAll('script, iframe, b, [onerror]').length,
          pictures: [...parsed.images].map((image) => image.getAttribute('src')),
          schemes: [...parsed.querySelectorAll('[href]')].map((link) => link.getAttribute('href')?.split(':')[0]),
        };
      }, saved);
      expect(kinds.bad).toBe(0);
      expect(kinds.pictures).toEqual([expect.stringMatching(/^http:.*\/picture-library\.svg$/)]);
      expect(kinds.schemes.filter((scheme) => !/^https?$/.test(scheme ?? ''))).toEqual([]);
      expect(rig().site.requests.filter((request) => request.includes('stolen'))).toEqual([]);
    });

    test.each([
      ['http://bank.example@harbour.example/a', 'harbour.example'],
      ['https://h\u0430rbour.example/a', 'xn--hrbour-3nf.example'],
      [`https://bank.example.${'x'.repeat(60)}.harbour.example/a`, /^….*harbour\.example$/],
    ])('the host of %s is shown safely', async (link, shown) => {
      const page = await serve('http://five.test/host', repost.replace(LINK, link));
      const view = await popup(page);
      const source = await view.evaluate<string>(`document.querySelector('.source')?.innerText ?? ''`);
      if (typeof shown === 'string') expect(source).toBe(shown);
      else expect(source).toMatch(shown);
    });

    test('pages of ours make no markup of a string, and reach nobody', async () => {
      for (const path of ['popup.html', 'options.html', 'history.html', 'welcome.html', 'demo.html']) {
        const view = await rig().extensionPage(path);
        opened.push(view);
        const barred = await view.evaluate(async () => {
          const fails = async (act: () => unknown) => {
            try {
              await act();
              return false;
            } catch {
              return true;
            }
          };
          return {
            network: await fails(() => fetch('http://stolen.test/ours')),
            // Where the browser has Trusted Types.
            markup:
              !('trustedTypes' in globalThis) || (await fails(() => Reflect.set(document.body, 'innerHTML', '<i>'))),
          };
        });
        expect(barred, path).toEqual({ network: true, markup: true });
      }
    });
  },
  {
    site: (site) => {
      for (const name of ['one', 'two', 'three', 'four', 'five']) site.host(`${name}.test`, FIXTURES);
    },
  },
);

/** What stands behind the first line: the policy of our pages, when every page may reach them. */
describeChromiumFirst(
  'security, with everything web-accessible',
  (rig) => {
    test('a page of ours in a page’s frame stays empty all the same', async () => {
      rig().site.page('http://six.test/frame', `<iframe src="${rig().origin}/popup.html"></iframe>`);
      const page = await rig().open('http://six.test/frame');
      // It can be reached: what holds is the policy.
      expect(await page.evaluate((url) => fetch(url).then(({ ok }) => ok), `${rig().origin}/popup.html`)).toBe(true);
      const texts = await Promise.all(
        page.frames().map((frame) => frame.evaluate(() => document.title).catch(() => 'barred')),
      );
      expect(texts).not.toContain('Clean Copy');
    });

    test('a page of ours takes no script, style, picture, form, frame or base address from elsewhere', async () => {
      const view = await rig().extensionPage('options.html');
      const broken = await view.evaluate(async () => {
        const heard: string[] = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
          heard.push(effectiveDirective),
        );
        const make = (tag: string, attributes: Record<string, string>, text = '') => {
          const element = document.createElement(tag);
          element.textContent = text;
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          return document.head.appendChild(element);
        };
        make('style', {}, 'body { color: rgb(1, 2, 3) !important }');
        make('link', { rel: 'stylesheet', href: 'http://six.test/a.css' });
        make('img', { src: 'http://six.test/a.png' });
        make('iframe', { src: 'http://six.test/a' });
        make('video', { src: 'http://six.test/a.webm' });
        make('base', { href: 'http://six.test/' });
        const form = make('form', { action: 'http://six.test/a' }) as HTMLFormElement;
        try {
          form.submit();
        } catch {
          // Firefox throws.
        }
        const wanted = 'base-uri form-action frame-src img-src media-src style-src-elem'.split(' ');
        for (let i = 0; i < 100 && !wanted.every((one) => heard.includes(one)); i++)
          await new Promise((done) => setTimeout(done, 20));
        const { color } = getComputedStyle(document.body);
        return {
          color,
          heard: wanted.filter((one) => heard.includes(one)),
          at: location.pathname,
          base: document.baseURI,
        };
      });
      expect(broken.heard).toEqual('base-uri form-action frame-src img-src media-src style-src-elem'.split(' '));
      expect(broken.color).not.toBe('rgb(1, 2, 3)');
      expect(broken.at).toBe('/options.html');
      expect(broken.base).toBe(`${rig().origin}/options.html`);
      expect(rig().site.requests.filter((request) => request.includes('six.test/a'))).toEqual([]);
      await view.close();
    });
  },
  {
    site: (site) => void site.host('six.test', FIXTURES),
    prepare: (folder) => {
      const path = join(folder, 'manifest.json');
      const manifest = JSON.parse(readFileSync(path, 'utf8'));
      const reached = [{ resources: ['*'], matches: ['<all_urls>'] }];
      writeFileSync(path, JSON.stringify({ ...manifest, web_accessible_resources: reached }));
    },
  },
);
