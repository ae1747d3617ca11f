/** The options page and the first page: axe finds nothing, and they fit, in any look. */
import { afterEach, expect, test } from 'vitest';
import { MODES, type Settings } from '../../../src/settings/schema.ts';
import { violations } from '../axe.ts';
import { describeChromiumFirst, picture, until, type View } from '../rig.ts';

const many = (count: number): Settings['sites'] =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}.test`, MODES[i % 3] ?? 'off']));

describeChromiumFirst('layout of options and first page', (rig, target) => {
  let view: View;
  afterEach(() => view.close());

  test('the first page shows the button’s place and what each permission is for, in every look', async () => {
    view = await rig().extensionPage('welcome.html');
    await until('it is drawn', () => view.evaluate<boolean>(`document.querySelector('.allowed') !== null`));
    expect(await view.evaluate(`document.querySelectorAll('.what p').length`)).toBe(2);
    for (const look of ['light', 'dark'] as const) {
      await rig().api(`browser.storage.local.set({ look: '${look}' })`);
      await view.evaluate(`(document.documentElement.dataset.look = '${look}', 0)`);
      await view.resize(900, 1000);
      expect(await violations(view)).toEqual([]);
      await picture(`welcome-${target}-${look}`, view);
      await view.resize(320, 1000);
      const [inner, scroll] = await view.evaluate<[number, number]>(
        '[document.documentElement.clientWidth, document.documentElement.scrollWidth]',
      );
      expect(scroll).toBeLessThanOrEqual(inner);
      await picture(`welcome-${target}-${look}-320`, view);
    }
  });

  test('axe finds nothing, it fits 320 px, light and dark', async () => {
    await rig().api(
      `browser.storage.local.set(${JSON.stringify({ sites: { ...many(9), [`${'long-'.repeat(9)}x.test`]: 'off' } })})`,
    );
    view = await rig().extensionPage('options.html#sites');
    for (const look of ['light', 'dark'] as const) {
      await rig().api(`browser.storage.local.set({ look: '${look}' })`);
      await until('it is drawn so', () =>
        view.evaluate<boolean>(`document.documentElement.dataset.look === '${look}'`),
      );
      await view.resize(900, 1400);
      expect(await violations(view)).toEqual([]);
      await picture(`options-${target}-${look}`, view);
      await view.resize(320, 1400);
      const [inner, scroll] = await view.evaluate<[number, number]>(
        '[document.documentElement.clientWidth, document.documentElement.scrollWidth]',
      );
      expect(scroll).toBeLessThanOrEqual(inner);
      expect(inner).toBeLessThanOrEqual(320);
      await picture(`options-${target}-${look}-320`, view);
    }
    await view.evaluate(`(document.documentElement.dir = 'rtl', 0)`);
    await picture(`options-${target}-rtl-320`, view);
    await view.resize(900, 1400);
    await picture(`options-${target}-rtl`, view);
  });
});
