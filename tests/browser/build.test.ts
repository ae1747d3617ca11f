import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundles as bundled } from '../../scripts/build.ts';
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

  test('the browser gives each command the key that is suggested', async () => {
    const all = await rig().api<{ name: string; shortcut: string }[]>('browser.commands.getAll()');
    const keys = Object.fromEntries(all.map(({ name, shortcut }) => [name, shortcut]));
    // A browser leaves a key out that it keeps for itself, and says nothing.
    for (const [name, { suggested_key }] of Object.entries<{ suggested_key: { default: string } }>(manifest().commands))
      expect(keys[name], name).toBe(suggested_key.default);
  });

  test('no bundle can make markup or code of a string', () => {
    const bundles = readdirSync(rig().extension).filter((name) => name.endsWith('.js'));
    expect(bundles).toEqual(
      expect.arrayContaining(['cleaner.js', 'correcting.js', 'history.js', 'popup.js', 'watcher.js']),
    );
    for (const name of bundles) {
      const text = readFileSync(join(rig().extension, name), 'utf8');
      expect(text, name).not.toMatch(
        /innerHTML|outerHTML\s*=|insertAdjacentHTML|\beval\(|new Function|sourceMappingURL/,
      );
    }
  });

  test('the watcher has neither the phrases nor the engine in it', async () => {
    const { metafile } = await bundled(false);
    const inputs = Object.keys(metafile.outputs['dist/watcher.js']?.inputs ?? {});
    expect(inputs).toContain('src/content/watcher.ts');
    expect(
      inputs.filter((path) => /phrases\/(?:packs|index|en)|engine\/(?:analyse|blocks|article)\.ts/.test(path)),
    ).toEqual([]);
  });

  test('no bundle can ask the network for anything', () => {
    const bundles = readdirSync(rig().extension).filter((name) => name.endsWith('.js'));
    expect(bundles).toContain('watcher.js');
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
      expect(script.js.at(-1)).toMatch(/^\/?watcher\.js$/);
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
