/** The popup as it is met with a screen reader, in a contrast theme, with a finger, and on a phone. */
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { readAloud } from '../accessibility-tree.ts';
import { asPhone, forceColours } from '../emulate.ts';
import { describeChromiumFirst, FIXTURES, picture, until, type View } from '../rig.ts';
import { waitForPopup } from '../visible.ts';

/** Everything that can be pressed: how it is called, and what size it is; a box or switch with its label. */
const TARGETS = `[...document.querySelectorAll('button, summary, a[href], input, textarea, select')]
  .filter((element) => element.checkVisibility())
  .map((element) => element.labels?.[0] ?? element)
  .map((element) => {
    const { width, height } = element.getBoundingClientRect();
    return { name: (element.getAttribute('aria-label') ?? element.innerText ?? '').slice(0, 40), width, height };
  })`;

interface Target {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

describeChromiumFirst(
  'the popup for everybody',
  (rig, target) => {
    const opened: (Page | View)[] = [];
    afterEach(async () => {
      for (const closing of opened.splice(0).reverse()) await closing.close().catch(() => {});
    });

    /** The popup's page in a tab, about another tab, as Firefox for Android shows it. */
    const popup = async (name: string) => {
      const page = await rig().open(`http://everybody.test/${name}`);
      opened.push(page);
      const view = await rig().extensionPage(`popup.html?tab=${await rig().tabId(page)}`);
      opened.push(view);
      await waitForPopup(view);
      return view;
    };
    const unfold = (view: View) =>
      view.evaluate<number>(`(() => {
        for (const button of document.querySelectorAll('[aria-expanded=false]')) button.click();
        for (const details of document.querySelectorAll('details')) details.open = true;
        return 0;
      })()`);
    const tooSmall = async (view: View, least: number) =>
      (await view.evaluate<Target[]>(TARGETS)).filter(({ width, height }) => Math.min(width, height) < least - 0.01);

    test('a screen reader hears what it is, where it is from, what it says and what was done, in this order', async () => {
      const view = await popup('repost-en');
      const list = await readAloud(rig(), view, 'popup.html?tab=');
      const summary = await view.evaluate<string[]>(
        `[...document.querySelectorAll('.summary button')].map(({ innerText }) => innerText)`,
      );
      expect(summary.length).toBeGreaterThan(2);
      expect(list.filter(({ name }) => summary.includes(name)).map(({ name }) => name)).toEqual(summary);
      const rest = list.filter(({ name }) => !summary.includes(name));
      expect(rest.map(({ role, name }) => `${role}: ${name.replace(/ Leftover.*/, ' …')}`)).toEqual([
        'switch: Clean Copy on everybody.test',
        'heading: A library on wheels keeps four mountain valleys reading',
        'button: Open original',
        'button: Why?',
        'button: This is not a copy',
        'button: Wrong original?',
        'heading: In short',
        'heading: Key points',
        'disclosure: 8 things hidden …',
        'heading: 8 things hidden',
        'button: Show what’s hidden',
        'button: Restore this page',
        'heading: Copy article',
        'button: Plain text',
        'button: Markdown',
        'button: Quote',
        'heading: Save or print',
        'button: Markdown file',
        'button: Web page',
        'button: Print',
        'heading: Fix a mistake',
        'button: Hide something else',
        'button: Choose the article',
        'button: Report a problem',
        'checkbox: Clean every article on this site',
        'button: Options',
      ]);
    });

    test('nothing that can be pressed is without a name, also unfolded', async () => {
      const view = await popup('repost-en');
      await unfold(view);
      const list = await readAloud(rig(), view, 'popup.html?tab=');
      expect(list.length).toBeGreaterThan(30);
      expect(list.filter(({ name }) => name === '')).toEqual([]);
    });

    test('everything can be hit: 24 pixels with a mouse, 44 with a finger', async () => {
      for (const name of ['repost-en', 'category']) {
        const view = await popup(name);
        await unfold(view);
        expect((await view.evaluate<Target[]>(TARGETS)).length).toBeGreaterThan(0);
        expect(await tooSmall(view, 24)).toEqual([]);
        const takeBack = await asPhone(rig(), view, 360, 780);
        try {
          expect(await tooSmall(view, 44)).toEqual([]);
        } finally {
          await takeBack();
        }
      }
    });

    test('fits a phone, upright and held across', async () => {
      const view = await popup('repost-ar');
      await unfold(view);
      for (const [width, height] of [
        [360, 780],
        [780, 360],
        [320, 640],
      ] as const) {
        const takeBack = await asPhone(rig(), view, width, height);
        try {
          const cut = await view.evaluate<string[]>(`[...document.querySelectorAll('body *')]
            .filter((element) => element.checkVisibility() && !element.closest('.unseen, .pieces q'))
            .filter((element) => {
              const { left, right } = element.getBoundingClientRect();
              return left < -0.5 || right > document.documentElement.clientWidth + 0.5;
            })
            .map(({ outerHTML }) => outerHTML.slice(0, 80))`);
          expect(cut, `${width} pixels`).toEqual([]);
          await picture(`popup-real/${target}-phone-${width}`, view);
        } finally {
          await takeBack();
        }
      }
    });

    test('in a contrast theme, what can be pressed has an edge, and what is on looks on', async () => {
      const view = await popup('repost-en');
      await view.evaluate(
        `[...document.querySelectorAll('button')].find(({ innerText }) => innerText === 'Show what’s hidden').click()`,
      );
      await until('it is pressed', () =>
        view.evaluate<boolean>(`document.querySelector('[aria-pressed=true]') !== null`),
      );
      const takeBack = await forceColours(rig(), view);
      try {
        const edges = await view.evaluate<[string, string, string][]>(`[...document.querySelectorAll('button')]
          .filter((button) => button.checkVisibility())
          .map((button) => [button.innerText, getComputedStyle(button).borderTopColor, getComputedStyle(document.body).backgroundColor])`);
        expect(edges.length).toBeGreaterThan(10);
        for (const [name, edge, ground] of edges) expect(edge, name).not.toBe(ground);
        const looks = () =>
          view.evaluate<string[]>(`(() => {
            const toggle = document.querySelector('[role=switch]');
            return [getComputedStyle(toggle).backgroundColor, getComputedStyle(toggle, '::before').backgroundColor];
          })()`);
        const ours = 'rgb(11, 110, 102)';
        const on = await until('it has the colours of the theme', looks, ([track]) => track !== ours);
        expect(on[0]).not.toBe(on[1]);
        const [pressed, other] = await view.evaluate<string[]>(`['[aria-pressed=true]', '.copy button']
          .map((css) => getComputedStyle(document.querySelector(css)).borderTopWidth)`);
        expect(pressed).not.toBe(other);
        await picture(`popup-real/${target}-forced`, view);
        await view.evaluate(`document.querySelector('[role=switch]').click()`);
        await until('the site is off', () =>
          view.evaluate<boolean>(`!document.querySelector('[role=switch]').checked`),
        );
        await until('it looks off', looks, (off) => off[0] !== on[0] && off[0] !== off[1]);
      } finally {
        await takeBack();
      }
    });
  },
  { site: (site) => site.host('everybody.test', FIXTURES) },
);
