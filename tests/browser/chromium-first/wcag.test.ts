/** What WCAG 2.2 AA asks beyond what axe sees: the keyboard's way, where the focus is, forced colours, motion, zoom. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PuppeteerView } from '../../../scripts/drive/view.ts';
import { violations } from '../axe.ts';
import { describeChromiumFirst, FIXTURES, picture, type Rig, until, type View } from '../rig.ts';
import { SECTION_IDS } from '../sections.ts';
import { unfold, waitForPopup } from '../visible.ts';

/** 400 % of a window that is 1280 × 1024. */
const ZOOMED = [320, 256] as const;

const REPOST = 'http://one.test/repost-en';

interface Place {
  readonly name: string;
  readonly open: (rig: Rig) => Promise<View>;
}

const extensionPage =
  (path: string, drawn: string) =>
  async (rig: Rig): Promise<View> => {
    const view = await rig.extensionPage(path);
    await until(`${path} is drawn`, () => view.evaluate((css) => document.querySelector(css) !== null, drawn));
    return view;
  };

/** The popup's page, everything unfolded. */
async function popup(rig: Rig): Promise<View> {
  const id = await rig.api<number>(
    `browser.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url === '${REPOST}').id)`,
  );
  const view = await rig.extensionPage(`popup.html?tab=${id}`);
  await waitForPopup(view);
  await unfold(view);
  return view;
}

const PLACES: readonly Place[] = [
  { name: 'popup', open: popup },
  ...SECTION_IDS.map((id) => ({
    name: `options-${id}`,
    open: extensionPage(`options.html#${id}`, '.diagnostics'),
  })),
  { name: 'welcome', open: extensionPage('welcome.html', '.allowed, .access') },
  { name: 'history', open: extensionPage('history.html', 'main table') },
  { name: 'demo', open: extensionPage('demo.html', 'button[name=toggle]') },
];

/** What the focus is on: what it is called, whether one sees that it is there, and whether it can be seen at all. */
interface Stop {
  readonly name: string;
  readonly isSeen: boolean;
  readonly isMarked: boolean;
}

const focused = (view: View) =>
  view.evaluate((): Stop | null => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body || element === document.documentElement) return null;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const inside = (x: number, y: number) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (element.contains(there) || there.contains(element));
    };
    const middle = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2] as const;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    // One radio button of a group is stopped at, the chosen one.
    const { type, name } = element as HTMLInputElement;
    const all = [...document.querySelectorAll('*')];
    return {
      name: type === 'radio' ? `radio ${name}` : `${all.indexOf(element)} ${element.localName}`,
      isSeen: inside(...middle),
      isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    };
  });

/** Everything that Tab should stop at, in the order of the document. */
const stops = (view: View) =>
  view.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const controls = document.querySelectorAll<HTMLInputElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    );
    const names = [...controls]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.disabled)
      .map((control) =>
        control.type === 'radio' ? `radio ${control.name}` : `${all.indexOf(control)} ${control.localName}`,
      );
    return [...new Set(names)];
  });

/** Gives the page the focus that the browser's own window may have: a page without it is not scrolled to what is focused. */
async function focus(rig: Rig, view: View): Promise<void> {
  if (rig.target === 'firefox') await rig.firefox.evaluate('(gBrowser.selectedBrowser.focus(), 0)');
  await until('the page has the focus', () => view.evaluate<boolean>('document.hasFocus()'));
}

/**
 * What has the focus, once it has been scrolled to: a browser does that a frame later, which may be a second or two. A
 * busy Firefox now and then goes back to where it was before; focused anew, what something lies over is still covered.
 */
async function settled(rig: Rig, view: View): Promise<Stop | null> {
  let stop = await focused(view);
  for (let tries = 0; stop && !stop.isSeen && tries < 120; tries++) {
    await new Promise((done) => setTimeout(done, 25));
    const hasFocus = await view.evaluate<boolean>('document.hasFocus()');
    if (!hasFocus) await focus(rig, view);
    if (!hasFocus || tries % 40 === 39) {
      await view.evaluate(`(({ activeElement }) => {
        activeElement.blur();
        activeElement.focus({ focusVisible: true });
        return 0;
      })(document)`);
    }
    stop = await focused(view);
  }
  return stop;
}

/** Where Tab leads, from the start of the page until it leaves it. */
async function walk(rig: Rig, view: View): Promise<Stop[]> {
  const way: Stop[] = [];
  // The last walk may have ended in the browser's own window.
  await view.show();
  await focus(rig, view);
  // Tab goes on from where the focus was: from the start of the page.
  await view.evaluate(() => {
    getSelection()?.removeAllRanges();
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    scrollTo(0, 0);
    return 0;
  });
  for (let steps = 0; steps < 300; steps++) {
    await view.press('Tab');
    const stop = await settled(rig, view);
    if (!stop || stop.name === way[0]?.name) return way;
    way.push(stop);
  }
  return way;
}

/** What a reader has chosen in the system, and the browser tells each page. */
const CHOICES = {
  'forced-colors': { on: 'active', off: 'none', pref: 'browser.display.document_color_use', prefs: [0, 2] },
  'prefers-reduced-motion': { on: 'reduce', off: 'no-preference', pref: 'ui.prefersReducedMotion', prefs: [0, 1] },
} as const;

async function choose(rig: Rig, view: View, feature: keyof typeof CHOICES, isOn: boolean): Promise<void> {
  const { on, off, pref, prefs } = CHOICES[feature];
  if (view instanceof PuppeteerView) {
    const session = await view.page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: feature, value: isOn ? on : off }] });
  } else await rig.firefox.evaluate(`Services.prefs.setIntPref('${pref}', ${prefs[isOn ? 1 : 0]})`);
  await until('the page has heard of it', () =>
    view.evaluate<boolean>(`matchMedia('(${feature}: ${on})').matches === ${isOn}`),
  );
}

/** Elements that move or change by and by. */
const moving = (view: View) =>
  view.evaluate(
    () =>
      [...document.querySelectorAll('*')]
        .flatMap((element) => [undefined, '::before', '::after'].map((part) => getComputedStyle(element, part)))
        .filter(({ animationName, transitionDuration, scrollBehavior }) =>
          [animationName !== 'none', /[1-9]/.test(transitionDuration), scrollBehavior !== 'auto'].some(Boolean),
        ).length,
  );

describeChromiumFirst(
  'accessibility',
  (rig, target) => {
    beforeAll(async () => {
      await rig().api(`browser.storage.local.set({
        remember: 'on',
        sites: { 'listed.test': 'off', 'other.test': 'always' },
        rules: ['one.test keep share'],
        counts: { share: 3, 'ad-token': 12 },
      }).then(() => 0)`);
      const page = await rig().open(REPOST);
      await page.bringToFront();
      await rig().api(
        `browser.runtime.sendMessage({ type: 'recall', tabId: ${await rig().tabId(page)} }).then(() => 0)`,
      );
    });
    afterAll(() => rig().api('browser.storage.local.clear()'));

    describe.each(PLACES)('$name', ({ name, open }) => {
      let view: View;
      beforeAll(async () => {
        view = await open(rig());
        await view.resize(900, 700);
        await view.show();
      });
      afterAll(() => view.close());

      test('Tab stops at everything there is to press, in its order, and one always sees where', async () => {
        const way = await walk(rig(), view);
        expect(way.map((stop) => stop.name)).toEqual(await stops(view));
        expect(way.filter(({ isMarked }) => !isMarked)).toEqual([]);
        expect(way.filter(({ isSeen }) => !isSeen)).toEqual([]);
      });

      test('axe finds nothing, with the size of targets, and at 400 % as well', async () => {
        expect(await violations(view)).toEqual([]);
        await view.resize(...ZOOMED);
        expect(await violations(view)).toEqual([]);
      });

      test('at 400 % it goes one way only, and the focus is not covered', async () => {
        await view.resize(...ZOOMED);
        await until(
          'it goes one way only',
          () =>
            view.evaluate<[number, number]>(
              '[document.documentElement.clientWidth, document.documentElement.scrollWidth]',
            ),
          ([inner, scroll]) => inner <= ZOOMED[0] && scroll <= inner,
        );
        expect((await walk(rig(), view)).filter(({ isSeen }) => !isSeen)).toEqual([]);
        await picture(`accessibility/${target}-${name}-zoomed`, view);
        await view.resize(900, 700);
      });

      test('with forced colours everything to press has an edge of its own', async () => {
        await choose(rig(), view, 'forced-colors', true);
        const edgeless = await view.evaluate(() =>
          [
            ...document.querySelectorAll<HTMLElement>(
              'button, select, textarea, input:not([type=checkbox], [type=radio])',
            ),
          ]
            .filter((control) => control.checkVisibility())
            .filter((control) => {
              const { borderTopStyle, borderTopWidth, textDecorationLine } = getComputedStyle(control);
              return (borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1) && textDecorationLine === 'none';
            })
            .map((control) => control.outerHTML.slice(0, 120)),
        );
        await view.evaluate('(scrollTo(0, 0), 0)');
        await picture(`accessibility/${target}-${name}-forced`, view);
        expect(edgeless).toEqual([]);
        await choose(rig(), view, 'forced-colors', false);
      });

      test('nothing moves for those who do not want it to', async () => {
        const before = await moving(view);
        // Elsewhere nothing moves anyway.
        if (name === 'popup') expect(before).toBeGreaterThan(0);
        await choose(rig(), view, 'prefers-reduced-motion', true);
        expect(await moving(view)).toBe(0);
        await choose(rig(), view, 'prefers-reduced-motion', false);
      });
    });
  },
  { site: (site) => void site.host('one.test', FIXTURES) },
);
