import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeEachBrowser, until } from './rig.ts';

describeEachBrowser('the build', (rig, target) => {
  const manifest = () => JSON.parse(readFileSync(join(rig().extension, 'manifest.json'), 'utf8'));

  test('the browser takes the manifest as it is meant', async () => {
    const seen = await rig().api<{ name: string; version: string; permissions: string[] }>(
      'browser.runtime.getManifest()',
    );
    expect(seen.name).toBe('Clean Copy');
    expect(seen.version).toBe(manifest().version);
    expect(await rig().api('browser.permissions.getAll().then((all) => all.origins)')).toContain('<all_urls>');
  });

  test('no bundle can make markup or code of a string', () => {
    const bundles = readdirSync(rig().extension).filter((name) => name.endsWith('.js'));
    expect(bundles).toEqual(expect.arrayContaining(['content.js', 'correcting.js', 'history.js', 'popup.js']));
    for (const name of bundles) {
      const text = readFileSync(join(rig().extension, name), 'utf8');
      expect(text, name).not.toMatch(
        /innerHTML|outerHTML\s*=|insertAdjacentHTML|\beval\(|new Function|sourceMappingURL/,
      );
    }
  });

  test('no bundle can ask the network for anything', () => {
    const bundles = readdirSync(rig().extension).filter((name) => name.endsWith('.js'));
    expect(bundles).toContain('content.js');
    for (const name of bundles) {
      const text = readFileSync(join(rig().extension, name), 'utf8');
      expect(text, name).not.toMatch(
        /\bfetch\(|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeer|importScripts|\bimport\(/,
      );
    }
  });

  test('the content script runs on a page, and in none of its frames', async () => {
    const scripts = await rig().api<{ js: string[]; allFrames?: boolean }[]>(
      'browser.scripting.getRegisteredContentScripts()',
    );
    for (const script of scripts) {
      expect(script.js.at(-1)).toMatch(/^\/?content\.js$/);
      expect(script.allFrames ?? false).toBe(false);
    }
  });

  test('the popup opens over a page, and can be seen', async () => {
    const page = await rig().open('http://akhbar.test/repost-en.html');
    const popup = await rig().popup(page);
    expect(await popup.evaluate(() => location.pathname)).toBe('/popup.html');
    // A panel grows to its content after it has opened. Blank it has some 2,000 bytes, and drawn 50,000 or more.
    await until(
      'it is drawn',
      async () => (await popup.screenshot()).length,
      (bytes) => bytes > 10_000,
    );
    await popup.evaluate(() => addEventListener('keydown', ({ key }) => document.body.setAttribute('data-key', key)));
    await popup.press('Tab');
    await until(
      'the key has arrived',
      () => popup.evaluate(() => document.body.getAttribute('data-key')),
      (key) => key === 'Tab',
    );
    await popup.close();
  });

  test('what is stored outlives a restart', async () => {
    await rig().api((value) => (globalThis as never as Api).browser.storage.local.set({ rigTest: value }), 'kept');
    await rig().restart();
    const stored = () =>
      rig().api<string | undefined>(`browser.storage.local.get('rigTest').then((all) => all.rigTest)`);
    expect(await until('storage is back', stored)).toBe('kept');
    await rig().api(`browser.storage.local.remove('rigTest')`);
    expect(rig().target).toBe(target);
  });
});

interface Api {
  browser: { storage: { local: { set(values: object): Promise<void> } } };
}
