/** The reader puts right what is wrong, by mouse, by keyboard and by touch, and it stays right. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import en from '../../../src/locales/en.json' with { type: 'json' };
import {
  enter,
  heard,
  LISTENING,
  layerOf,
  middleOf,
  paste,
  pick,
  pickerIsGone,
  pickerOf,
  pickerSays,
  popupOf,
  press,
  rulesAre,
  rulesOf,
  shows,
  themePage,
} from '../correction-helpers.ts';
import { makeOpener } from '../fault-helpers.ts';
import {
  applySettings,
  fixture,
  injectReading,
  isVisible,
  reportOf,
  serialized,
  visibleText,
} from '../page-helpers.ts';
import { describeChromiumFirst, picture, until, type View } from '../rig.ts';
import { showSection } from '../sections.ts';
import { choose, waitForControl } from '../visible.ts';

const REPOST = fixture('repost-en.html');
/** What the engine does not take for the article, and a reader may. */
const POEM = `<div class="poem"><h2>The poem of the day</h2><p>The tide goes out and leaves the light behind,</p>
<p>and what the light has found it will not keep.</p><p>The gulls have read it all and do not mind.</p></div>`;
const COMMENTS = 'Leave a Reply';

describeChromiumFirst(
  'corrections',
  (rig, target) => {
    const { open, keep, closeAll } = makeOpener(rig);
    const openPopup = async (page: Page) => keep(await popupOf(rig(), page));

    /** Has the popup list the pieces, whether or not it does already. */
    const listPieces = (view: View) =>
      until('the pieces are listed', async () => {
        const closed = await view.evaluate<number>(`(() => {
          const openers = [...document.querySelectorAll('[name=hidden], .kind > .line > button:first-child')];
          const closed = openers.filter(({ ariaExpanded }) => ariaExpanded === 'false');
          for (const opener of closed) opener.click();
          return closed.length + (openers.length > 1 ? 0 : 1);
        })()`);
        return closed === 0;
      });
    const optionsPage = async () => {
      const view = keep(await rig().extensionPage('options.html#corrections'));
      await view.show();
      return view;
    };
    const isCleaned = (page: Page) =>
      until('the page is cleaned', async () => !/\[ad_1\]|Leave a Reply/.test(await visibleText(page)));

    // What the notice does is tested with it: here nothing but the page is on the page.
    beforeAll(() => applySettings(rig(), { notice: false }));
    afterEach(async () => {
      await closeAll();
      await rig().api(`browser.storage.local.set({ rules: [] }).then(() => 0)`);
    });

    test('a hidden piece is shown again, a kind is left alone, and both are taken back exactly', async () => {
      const page = await open('http://again.test/repost-en');
      await until('the page is cleaned', async () => !(await visibleText(page)).includes(COMMENTS));
      const cleaned = await visibleText(page);
      const view = await openPopup(page);
      await listPieces(view);
      await choose(view, 'keep-comment-form');
      await until('the comment form is back', async () => (await visibleText(page)).includes(COMMENTS));
      expect(await rulesOf(rig())).toEqual(['again.test keep comment-form']);
      await page.reload();
      await until('the rest is hidden again', async () => !(await visibleText(page)).includes('You may also like'));
      expect(await visibleText(page)).toContain(COMMENTS);
      await shows(view, 'Never hidden: Comment forms');
      await listPieces(view);
      await press(view, en.popup_show, ['.piece', 'You may also like']);
      await until('the related articles are back', async () => (await visibleText(page)).includes('You may also like'));
      await picture(`correct/${target}-popup`, view);
      // The popup is drawn anew when it hears more of the page.
      await until('it is clicked', () =>
        view.click('.made button').then(
          () => true,
          () => false,
        ),
      );
      await until('the form is hidden', async () => !(await visibleText(page)).includes(COMMENTS));
      const [line = ''] = await rulesOf(rig());
      expect(line).toMatch(/^again\.test show /);
      await press(view, 'Undo', ['.made li', 'Always shown']);
      await until('all is as it was', async () => (await visibleText(page)) === cleaned);
      await choose(view, 'restore');
      await until('the page is restored', async () => (await visibleText(page)).includes(COMMENTS));
      const { now, served, sheets } = await serialized(page);
      expect(now).toBe(served);
      expect(sheets).toBe(0);
    });

    test('while everything is shown, each piece has a button of its own on the page', async () => {
      const page = await open('http://peek.test/repost-en');
      await isCleaned(page);
      const cleaned = await visibleText(page);
      const view = await openPopup(page);
      await choose(view, 'show');
      await page.bringToFront();
      const layer = await layerOf(page, 'button');
      const { pieces } = await reportOf(rig(), page);
      expect(new Set(pieces.map(({ kind }) => kind))).toContain('ad-token');
      const buttons = () =>
        layer.evaluate(() =>
          [...document.querySelectorAll('button')].map((button) => ({
            words: button.textContent,
            piece: button.title,
            seen: button.checkVisibility(),
          })),
        );
      await until(
        'each piece has its button',
        buttons,
        (all) => all.length === pieces.length && all.every((button) => button.seen),
      );
      expect((await buttons()).map(({ words }) => words)).toEqual(pieces.map(() => en.popup_show_again));
      expect((await buttons()).map(({ piece }) => piece)).toEqual(pieces.map(({ text }) => text));
      await page.evaluate(() => document.querySelector('.yarpp-related')?.scrollIntoView({ block: 'center' }));
      await heard(page);
      const pressOn = async (words: string, by: 'mouse' | 'finger') => {
        const place = () =>
          layer.evaluate((sought) => {
            const button = [...document.querySelectorAll('button')].find(({ title }) => title.startsWith(sought));
            const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
            return { x: x + width / 2, y: y + height / 2 };
          }, words);
        const isThere = () =>
          layer.evaluate(
            (sought) => [...document.querySelectorAll('button')].some(({ title }) => title.startsWith(sought)),
            words,
          );
        // A busy browser now and then scrolls once more, between the look and the press.
        for (let presses = 0; presses < 3 && (await isThere()); presses++) {
          let before = '';
          const { x, y } = await until('the button has followed', place, (at) => {
            const isStill = before === `${at.x} ${at.y}`;
            before = `${at.x} ${at.y}`;
            return isStill && at.y > 0 && at.y < 800;
          });
          await (by === 'mouse' ? page.mouse.click(x, y) : page.touchscreen.tap(x, y));
          await until('the button has gone', isThere, (is) => !is, 5000).catch(() => {});
        }
      };
      await picture(`correct/${target}-peek`, page);
      // Beside the buttons the page is the reader's.
      const share = await middleOf(page, '.share-row h3');
      await page.mouse.click(share.x, share.y);
      await until('the page hears it', async () => (await heard(page)).includes('click at h3'));
      await pressOn('You may also', 'mouse');
      await rulesAre(rig(), /^peek\.test show div\./);
      await until('one button less', async () => (await buttons()).length === pieces.length - 1);
      await pressOn('[ad_2]', 'finger');
      await rulesAre(rig(), /^peek\.test show div\./, 'peek.test show "[ad_2]"');
      await until('two buttons less', async () => (await buttons()).length === pieces.length - 2);
      await until('the keyboard gets to the comment form’s', async () => {
        await page.keyboard.press('Tab');
        return layer.evaluate(
          (words) => (document.activeElement as HTMLElement | null)?.title.startsWith(words),
          COMMENTS,
        );
      });
      await picture(`correct/${target}-peek-keyboard`, page);
      await page.keyboard.press('Enter');
      await until('three buttons less', async () => (await buttons()).length === pieces.length - 3);
      const [, , third = ''] = await rulesAre(rig(), /div\./, /ad_2/, /^peek\.test show div/);
      await view.show();
      await press(view, 'Undo', ['.made li', third.replace(/^peek\.test show /, '')]);
      await page.bringToFront();
      await until('the form has its button again', async () => (await buttons()).length === pieces.length - 2);
      expect((await heard(page)).filter((one) => /^(?:click|mousedown|mouseup|pointerdown)/.test(one))).toEqual([]);
      await view.show();
      await shows(view, 'Always shown: "[ad_2]"');
      await choose(view, 'show');
      await page.bringToFront();
      await until('the layer has gone', () => page.frames().length === 1);
      await until('the rest is hidden again', async () => !(await visibleText(page)).includes(COMMENTS));
      expect(await visibleText(page)).toContain('You may also like');
      await page.reload();
      await until('the rest is hidden after a reload', async () => !(await visibleText(page)).includes(COMMENTS));
      expect(await visibleText(page)).toMatch(/\[ad_2\][\s\S]*You may also like/);
      expect(await visibleText(page)).not.toContain('[ad_1]');
      // Undone in the options.
      const options = await optionsPage();
      for (const line of await rulesOf(rig())) {
        await shows(options, line);
        await press(options, `Remove ${line}`);
      }
      await rulesAre(rig());
      await until('all is hidden as before', async () => (await visibleText(page)) === cleaned);
    });

    test('where the buttons are large and the lines short, no button lies on another', async () => {
      const page = await open('http://peek.test/two-lines');
      await page.setViewport({ width: 400, height: 700, hasTouch: true });
      await isCleaned(page);
      const view = await openPopup(page);
      await choose(view, 'show');
      await page.bringToFront();
      const layer = await layerOf(page, 'button');
      const boxes = () =>
        layer.evaluate(() =>
          [...document.querySelectorAll('button')].map((button) => {
            const { left, right, top, bottom } = button.getBoundingClientRect();
            return { left, right, top, bottom };
          }),
        );
      type Box = Awaited<ReturnType<typeof boxes>>[number];
      const isApart = (one: Box, other: Box) =>
        one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
      await until(
        'they lie apart',
        boxes,
        (all) => all.length > 4 && all.every((one, i) => all.every((other, j) => i === j || isApart(one, other))),
      );
      await page.evaluate(() => document.querySelector('.yarpp-related')?.scrollIntoView({ block: 'center' }));
      await picture(`correct/${target}-peek-phone`, page);
    });

    test('what is picked while everything is shown is the page, not the buttons that lie on it', async () => {
      const page = await open('http://over.test/repost-en');
      await isCleaned(page);
      const view = await openPopup(page);
      await choose(view, 'show');
      await page.bringToFront();
      await page.evaluate(() => document.querySelector('.yarpp-related')?.scrollIntoView({ block: 'start' }));
      const buttons = await layerOf(page, 'button');
      const place = () =>
        buttons.evaluate(() => {
          const button = [...document.querySelectorAll('button')].find(({ title }) => title.startsWith('You may also'));
          const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
          return { x: x + width / 2, y: y + height / 2 };
        });
      const { x, y } = await until('the button has followed', place, (at) => at.y > 0 && at.y < 200);
      const picker = await pick(rig(), page, 'hide');
      await page.mouse.click(x, y);
      const outline = () =>
        picker.evaluate(() => document.querySelector('.outline.picked')?.getBoundingClientRect().width ?? 0);
      await until('something is outlined', outline, (width) => width > 0);
      await picture(`correct/${target}-picker-peek`, page);
      await page.keyboard.press('Enter');
      await until('the picker has gone', () => page.frames().length === 2);
      await rulesAre(rig(), /^over\.test hide (?!div$).*yarpp-related/);
    });

    test('this is not a copy: for the page, for the site, and taken back', async () => {
      const [page, other] = [await open('http://said.test/repost-en'), await open('http://said.test/other')];
      await isCleaned(page);
      await isCleaned(other);
      let view = await openPopup(page);
      await choose(view, 'wrong-verdict');
      await choose(view, 'for-page');
      await shows(view, en.from_told_not_copy);
      await rulesAre(rig(), 'said.test/repost-en not-copy');
      await until('the page is left alone', async () => (await visibleText(page)).includes(COMMENTS));
      expect(await visibleText(other)).not.toContain(COMMENTS);
      await picture(`correct/${target}-told-not-copy`, view);
      await view.close();
      await page.reload();
      view = await openPopup(page);
      await shows(view, en.from_told_not_copy);
      expect((await reportOf(rig(), page)).verdict).toMatchObject({ kind: 'none', fromUser: true });
      // The page's own word outranks the site's.
      await rig().api(`browser.storage.local.set({ rules: ['said.test/repost-en not-copy', 'said.test copy'] })`);
      await shows(view, en.from_told_not_copy);
      await press(view, 'Undo', ['.made li', en.popup_not_copy]);
      await shows(view, 'You marked this as copied from');
      await press(view, 'Undo', ['.made li', en.popup_copy_of]);
      await shows(view, 'Copied from');
      await rulesAre(rig());
      await isCleaned(page);

      await choose(view, 'wrong-verdict');
      await choose(view, 'for-site');
      await rulesAre(rig(), 'said.test not-copy');
      await shows(view, en.from_told_not_copy);
      for (const one of [page, other])
        await until('each page is left alone', async () => (await visibleText(one)).includes(COMMENTS));
      await other.reload();
      // Shown as such on the site's other page too, and taken back there.
      const second = await openPopup(other);
      await shows(second, en.from_told_not_copy);
      expect((await reportOf(rig(), other)).verdict).toMatchObject({ kind: 'none', fromUser: true });
      await press(second, 'Undo', ['.made li', en.popup_not_copy]);
      await shows(second, 'Copied from');
      await rulesAre(rig());
      await isCleaned(page);
      await isCleaned(other);
    });

    test('this is a copy: for the whole site, and taken back', async () => {
      const [page, other] = [await open('http://whole.test/original-en'), await open('http://whole.test/other')];
      for (const one of [page, other]) expect((await reportOf(rig(), one)).verdict.kind).toBe('none');
      const before = await visibleText(page);
      const view = await openPopup(page);
      await choose(view, 'wrong-verdict');
      await choose(view, 'for-site');
      await rulesAre(rig(), 'whole.test copy');
      await shows(view, en.from_told_copy_unknown);
      for (const one of [page, other])
        await until('each page is cleaned', async () => !(await visibleText(one)).includes(COMMENTS));
      await picture(`correct/${target}-told-copy-site`, view);
      await other.reload();
      await other.bringToFront();
      await until('it is cleaned again', async () => !(await visibleText(other)).includes(COMMENTS));
      expect((await reportOf(rig(), other)).verdict).toMatchObject({ kind: 'repost', fromUser: true });
      const second = await openPopup(other);
      await shows(second, en.from_told_copy_unknown);
      await press(second, 'Undo', ['.made li', en.popup_copy_of]);
      await rulesAre(rig());
      for (const one of [page, other])
        await until('each page is as before', async () => (await visibleText(one)).includes(COMMENTS));
      expect(await visibleText(page)).toBe(before);
      await view.show();
      await shows(view, en.from_none);
      expect(await view.evaluate<string>('document.body.innerText')).not.toContain('You marked');
    });

    test('a wrong original is replaced by a pasted link, for the page alone, and comes back', async () => {
      const [page, other] = [await open('http://wrong.test/repost-en'), await open('http://wrong.test/other')];
      await isCleaned(page);
      const view = await openPopup(page);
      const source = () => view.evaluate<string>(`document.querySelector('.source')?.innerText ?? ''`);
      await until('the engine’s own is shown', source, (words) => words === 'thehighlandpost.example');
      await choose(view, 'wrong-original');
      await paste(view, 'input[name=original]', ' https://lantern.example/2026/library?id=7&utm_source=feed ');
      await view.press('Enter');
      await until('the pasted one is shown', source, (words) => words === 'lantern.example');
      const [line = ''] = await rulesAre(
        rig(),
        /^wrong\.test\/repost-en original https:\/\/lantern\.example\/2026\/library/,
      );
      expect((await reportOf(rig(), page)).original?.url).toBe(line.split(' ').at(-1));
      await picture(`correct/${target}-other-original`, view);
      await page.reload();
      await isCleaned(page);
      await until(
        'it is kept',
        async () => (await reportOf(rig(), page)).original?.url,
        (url) => url === line.split(' ').at(-1),
      );
      expect((await reportOf(rig(), other)).original?.url).toContain('thehighlandpost.example');
      await press(view, 'Undo', ['.made li', 'lantern.example']);
      await until('the engine’s own is back', source, (words) => words === 'thehighlandpost.example');
      await rulesAre(rig());
    });

    test('this is a copy, and a pasted link is its original', async () => {
      const page = await open('http://ours.test/original-en');
      expect((await reportOf(rig(), page)).verdict.kind).toBe('none');
      let view = await openPopup(page);
      await choose(view, 'wrong-verdict');
      await choose(view, 'for-page');
      await shows(view, en.from_told_copy_unknown);
      await until('the comment form is hidden', async () => !(await visibleText(page)).includes(COMMENTS));
      await choose(view, 'wrong-original');
      await enter(view, 'input[name=original]', 'no link at all');
      await choose(view, 'save-original');
      await shows(view, en.rule_problem_address);
      await enter(view, 'input[name=original]', 'https://lantern.example/2026/clockmaker');
      await choose(view, 'save-original');
      await shows(view, 'You marked this as copied from lantern.example');
      await rulesAre(
        rig(),
        'ours.test/original-en copy',
        'ours.test/original-en original https://lantern.example/2026/clockmaker',
      );
      await view.close();
      await page.reload();
      view = await openPopup(page);
      await shows(view, 'You marked this as copied from lantern.example');
      await waitForControl(view, 'open-original');
      await picture(`correct/${target}-told-copy`, view);
      await press(view, 'Undo', ['.made li', 'lantern.example']);
      await shows(view, en.from_told_copy_unknown);
      await press(view, 'Undo', ['.made li', en.popup_copy_of]);
      await until('it is an original again', async () => (await visibleText(page)).includes(COMMENTS));
      await rulesAre(rig());
    });

    test('the article that the reader chose is the article, here and on the site’s other pages', async () => {
      const page = await open('http://chosen.test/one');
      const words = async (one: Page) => {
        await injectReading(rig(), one);
        return (await reportOf(rig(), one)).article?.words ?? 0;
      };
      const isPoem = (count: number) => count > 25 && count < 40;
      const before = await words(page);
      expect(before).toBeGreaterThan(100);
      const popup = await rig().popup(page);
      await choose(popup, 'choose-article');
      const frame = await pickerOf(page);
      // It stands where the panel does.
      await page.evaluate(() => document.querySelector('.poem')?.scrollIntoView());
      const move = await middleOf(frame, '[aria-label="Move this panel"]');
      await page.mouse.click(move.x, move.y);
      const { x, y } = await middleOf(page, '.poem p');
      await page.mouse.click(x, y);
      await page.keyboard.press('ArrowUp');
      await pickerSays(frame, '1 match on this page');
      await picture(`correct/${target}-picker-article`, page);
      await page.keyboard.press('Enter');
      await pickerIsGone(page);
      await rulesAre(rig(), 'chosen.test article div.poem');
      await until('the article is another one', () => words(page), isPoem);
      const second = await open('http://chosen.test/two');
      await until('the same on the next page', () => words(second), isPoem);
      const view = await openPopup(second);
      await shows(view, 'Article: div.poem');
      await press(view, 'Undo', ['.made li', 'Article']);
      await rulesAre(rig());
      await until('as the engine has it', async () => (await words(page)) === before);
    });

    test('a report is seen in full before it is copied, and the address can be left out', async () => {
      const page = await open('http://told.test/repost-en');
      await isCleaned(page);
      const view = await openPopup(page);
      await choose(view, 'report');
      const field = () => view.evaluate<string>(`document.querySelector('.report textarea')?.value ?? ''`);
      const full = await until('the text is shown', field);
      expect(full).toContain('Page: http://told.test/repost-en\n');
      expect(full).toMatch(/^Clean Copy \d/);
      expect(full).toMatch(/Verdict: repost, \d\.\d\d\n {2}[a-z-]+ -?\d+\.\d /);
      expect(full).toMatch(/comment-form\n {2}div#comments\.comments-area \d+\n {4}div#respond\.comment-respond \d+/);
      await picture(`correct/${target}-report`, view);
      // Whether all of it can be read there.
      const isWhole = `(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth + 1)(document.querySelector('.report textarea'))`;
      expect(await view.evaluate<boolean>(isWhole)).toBe(true);
      await press(view, en.popup_report_address);
      const short = await until('the address goes', field, (all) => !all.includes('Page:'));
      expect(short).not.toMatch(/told\.test|repost-en|https?:|thehighlandpost/);
      // No words of the page.
      for (const words of ['library', 'Leave a Reply', 'Kellmoor', '[ad_1]']) expect(short).not.toContain(words);
      await view.evaluate(() => {
        const write = navigator.clipboard.writeText.bind(navigator.clipboard);
        navigator.clipboard.writeText = async (words) => {
          await write(words);
          document.body.dataset.copied = words;
        };
      });
      await choose(view, 'copy-report');
      const copied = await until('it is copied', () => view.evaluate<string>(`document.body.dataset.copied ?? ''`));
      expect(copied).toBe(short);
      await until('it says so', () =>
        view.evaluate<boolean>(`document.querySelector('.report [role=status]').innerText !== ''`),
      );
    });

    test('all corrections are one text: what is wrong in it is marked, and nothing is kept until that is mended', async () => {
      const page = await open('http://text.test/repost-en');
      await isCleaned(page);
      const view = await optionsPage();
      await press(view, 'Edit as text');
      const area = 'textarea[name=rules]';
      const good = ['# mine', 'text.test keep comment-form', 'other.test hide aside > div.promo "Win"'];
      await enter(view, area, [good[0], 'text.test keep everything', good[2], 'other.test hide p:hover'].join('\n'));
      await shows(view, 'Line 2: There is no kind with this name.');
      await shows(view, 'Line 4: From here on, this doesn’t describe a part of a page.');
      const state = () =>
        view.evaluate(() => {
          const field = document.querySelector<HTMLTextAreaElement>('textarea[name=rules]');
          const save = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === 'Save');
          return {
            marked: [...document.querySelectorAll('.marks mark')].map(({ textContent }) => textContent),
            selected: field?.value.slice(field.selectionStart, field.selectionEnd),
            invalid: field?.getAttribute('aria-invalid'),
            barred: save?.disabled,
          };
        });
      expect(await state()).toMatchObject({ marked: ['everything', ':hover'], invalid: 'true', barred: true });
      await picture(`correct/${target}-options-faults`, view);
      // The marks lie under the words: field and marks have the same text in the same place.
      const places = await view.evaluate(() =>
        ['.marks', 'textarea[name=rules]'].map((css) => {
          const element = document.querySelector(css) as HTMLElement;
          const { font, lineHeight, letterSpacing, whiteSpace, paddingTop, paddingLeft, tabSize } =
            getComputedStyle(element);
          const { x, y } = element.getBoundingClientRect();
          return {
            font,
            lineHeight,
            letterSpacing,
            whiteSpace,
            paddingTop,
            paddingLeft,
            tabSize,
            x: Math.round(x),
            y: Math.round(y),
          };
        }),
      );
      expect(places[0]).toEqual(places[1]);
      await press(view, 'Line 4: From here on, this doesn’t describe a part of a page.');
      expect((await state()).selected).toBe(':hover');
      expect(await rulesOf(rig())).toEqual([]);
      await enter(view, area, good.join('\n'));
      await until('nothing is wrong', state, ({ marked, barred }) => marked.length === 0 && barred === false);
      await press(view, 'Save');
      await rulesAre(rig(), ...good);
      await until('the page follows', async () => (await visibleText(page)).includes(COMMENTS));
      await shows(view, 'Corrections saved');
      await press(view, 'Undo', ['.news', 'Corrections saved']);
      await rulesAre(rig());
      await until('the page is as before', async () => !(await visibleText(page)).includes(COMMENTS));
    });

    test('corrections go out and come in as a text, and with the settings file', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'clean-copy-rules-'));
      await rig().saveTo(folder);
      const saved = (name: string) =>
        until(
          `${name} arrives`,
          () => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : ''),
          (words) => words.trimEnd() !== '',
        );
      const rules = ['out.test keep comments', 'out.test/a?b=c not-copy', 'خبر.test hide div "يقول \\"نعم\\""'];
      await rig().api(`browser.storage.local.set(${JSON.stringify({ rules })})`);
      const view = await optionsPage();
      await shows(view, 'out.test/a?b=c not-copy');
      await press(view, 'Edit as text');
      await press(view, 'Save to a file');
      const text = await saved('clean-copy-corrections.txt');
      expect(text).toBe(rules.map((line) => `${line}\n`).join(''));
      await showSection(view, 'backup');
      await view.click('button[name=export]');
      const settings = await saved('clean-copy-settings.json');
      expect(JSON.parse(settings)).toMatchObject({ settings: { rules } });
      await showSection(view, 'corrections');

      const give = (selector: string, name: string, words: string) =>
        view.evaluate(
          (css, file, content) => {
            const input = document.querySelector<HTMLInputElement>(css);
            const files = new DataTransfer();
            files.items.add(new File([content], file));
            if (input) input.files = files.files;
            return input?.dispatchEvent(new Event('change', { bubbles: true }));
          },
          selector,
          name,
          words,
        );
      // Added to what is there, nothing twice.
      await rig().api(`browser.storage.local.set(${JSON.stringify({ rules: ['in.test copy', rules[0]] })})`);
      await shows(view, 'in.test copy');
      await give('input[name=rules-file]', 'mine.txt', text);
      await until('it is in the text', () =>
        view.evaluate<boolean>(`document.querySelector('textarea[name=rules]').value.includes('not-copy')`),
      );
      await press(view, 'Save');
      const mine = rules.map((line) => line.replace('خبر', 'xn--ngblk'));
      await rulesAre(rig(), 'in.test copy', ...mine);

      await rig().api(`browser.storage.local.set(${JSON.stringify({ rules: ['in.test copy'] })})`);
      await until(
        'the list has it',
        async () => !(await view.evaluate<string>(`document.querySelector('.rules').innerText`)).includes('out.test'),
      );
      await give('input[name=file]', 'settings.json', settings);
      await until('it can be looked at', () =>
        view.evaluate<boolean>(`document.querySelector('button[name=import-now]') !== null`),
      );
      await showSection(view, 'backup');
      await view.click('button[name=import-now]');
      await rulesAre(rig(), 'in.test copy', ...rules);
      rmSync(folder, { recursive: true, force: true });
    });

    test('what is corrected in a private window holds there, and goes with the window', async () => {
      await rig().allowPrivate();
      const inPrivate = async (url: string) => {
        const windowId = await rig().api<number>(
          `browser.windows.create({ incognito: true, url: '${url}' }).then(({ id }) => id)`,
        );
        const page = (await until('the private window', async () =>
          (await rig().browser.pages()).find((one) => one.url() === url),
        )) as Page;
        return { page, close: () => rig().api(`browser.windows.remove(${windowId}).then(() => 0)`) };
      };
      const url = 'http://alone.test/repost-en';
      const outside = await open('http://alone.test/outside');
      await isCleaned(outside);
      let { page, close } = await inPrivate(url);
      await isCleaned(page);
      const view = await openPopup(page);
      await listPieces(view);
      await choose(view, 'keep-comment-form');
      await until('the form is back', async () => (await visibleText(page)).includes(COMMENTS));
      await shows(view, 'Never hidden: Comment forms');
      await page.reload();
      await until(
        'the rest is hidden again',
        async () => /Leave a Reply/.test(await visibleText(page)) && !/\[ad_1\]/.test(await visibleText(page)),
      );
      const frame = await pick(rig(), page, 'hide');
      const { x, y } = await middleOf(page, 'h1');
      await page.mouse.click(x, y);
      await pickerSays(frame, '1 match on this page');
      await page.keyboard.press('Enter');
      await pickerIsGone(page);
      await until('what was pointed at is hidden', async () => !(await isVisible(page, 'h1')));
      expect(await visibleText(outside)).not.toContain(COMMENTS);
      await outside.reload();
      await outside.bringToFront();
      await isCleaned(outside);
      expect(await isVisible(outside, 'h1')).toBe(true);
      // Kept nowhere that lasts, and not listed.
      expect(await rulesOf(rig())).toEqual([]);
      const options = await optionsPage();
      expect(await options.evaluate<string>('document.body.innerText')).not.toContain('alone.test');
      await view.close();
      await close();
      const kept = () => rig().api<object>('browser.storage.session.get("privateRules")');
      await until('it is forgotten', kept, (all) => Object.keys(all).length === 0);
      ({ page, close } = await inPrivate(url));
      await isCleaned(page);
      await close();
    });
  },
  {
    own: true,
    site: (site) => {
      site.page('http://again.test/repost-en', REPOST);
      site.page('http://over.test/repost-en', REPOST);
      site.page('http://peek.test/repost-en', REPOST.replace('</body>', `${LISTENING}</body>`));
      site.page('http://peek.test/two-lines', REPOST.replace('[ad_2]', '[ad_2]<br>[ad_3]'));
      for (const path of ['repost-en', 'other'])
        for (const host of ['said', 'wrong']) site.page(`http://${host}.test/${path}`, REPOST);
      for (const path of ['original-en', 'other']) site.page(`http://whole.test/${path}`, fixture('original-en.html'));
      site.page('http://ours.test/original-en', fixture('original-en.html'));
      for (const host of ['told', 'text', 'alone']) site.page(`http://${host}.test/repost-en`, REPOST);
      site.page('http://alone.test/outside', REPOST);
      for (const path of ['one', 'two']) site.page(`http://chosen.test/${path}`, themePage({ body: POEM }));
    },
  },
);
