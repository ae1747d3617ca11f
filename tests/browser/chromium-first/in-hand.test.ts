/** What somebody has written, wherever it stands, and what somebody asked for by a control or an address, is not hidden. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { fixture, isVisible, reportOf, sendToPage, visibleText } from '../page-helpers.ts';
import { describeChromiumFirst, until } from '../rig.ts';

/** The repost, with more in its form. */
const withField = (field: string) =>
  fixture('repost-en.html').replace('<p class="form-submit">', `${field}<p class="form-submit">`);
const isCleaned = (page: Page) => until('the page is cleaned', async () => !/\[ad_\d\]/.test(await visibleText(page)));

const COMPONENT = `<x-field></x-field><script>customElements.define('x-field', class extends HTMLElement {
  constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<textarea></textarea>'; }
})</script>`;

describeChromiumFirst('a form that holds something', (rig) => {
  test.each([
    ['component', COMPONENT, "document.querySelector('x-field').shadowRoot.querySelector('textarea').value = 'half'"],
    ['frame', '<iframe srcdoc="<body contenteditable>"></iframe>', "frames[0].document.body.textContent = 'half'"],
    ['picture', '<div contenteditable></div>', "document.querySelector('form div').innerHTML = '<img width=9>'"],
    ['choice', '<select><option>1<option>2</select>', "document.querySelector('select').selectedIndex = 1"],
  ])('stays in view: %s', async (host, field, act) => {
    const url = `http://${host}.test/news/story`;
    rig().site.page(url, withField(field));
    const page = await rig().open(url);
    await reportOf(rig(), page);
    await sendToPage(rig(), page, { type: 'pause' });
    await page.evaluate(act);
    await sendToPage(rig(), page, { type: 'clean' });
    expect(await isVisible(page, '.share-row')).toBe(false);
    expect(await isVisible(page, '#commentform')).toBe(true);
  });
});

describeChromiumFirst('what a reader asks for', (rig) => {
  const open = async (host: string, html: string, hash = '') => {
    const url = `http://${host}.test/news/story`;
    rig().site.page(url, html);
    const page = await rig().open(`${url}${hash}`);
    await isCleaned(page);
    return page;
  };

  test.each([
    ['label', '<label id="go" for="comment">Say what you think</label>'],
    ['button', '<button id="go" aria-controls="respond">Say what you think</button>'],
  ])('by a %s is shown', async (host, control) => {
    const page = await open(host, fixture('repost-en.html').replace('</header>', `</header>${control}`));
    await until('the form is hidden', async () => !(await isVisible(page, '#comment')));
    await page.click('#go');
    await until('the form is seen', () => isVisible(page, '#comment'));
  });

  test('by words in the address is shown', async () => {
    const page = await open('words', fixture('repost-en.html'), '#:~:text=Your%20email%20address%20will');
    await until('the row for sharing is hidden', async () => !(await isVisible(page, '.share-row')));
    await until('the browser has found the words', () =>
      page.evaluate(() => document.querySelector(':target')?.id === 'email-notes'),
    );
    expect(await isVisible(page, '#comment')).toBe(true);
  });
});
