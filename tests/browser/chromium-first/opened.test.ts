/** What lies over a page, or is edited, is never hidden while it holds the page or somebody has it open. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { fixture, isVisible, visibleText } from '../page-helpers.ts';
import { describeChromiumFirst, until } from '../rig.ts';

const LETTER =
  '<form action="/newsletter"><h3>Sign up for our newsletter</h3><input type="email" name="email"><button>Subscribe</button></form>';
const SHARE =
  '<a href="https://www.facebook.com/sharer/sharer.php?u=x">Facebook</a> <a href="https://twitter.com/intent/tweet?url=x">Twitter</a>';
const OVER = 'style="position:fixed;inset:20%;background:white"';

/** The repost, with more at the end of its body. */
const withEnd = (end: string) => fixture('repost-en.html').replace('</body>', `${end}</body>`);
const isCleaned = (page: Page) =>
  until('the page is cleaned', async () => !/\[ad_\d\]|Leave a Reply/.test(await visibleText(page)));

describeChromiumFirst('over the page', (rig) => {
  const open = async (host: string, html: string) => {
    const url = `http://${host}.test/news/story`;
    rig().site.page(url, html);
    const page = await rig().open(url);
    await isCleaned(page);
    return page;
  };

  test.each([
    ['a dialogue', `<dialog id="over">${LETTER}</dialog>`, 'showModal', 'close'],
    ['a popover', `<div id="over" popover>${SHARE}</div>`, 'showPopover', 'hidePopover'],
  ])('%s that is opened is seen, and goes when it is closed', async (name, html, show, close) => {
    const page = await open(name.split(' ')[1] ?? '', withEnd(html));
    await page.evaluate(`document.querySelector('#over').${show}()`);
    await until('it is seen', () => isVisible(page, '#over'));
    await page.evaluate(`document.querySelector('#over').${close}()`);
    expect(await isVisible(page, '#over')).toBe(false);
  });

  test.each([
    ['inert', "document.querySelector('article').inert = true"],
    ['unclickable', "document.body.style.pointerEvents = 'none'"],
    ['locked', "document.body.setAttribute('data-locked', '')"],
  ])('a box over a page that is %s is seen until the page can be used again', async (name, act) => {
    const style = '<style>[data-locked] { overflow: hidden }</style>';
    const page = await open(name, withEnd(`${style}<div id="over" ${OVER}>${LETTER}</div>`));
    await until('it is hidden', async () => !(await isVisible(page, '#over')));
    await page.evaluate(act);
    await until('it is seen', () => isVisible(page, '#over'));
    await page.evaluate(
      "document.querySelector('article').inert = false; document.body.removeAttribute('style'); document.body.removeAttribute('data-locked')",
    );
    await until('it is hidden again', async () => !(await isVisible(page, '#over')));
  });
});

describeChromiumFirst('a page in an editor', (rig) => {
  test('is left as it is', async () => {
    const url = 'http://editor.test/news/story';
    rig().site.page(
      url,
      withEnd('<script>onload = () => setTimeout(() => { document.designMode = "on" }, 1500)</script>'),
    );
    const page = await rig().open(url);
    await isCleaned(page);
    await until('it is edited', () => page.evaluate(() => document.designMode === 'on'));
    await page.evaluate(() =>
      document.body.append(
        'The boat came at dusk, and nobody who had waited for it in the hall was told why it had not come at noon.',
      ),
    );
    await until('all of it is seen', async () => /\[ad_1\]/.test(await visibleText(page)));
    expect(await visibleText(page)).toContain('Leave a Reply');
  });
});

/** A list with few rows, into which it writes what is in view. */
const ROWS = `<ul id="rows"></ul><script>
  const rows = Array.from({ length: 8 }, () => document.querySelector('#rows').appendChild(document.createElement('li')));
  const draw = (from) => rows.forEach((row, i) => { row.textContent = (from + i) % 7 === 3 ? '[ad_1]' : 'Row ' + (from + i) + ' of the timetable'; });
  draw(0);
  onload = () => { let at = 0; const every = setInterval(() => { draw(++at); if (at === 40) { clearInterval(every); window.isDrawn = true; } }, 40); };
</script>`;

describeChromiumFirst('a list that reuses its rows', (rig) => {
  test('shows what is in them now', async () => {
    const url = 'http://rows.test/news/story';
    rig().site.page(url, fixture('repost-en.html').replace('</article>', `${ROWS}</article>`));
    const page = await rig().open(url);
    await until('it has been moved through', () =>
      page.evaluate(() => (window as { isDrawn?: boolean }).isDrawn === true),
    );
    const missing = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('#rows li')].filter(
            (row) => !/ad_/.test(row.textContent) && !row.checkVisibility(),
          ).length,
      );
    await until('all rows are seen', missing, (count) => count === 0, 1000);
  });
});
