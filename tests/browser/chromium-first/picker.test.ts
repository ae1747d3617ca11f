/** Pointing at a piece of a page: by mouse, by keyboard and by touch, on every sort of page. The page notices nothing. */
import type { Frame, Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import {
  heard,
  html,
  middleOf,
  pick,
  pickerIsGone,
  pickerOf,
  pickerSays,
  rulesAre,
  rulesOf,
  themePage,
} from '../correction-helpers.ts';
import { isVisible, visibleText } from '../page-helpers.ts';
import { describeChromiumFirst, picture, until } from '../rig.ts';
import { choose } from '../visible.ts';

const ONE = '1 match on this page';
const TWO = '2 matches on this page';

const SHADOW = `<news-box><template shadowrootmode="open"><style>div{background:#fde;padding:20px}</style>
<div class="promo"><p>Win <em id="inner">a house</em></p></div><slot></slot></template></news-box>`;
const NARROW = '<meta name="viewport" content="width=device-width">';
const BAR = `<div class="bar"><p>We value your <b id="bar">privacy</b></p></div>`;
/** Hears everything that there is a name for, on its window, before anybody else. */
const ALL_EARS = `<script>globalThis.heard = [];
const types = new Set(['focusin', 'focusout', 'touchstart', 'touchmove', 'touchend', 'touchcancel', 'DOMMouseScroll',
  'mousewheel', 'pointerrawupdate', 'compositionstart']);
for (const root of [window, document, document.createElement('p')])
  for (let at = root; at; at = Object.getPrototypeOf(at))
    for (const name of Object.getOwnPropertyNames(at)) if (name.startsWith('on')) types.add(name.slice(2));
const nameOf = (target) => target === window ? 'window' : target.matches?.('html > div') ? 'ours' : target.localName;
for (const type of types)
  addEventListener(type, (event) => heard.push(type + ' at ' + nameOf(event.target)), true);
</script>`;
const ROW =
  '<div class="row"><div class="first"><b>واحد</b></div><div class="middle">اثنان</div><div class="last">ثلاثة</div></div>';
const ROW_STYLE = '.row{display:flex;gap:10px;padding:10px}.row div{background:#def;padding:20px}';
const BAR_STYLE = '.bar{position:fixed;inset:0 0 auto;height:60px;background:#fd0;z-index:2147483647}';

/** Where something is: on the page, or in the picker's layer, which is as large as the window. */
const boxOf = (place: Page | Frame, selector: string) =>
  (place as Frame).evaluate((css) => {
    const { x, y, width, height } = document.querySelector(css)?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  }, selector);
type Box = Awaited<ReturnType<typeof boxOf>>;

/** @param along from its left (0) to its right end */
const pointIn = ({ x, y, width, height }: Box, along = 0.5) => [x + width * along, y + height / 2] as const;
const clickOn = async (page: Page, box: Box, along?: number) => page.mouse.click(...pointIn(box, along));
const tapOn = async (page: Page, box: Box, along?: number) => page.touchscreen.tap(...pointIn(box, along));

/** The outline of what is pointed at lies on that. */
const isOutlined = (page: Page, frame: Frame, selector: string) =>
  until(
    `${selector} is outlined`,
    async () => ({ outline: await boxOf(frame, '.outline.picked'), piece: await boxOf(page, selector) }),
    ({ outline, piece }) =>
      (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(outline[side] - piece[side]) < 1.5),
  );

describeChromiumFirst(
  'the picker',
  (rig, target) => {
    const pages: Page[] = [];
    const open = async (url: string) => {
      const page = await rig().open(url);
      pages.push(page);
      return page;
    };
    /** Whatever happened: nothing of it reached the page's handlers. */
    const heardNothing = async (page: Page) => expect(await heard(page)).toEqual([]);
    afterEach(async () => {
      for (const page of pages.splice(0)) await page.close().catch(() => {});
      await rig().api(`browser.storage.local.set({ rules: [] }).then(() => 0)`);
    });

    test('what is pointed at is hidden with its like, here and later; Escape leaves no trace', async () => {
      const page = await open('http://pick.test/one');
      const before = await html(page);
      let frame = await pick(rig(), page, 'hide');
      await heard(page);
      const boat = await middleOf(page, '#boat');
      await page.mouse.move(boat.x, boat.y);
      await pickerSays(frame, ONE);
      await page.mouse.click(boat.x, boat.y);
      await page.keyboard.press('ArrowUp');
      await pickerSays(frame, TWO);
      await picture(`correct/${target}-picker`, page);
      await page.keyboard.press('Escape');
      await pickerIsGone(page);
      await heardNothing(page);
      expect(await html(page)).toBe(before);
      expect(await rulesOf(rig())).toEqual([]);

      frame = await pick(rig(), page, 'hide');
      await page.mouse.click(boat.x, boat.y);
      await page.keyboard.press('ArrowUp');
      await pickerSays(frame, TWO);
      await page.keyboard.press('Enter');
      await pickerIsGone(page);
      await until('both are hidden', async () => !/Win a/.test(await visibleText(page)));
      await heardNothing(page);
      expect(await rulesOf(rig())).toEqual(['pick.test hide div.promo']);
      await page.goto('http://pick.test/two');
      await until('its like is hidden on the next page', async () => !(await isVisible(page, '.promo')));
      expect(await visibleText(page)).toContain('Paragraph 5');
    });

    test('what is pointed at, pressed and typed not even a page hears that listens to everything before anybody', async () => {
      const page = await open('http://pick.test/all-ears');
      const boat = await middleOf(page, '#boat');
      await page.mouse.move(boat.x, boat.y);
      await heard(page);
      let frame = await pick(rig(), page, 'hide');
      // The pointer left for the layer, and the window lost the focus to it.
      const edge = await heard(page);
      expect(edge).toContain('mouseover at ours');
      expect(edge).toContain('blur at window');
      expect(edge.filter((one) => !/^(?:(?:mouse|pointer)(?:over|enter|out|leave)|blur) at /.test(one))).toEqual([]);
      await page.mouse.move(boat.x + 9, boat.y, { steps: 3 });
      await page.mouse.click(boat.x, boat.y);
      await pickerSays(frame, ONE);
      await page.mouse.click(boat.x, boat.y, { button: 'right' });
      await page.mouse.wheel({ deltaY: 1 });
      await clickOn(page, await boxOf(frame, 'input'), 0.6);
      await pickerSays(frame, TWO);
      for (const key of ['ArrowDown', 'ArrowUp', 'Tab', 'a'] as const) await page.keyboard.press(key);
      await pickerSays(frame, TWO);
      await heardNothing(page);
      await page.keyboard.press('Escape');
      await pickerIsGone(page);
      expect((await heard(page)).filter((one) => /ours|key/.test(one))).toEqual([]);
      frame = await pick(rig(), page, 'hide');
      await heard(page);
      await page.touchscreen.tap(boat.x, boat.y);
      await pickerSays(frame, ONE);
      // To Firefox each finger is a pointer that comes to the layer anew.
      const touched = ['pointerover at ours', 'pointerenter at html', 'pointerenter at ours'];
      expect(await heard(page)).toEqual(target === 'firefox' ? touched : []);
    });

    test('the focus stays in the panel, however often it is moved on', async () => {
      const page = await open('http://pick.test/one');
      const frame = await pick(rig(), page, 'hide');
      const focused = () =>
        frame.evaluate(() => {
          const { activeElement } = document;
          return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
        });
      const walk = async (back: boolean) => {
        const all: string[] = [];
        for (let i = 0; i < 3; i++) {
          if (back) await page.keyboard.down('Shift');
          await page.keyboard.press('Tab');
          if (back) await page.keyboard.up('Shift');
          all.push(await focused());
        }
        return all;
      };
      // Nothing is pointed at yet, and there is nothing to confirm.
      expect(await walk(false)).toEqual(['Move this panel', 'Cancel', 'Move this panel']);
      expect(await walk(true)).toEqual(['Cancel', 'Move this panel', 'Cancel']);
      await page.keyboard.press('Enter');
      await pickerIsGone(page);
    });

    test.each(['mouse', 'finger'])('inside an open shadow root, with a %s', async (by) => {
      const page = await open('http://pick.test/shadow');
      const before = await html(page);
      const inner = () =>
        page.evaluate(() => {
          const root = document.querySelector('news-box')?.shadowRoot;
          const { x, y, width, height } = root?.querySelector('#inner')?.getBoundingClientRect() ?? new DOMRect();
          return { x: x + width / 2, y: y + height / 2, promo: root?.querySelector('.promo')?.checkVisibility() };
        });
      let frame = await pick(rig(), page, 'hide');
      await heard(page);
      const { x, y } = await inner();
      const point = () => (by === 'mouse' ? page.mouse.click(x, y) : page.touchscreen.tap(x, y));
      await point();
      await pickerSays(frame, ONE);
      await page.keyboard.press('Escape');
      await pickerIsGone(page);
      expect(await html(page)).toBe(before);
      frame = await pick(rig(), page, 'hide');
      await point();
      await pickerSays(frame, ONE);
      if (by === 'mouse') await page.keyboard.press('ArrowUp');
      else await tapOn(page, await boxOf(frame, 'input'), 0.98);
      await until('the piece is outlined', async () => (await boxOf(frame, '.outline.picked')).height > 60);
      await pickerSays(frame, ONE);
      await picture(`correct/${target}-picker-shadow`, page);
      if (by === 'mouse') await page.keyboard.press('Enter');
      else await tapOn(page, await boxOf(frame, '.main'));
      await pickerIsGone(page);
      await rulesAre(rig(), 'pick.test hide news-box >>> div.promo');
      await until('it is hidden', async () => !(await inner()).promo);
      await heardNothing(page);
    });

    test('over a fixed element that lies on top of everything', async () => {
      const page = await open('http://pick.test/fixed');
      const frame = await pick(rig(), page, 'hide');
      await heard(page);
      await clickOn(page, await boxOf(page, '#bar'));
      await page.keyboard.press('ArrowUp');
      await pickerSays(frame, ONE);
      await isOutlined(page, frame, '.bar');
      await picture(`correct/${target}-picker-fixed`, page);
      await page.evaluate(() => scrollTo(0, 40));
      await isOutlined(page, frame, '.bar');
      await page.keyboard.press('Enter');
      await pickerIsGone(page);
      await rulesAre(rig(), 'pick.test hide div.bar');
      await until('the bar is gone', async () => !(await isVisible(page, '.bar')));
      await heardNothing(page);
    });

    test('on a page that goes from right to left: the arrow keys go where they point', async () => {
      const page = await open('http://pick.test/rtl');
      const before = await html(page);
      const frame = await pick(rig(), page, 'hide');
      await heard(page);
      await clickOn(page, await boxOf(page, '.middle'));
      await isOutlined(page, frame, '.middle');
      await page.keyboard.press('ArrowLeft');
      await isOutlined(page, frame, '.last');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await isOutlined(page, frame, '.first');
      await page.keyboard.press('ArrowDown');
      await isOutlined(page, frame, '.first b');
      await picture(`correct/${target}-picker-rtl`, page);
      await page.keyboard.press('Escape');
      await pickerIsGone(page);
      expect(await html(page)).toBe(before);
      await heardNothing(page);
    });

    const zoomedBy = {
      'the browser, out': (page: Page) => zoomTab(page, 0.5),
      'the browser, in': (page: Page) => zoomTab(page, 2),
      'the page itself': async () => {},
      'two fingers': async (page: Page) => {
        if (target === 'firefox')
          await rig().firefox.evaluate(
            `(gBrowser.selectedBrowser.messageManager.loadFrameScript('data:,content.windowUtils.setResolutionAndScaleTo(1.6)', false), 0)`,
          );
        else {
          const session = await page.createCDPSession();
          await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1.6 });
        }
        await until('it is larger', () => page.evaluate(() => (visualViewport?.scale ?? 1) > 1.5));
      },
    };
    const zoomTab = async (page: Page, factor: number) => {
      const before = await page.evaluate(() => innerWidth);
      await rig().api(`browser.tabs.setZoom(${await rig().tabId(page)}, ${factor}).then(() => 0)`);
      await until('it is zoomed', () =>
        page.evaluate((width, by) => Math.abs((innerWidth * by) / width - 1) < 0.1, before, factor),
      );
    };
    const names = Object.keys(zoomedBy);
    test.each(Object.entries(zoomedBy))('zoomed by %s', async (who, zoom) => {
      // The browser keeps how far a host is zoomed.
      const host = `zoomed-${names.indexOf(who)}.test`;
      const page = await open(`http://${host}/${who === 'the page itself' ? 'zoomed' : 'one'}`);
      await page.bringToFront();
      await zoom(page);
      const frame = await pick(rig(), page, 'hide');
      await heard(page);
      await clickOn(page, await boxOf(page, '#boat'));
      await pickerSays(frame, ONE);
      await page.keyboard.press('ArrowUp');
      await pickerSays(frame, TWO);
      await isOutlined(page, frame, '.promo');
      await picture(`correct/${target}-picker-zoom-${who.replace(/\W+/g, '-')}`, page);
      const panel = await boxOf(frame, '.panel');
      const view = await page.evaluate(() => {
        const { offsetLeft: x, offsetTop: y, width, height } = visualViewport as VisualViewport;
        return { x, y, width, height };
      });
      expect(panel.x).toBeGreaterThanOrEqual(view.x);
      expect(panel.y).toBeGreaterThanOrEqual(view.y);
      expect(panel.x + panel.width).toBeLessThanOrEqual(view.x + view.width);
      expect(panel.y + panel.height).toBeLessThanOrEqual(view.y + view.height);
      await page.keyboard.press('Enter');
      await pickerIsGone(page);
      await rulesAre(rig(), `${host} hide div.promo`);
      await heardNothing(page);
    });

    test('with the slider and the buttons, by mouse', async () => {
      const page = await open('http://pick.test/one');
      const before = await html(page);
      let frame = await pick(rig(), page, 'hide');
      await heard(page);
      await clickOn(page, await boxOf(page, '#boat'));
      await pickerSays(frame, ONE);
      const drag = async (to: number) => {
        const slider = await boxOf(frame, 'input');
        await page.mouse.move(...pointIn(slider, 0.02));
        await page.mouse.down();
        await page.mouse.move(...pointIn(slider, to), { steps: 4 });
        await page.mouse.up();
      };
      await drag(0.99);
      await pickerSays(frame, 'The article is in it, so it can’t be hidden.');
      expect(await frame.evaluate(() => document.querySelector<HTMLButtonElement>('.main')?.disabled)).toBe(true);
      await clickOn(page, await boxOf(frame, '.buttons button'));
      await pickerIsGone(page);
      expect(await html(page)).toBe(before);
      expect(await rulesOf(rig())).toEqual([]);

      frame = await pick(rig(), page, 'hide');
      await clickOn(page, await boxOf(page, '#boat'));
      await pickerSays(frame, ONE);
      await drag(0.6);
      await pickerSays(frame, TWO);
      await clickOn(page, await boxOf(frame, '.main'));
      await pickerIsGone(page);
      await rulesAre(rig(), 'pick.test hide div.promo');
      await until('both are hidden', async () => !/Win a/.test(await visibleText(page)));
      await heardNothing(page);
    });

    test('with a finger, at a bar where the panel would stand', async () => {
      const page = await open('http://pick.test/foot');
      await page.setViewport({ width: 400, height: 700, hasTouch: true });
      const frame = await pick(rig(), page, 'hide');
      await heard(page);
      await tapOn(page, await boxOf(page, '.bar'));
      await pickerSays(frame, ONE);
      await tapOn(page, await boxOf(frame, 'input'), 0.98);
      await isOutlined(page, frame, '.bar');
      await picture(`correct/${target}-picker-foot`, page);
      await tapOn(page, await boxOf(frame, '.main'));
      await pickerIsGone(page);
      await rulesAre(rig(), 'pick.test hide div.bar');
      await heardNothing(page);
    });

    test('with a finger', async () => {
      const page = await open('http://pick.test/phone');
      await page.setViewport({ width: 400, height: 700, hasTouch: true });
      const frame = await pick(rig(), page, 'hide');
      await heard(page);
      await tapOn(page, await boxOf(page, '#boat'));
      await pickerSays(frame, ONE);
      await tapOn(page, await boxOf(frame, 'input'), 0.6);
      await pickerSays(frame, TWO);
      await picture(`correct/${target}-picker-phone`, page);
      await tapOn(page, await boxOf(frame, '.main'));
      await pickerIsGone(page);
      await rulesAre(rig(), 'pick.test hide div.promo');
      await until('both are hidden', async () => !/Win a/.test(await visibleText(page)));
      await heardNothing(page);
    });

    test('from the context menu, where it was opened', async () => {
      const page = await open('http://pick.test/one');
      await page.bringToFront();
      await rig().chooseFromMenu(page, 'hide', await middleOf(page, '#boat'));
      const frame = await pickerOf(page);
      await pickerSays(frame, ONE);
      await isOutlined(page, frame, '.promo p');
      await heard(page);
      await page.keyboard.press('ArrowUp');
      await pickerSays(frame, TWO);
      await page.keyboard.press('Enter');
      await pickerIsGone(page);
      await heardNothing(page);
      await until('both are hidden', async () => !/Win a/.test(await visibleText(page)));
    });

    test('by the keyboard command, and with the keyboard alone', async () => {
      const page = await open('http://pick.test/one');
      const before = await html(page);
      await page.bringToFront();
      await heard(page);
      await rig().command(page, 'hide-this');
      const frame = await pickerOf(page);
      // Nothing has been pointed at: a key points at the middle of the window.
      await page.keyboard.press('ArrowUp');
      await pickerSays(frame, ONE);
      await page.keyboard.press('Escape');
      await pickerIsGone(page);
      expect(await html(page)).toBe(before);
      await heardNothing(page);
    });

    test('from the toolbar’s popup, which gives way', async () => {
      const page = await open('http://pick.test/one');
      const popup = await rig().popup(page);
      await choose(popup, 'hide');
      const frame = await pickerOf(page);
      await clickOn(page, await boxOf(page, '#boat'));
      await pickerSays(frame, ONE);
      await page.keyboard.press('ArrowUp');
      await pickerSays(frame, TWO);
      await page.keyboard.press('Enter');
      await pickerIsGone(page);
      await rulesAre(rig(), 'pick.test hide div.promo');
    });
  },
  {
    site: (site) => {
      site.page('http://pick.test/shadow', themePage({ before: SHADOW }));
      site.page('http://pick.test/one', themePage());
      site.page('http://pick.test/all-ears', themePage({ head: ALL_EARS, listening: '' }));
      site.page('http://pick.test/two', themePage({ body: '<footer>The end</footer>' }));
      site.page(
        'http://pick.test/rtl',
        themePage({ attributes: 'lang="ar" dir="rtl"', before: ROW, style: ROW_STYLE }),
      );
      for (const number of [0, 1, 2, 3]) site.page(`http://zoomed-${number}.test/one`, themePage());
      site.page('http://zoomed-2.test/zoomed', themePage({ style: 'html{zoom:1.4}' }));
      site.page('http://pick.test/phone', themePage({ head: NARROW }));
      site.page(
        'http://pick.test/foot',
        themePage({ body: BAR, style: `${BAR_STYLE}.bar{inset:auto 0 0}`, head: NARROW }),
      );
      site.page('http://pick.test/fixed', themePage({ body: `${BAR}<p style="height:2000px">`, style: BAR_STYLE }));
    },
  },
);
