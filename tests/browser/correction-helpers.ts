/** What the tests of corrections share: the popup over a page, the picker on it, and the kept rules. */
import type { Frame, Page } from 'puppeteer-core';
import type { PickPurpose } from '../../src/messages.ts';
import { sendToPage } from './page-helpers.ts';
import { type Rig, until, type View } from './rig.ts';
import { waitForPopup } from './visible.ts';

declare const browser: typeof import('webextension-polyfill');

/** At each of these a page may listen on its window before anybody else. */
const TYPES = [
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'wheel', 'input', 'keydown', 'keypress', 'keyup', 'beforeinput'],
  ...['mousedown', 'mouseup', 'mousemove', 'pointerdown', 'pointerup', 'pointermove', 'pointercancel'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel', 'popstate', 'hashchange', 'resize'],
];
/** As a pointer or the focus gets to what is ours: of these the window hears before anybody, the document and what is in it must not. */
const AT_THE_EDGE = [
  ...['mouseover', 'pointerover', 'mouseenter', 'pointerenter', 'mouseleave', 'pointerleave', 'focusin', 'focusout'],
];
/** Nobody at all must hear of these there. */
const INSIDE = ['toggle', 'beforetoggle', 'load', 'focus', 'blur', 'selectstart', 'dragstart'];

/** A script that writes down whatever handlers on the page hear from now on. */
export const LISTENING = `<script>globalThis.heard = [];
const hear = ({ type, target }) => heard.push(type + ' at ' + (target.localName ?? 'window'));
for (const type of ${JSON.stringify(TYPES)})
  for (const target of [window, document]) target.addEventListener(type, hear, true);
const hearAtOurs = (event) => event.target.matches?.('html > div') && hear(event);
for (const type of ${JSON.stringify(AT_THE_EDGE)}) document.addEventListener(type, hearAtOurs, true);
for (const type of ${JSON.stringify(INSIDE)}) window.addEventListener(type, hearAtOurs, true);
// A pointer that enters our layer enters the page first.
for (const type of ['mouseenter', 'pointerenter'])
  document.addEventListener(type, (event) => event.target.matches?.('html') && hear(event), true);
</script>`;

const PARAGRAPHS = Array.from(
  { length: 6 },
  (_, i) =>
    `<p>Paragraph ${i} tells at some length how the divers planted the seagrass by hand, and what came to live in it, year after year.</p>`,
).join('\n');

/** A page of a theme with things that no rule of ours finds, and handlers that write down whatever they hear. */
export const themePage = ({
  body = '',
  style = '',
  attributes = 'lang="en"',
  before = '',
  head = '',
  listening = LISTENING,
} = {}) =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8">${head}<title>Seagrass returns</title>
<style>body{margin:0 auto;max-width:40rem;font:16px sans-serif}.promo{background:#def;padding:20px;margin:10px 0}${style}</style></head><body>
${before}<main class="story"><h1>Seagrass returns to the bay</h1>
<div class="promo css-1x2y3z"><p>Win a <b id="boat">boat</b></p></div>
<div class="text">${PARAGRAPHS}</div>
<div class="promo css-9a8b7c"><p>Win a car</p></div></main>${body}
${listening}</body></html>`;

/** The document as the page sees it. */
export const html = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);

/** What the page's handlers have heard since they were last asked. */
export const heard = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));

export const middleOf = (page: Page | Frame, selector: string): Promise<{ x: number; y: number }> =>
  (page as Page).evaluate((css) => {
    const { x, y, width, height } = document.querySelector(css)?.getBoundingClientRect() ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);

/** The popup's page in a tab in front, where nothing slows its clocks, about another tab. */
export async function popupOf(rig: Rig, page: Page): Promise<View> {
  const view = await rig.extensionPage(`popup.html?tab=${await rig.tabId(page)}`);
  await view.show();
  await waitForPopup(view);
  return view;
}

/** Presses the control with these words, with a real click. @param within the first that a selector finds with these words in it */
export async function press(
  view: View,
  words: string,
  within?: readonly [selector: string, words: string],
): Promise<void> {
  const isMarked = () =>
    view.evaluate(
      (sought, place) => {
        for (const old of document.querySelectorAll('[data-pressed]')) old.removeAttribute('data-pressed');
        const root = place
          ? [...document.querySelectorAll(place[0])].find(({ textContent }) => textContent?.includes(place[1]))
          : document;
        const control = [...(root?.querySelectorAll<HTMLElement>('button, summary, label') ?? [])].find(
          (element) =>
            element.checkVisibility() && (element.getAttribute('aria-label') ?? element.innerText).trim() === sought,
        );
        control?.setAttribute('data-pressed', '');
        control?.scrollIntoView({ block: 'center' });
        return control !== undefined;
      },
      words,
      within ?? null,
    );
  await until(`there is “${words}” to press`, async () => {
    if (!(await isMarked())) return false;
    try {
      await view.click('[data-pressed]');
      return true;
    } catch (error) {
      // It was drawn anew before the pointer had got there.
      if (/detached|no element/i.test(String(error))) return false;
      throw error;
    }
  });
}

/** Puts words into a field, as pasting does. */
export const enter = async (view: View, selector: string, words: string): Promise<void> => {
  await until(`there is ${selector}`, () =>
    view.evaluate(
      (css, typed) => {
        const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(css);
        if (!field) return false;
        field.focus();
        field.value = typed;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return true;
      },
      selector,
      words,
    ),
  );
};

/** Pastes words into a field that is empty, by the keys. */
export async function paste(view: View, selector: string, words: string): Promise<void> {
  await until(`there is ${selector}`, () =>
    view.evaluate((css) => document.querySelector(css)?.checkVisibility() === true, selector),
  );
  await view.evaluate((text) => navigator.clipboard.writeText(text).then(() => 0), words);
  await view.click(selector);
  await view.press('v', 'Control');
}

const text = (view: View): Promise<string> => view.evaluate<string>('document.body.innerText');

export const shows = (view: View, words: string): Promise<string> =>
  until(
    `“${words}” is shown`,
    () => text(view),
    (all) => all.includes(words),
  );

export const rulesOf = (rig: Rig): Promise<string[]> =>
  rig.api<string[]>(`browser.storage.local.get('rules').then(({ rules = [] }) => rules)`);

/** Waits until these are the kept rules. */
export const rulesAre = (rig: Rig, ...wanted: (string | RegExp)[]): Promise<string[]> =>
  until(
    `the rules are ${wanted.join(' | ')}`,
    () => rulesOf(rig),
    (lines) =>
      lines.length === wanted.length &&
      lines.every((line, i) => {
        const one = wanted[i];
        return typeof one === 'string' ? line === one : one?.test(line);
      }),
  );

/** A frame of ours over the page, which the page cannot reach, by what is in it. */
export const layerOf = (page: Page, selector: string): Promise<Frame> =>
  until(
    `there is ${selector} over the page`,
    async () => {
      for (const frame of page.frames().slice(1)) {
        const isIt = await frame.evaluate((css) => document.querySelector(css) !== null, selector).catch(() => false);
        if (isIt) return frame;
      }
      return undefined;
    },
    (frame) => frame !== undefined,
  ) as Promise<Frame>;

/** The picker, when it is open and ready to be pressed. */
export const pickerOf = (page: Page): Promise<Frame> => layerOf(page, '.panel');

/** Has the reader point, as the popup does before it gives way to the page. */
export async function pick(rig: Rig, page: Page, what: PickPurpose): Promise<Frame> {
  await rig.api(
    (tabId: number) =>
      browser.scripting.executeScript({ target: { tabId }, files: ['cleaner.js', 'correcting.js'] }).then(() => null),
    await rig.tabId(page),
  );
  await page.bringToFront();
  await sendToPage(rig, page, { type: 'pick', what });
  return pickerOf(page);
}

export const pickerSays = (frame: Frame, words: string): Promise<string> =>
  until(
    `the picker says “${words}”`,
    () => frame.evaluate(() => document.querySelector('[role=status]')?.textContent ?? ''),
    (all) => all === words,
  );

export const pickerIsGone = (page: Page): Promise<boolean> =>
  until(
    'the picker has gone',
    async () => page.frames().length === 1 && (await page.evaluate(() => !document.querySelector('html > div'))),
  );
