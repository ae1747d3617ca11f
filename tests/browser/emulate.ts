import { PuppeteerView } from '../../scripts/drive/view.ts';
import { type Rig, until, type View } from './rig.ts';

const matches = (view: View, query: string) => view.evaluate<boolean>(`matchMedia('(${query})').matches`);
const prefs = (list: Readonly<Record<string, number | null>>) =>
  `(() => { ${Object.entries(list)
    .map(([name, value]) =>
      value === null ? `Services.prefs.clearUserPref('${name}')` : `Services.prefs.setIntPref('${name}', ${value})`,
    )
    .join('; ')}; return 0; })()`;

/** The reader's own few colours, as contrast themes ask for them. In Firefox everywhere, until it is taken back. */
export async function forceColours(rig: Rig, view: View): Promise<() => Promise<unknown>> {
  let takeBack: () => Promise<unknown>;
  if (view instanceof PuppeteerView) {
    const session = await view.page.createCDPSession();
    const features = [{ name: 'forced-colors', value: 'active' }];
    await session.send('Emulation.setEmulatedMedia', { features });
    takeBack = () => session.detach();
  } else {
    // Without motion: in a tab behind another one, nothing that moves arrives.
    const wanted = {
      'browser.display.document_color_use': 2,
      'ui.useAccessibilityTheme': 1,
      'ui.prefersReducedMotion': 1,
    };
    await rig.firefox.evaluate(prefs(wanted));
    takeBack = () => rig.firefox.evaluate(prefs(Object.fromEntries(Object.keys(wanted).map((name) => [name, null]))));
    await view.resize(400, 800); // it looks at its colours again when the window changes
  }
  await until('the colours are the reader’s', () => matches(view, 'forced-colors: active'));
  return takeBack;
}

/** A phone's window and a finger instead of a mouse. In Firefox the finger is everywhere, until it is taken back. */
export async function asPhone(rig: Rig, view: View, width: number, height: number): Promise<() => Promise<unknown>> {
  let takeBack: () => Promise<unknown>;
  if (view instanceof PuppeteerView) {
    await view.page.setViewport({ width, height, hasTouch: true });
    takeBack = () => view.resize(width, height);
  } else {
    const names = ['ui.primaryPointerCapabilities', 'ui.allPointerCapabilities'] as const;
    await rig.firefox.evaluate(prefs({ [names[0]]: 1, [names[1]]: 1 }));
    takeBack = () => rig.firefox.evaluate(prefs({ [names[0]]: null, [names[1]]: null }));
    await view.resize(width, height); // it looks at its pointers again when the window changes
  }
  await until('the pointer is a finger', () => matches(view, 'pointer: coarse'));
  return takeBack;
}
