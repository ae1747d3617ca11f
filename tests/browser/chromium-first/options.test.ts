/** The options page as a person uses it. */
import { afterEach, expect, test } from 'vitest';
import { DEFAULTS, MODES, type Settings } from '../../../src/settings/schema.ts';
import { violations } from '../axe.ts';
import { describeChromiumFirst, picture, type Rig, until, type View } from '../rig.ts';
import { SECTION_IDS, showSection } from '../sections.ts';

/** Without what keeping in step has beside the settings. */
const stored = (rig: Rig) =>
  rig.api<Partial<Settings>>('browser.storage.local.get().then(({ synced, ...settings }) => settings)');
const list = (view: View) =>
  view.evaluate<string[]>(
    `[...document.querySelectorAll('.sites li')].map((row) =>
       row.querySelector('bdi').textContent + ' ' + row.querySelector('select').value)`,
  );
const news = (view: View) => view.evaluate<string>(`document.querySelector('.news').textContent`);

async function type(view: View, selector: string, text: string): Promise<void> {
  await view.evaluate<number>(`(document.querySelector(${JSON.stringify(selector)}).focus(), 0)`);
  for (const key of text) await view.press(key);
}

/** Chooses from a list, as the browser reports it. */
const choose = (view: View, selector: string, value: string) =>
  view.evaluate<boolean>(`(() => {
    const select = document.querySelector(${JSON.stringify(selector)});
    select.value = ${JSON.stringify(value)};
    return select.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);

/** Puts a text into a field, as pasting does. */
const fill = (view: View, selector: string, text: string) =>
  view.evaluate<boolean>(`(() => {
    const field = document.querySelector(${JSON.stringify(selector)});
    field.value = ${JSON.stringify(text)};
    return field.dispatchEvent(new Event('input', { bubbles: true }));
  })()`);

const openOptions = async (rig: Rig, section: (typeof SECTION_IDS)[number]) => {
  const view = await rig.extensionPage(`options.html#${section}`);
  await until('the section is drawn', () =>
    view.evaluate<boolean>(`document.getElementById('title-${section}')?.checkVisibility() ?? false`),
  );
  return view;
};

const many = (count: number): Settings['sites'] =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}.test`, MODES[i % 3] ?? 'off']));

describeChromiumFirst('options', (rig, target) => {
  let view: View;
  afterEach(async () => {
    await view.close();
    // The other way round, the settings would come back from there.
    await rig().api('browser.storage.sync.clear().then(() => browser.storage.local.clear())');
  });

  test('a Site is added with the keyboard, from what is pasted, and our code leaves it', async () => {
    rig().site.page('http://added.test/', '<!doctype html><title>x</title><p>Hello.');
    view = await openOptions(rig(), 'sites');
    await type(view, 'input[name=site]', 'http://www.added.test:80/a?b');
    await view.press('Enter');
    await until(
      'it is listed',
      () => list(view),
      ([first]) => first === 'added.test off',
    );
    expect(await stored(rig())).toMatchObject({ sites: { 'added.test': 'off' } });
    expect(await news(view)).toContain('added.test');
    expect(await view.evaluate(`document.querySelector('input[name=site]').value`)).toBe('');
    await until(
      'the browser leaves it out',
      () => rig().api<string>('browser.scripting.getRegisteredContentScripts().then(JSON.stringify)'),
      (text) => text.includes('*://*.added.test/*'),
    );
  });

  test('what is no Site is refused and explained', async () => {
    view = await openOptions(rig(), 'sites');
    await type(view, 'input[name=site]', 'no site');
    await view.press('Enter');
    await until('it is explained', () => view.evaluate<string>(`document.querySelector('.add .error').textContent`));
    expect(await view.evaluate(`document.querySelector('input[name=site]').getAttribute('aria-invalid')`)).toBe('true');
    expect((await stored(rig())).sites ?? {}).toEqual({});
  });

  test('a Site’s Mode is changed; it is removed, and brought back', async () => {
    await rig().api(`browser.storage.local.set({ sites: { 'a.test': 'off', 'b.test': 'always' } })`);
    view = await openOptions(rig(), 'sites');
    await until(
      'they are listed',
      () => list(view),
      (rows) => rows.length === 2,
    );
    await choose(view, 'select[name="mode-a.test"]', 'auto');
    await until(
      'it is stored',
      () => stored(rig()),
      ({ sites }) => sites?.['a.test'] === 'auto',
    );
    await view.click('.sites li:first-child button');
    await until(
      'it is gone',
      () => list(view),
      (rows) => rows.join() === 'b.test always',
    );
    expect(await view.evaluate(`document.activeElement.getAttribute('aria-label')`)).toContain('b.test');
    await view.click('.news button');
    await until(
      'it is back',
      () => list(view),
      (rows) => rows.join() === 'a.test auto,b.test always',
    );
  });

  test('the other settings are kept, and nothing but them', async () => {
    view = await openOptions(rig(), 'general');
    await view.click('input[name=default-mode][value=off]');
    await showSection(view, 'hidden');
    await view.click('input[name="kind-comments"]');
    await view.click('input[name="kind-widget"]');
    await view.click('input[name="kind-share"]');
    await view.click('input[name="ad-tokens-anywhere"]');
    await view.click('input[name=count]');
    await showSection(view, 'backup');
    await view.click('input[name=sync-rules]');
    await view.click('input[name=sync]');
    await showSection(view, 'appearance');
    await view.click('input[name=badge]');
    await view.click('input[name=text-size][value=largest]');
    await view.click('input[name=look][value=dark]');
    await until(
      'one is stored',
      () => stored(rig()),
      ({ look }) => look === 'dark',
    );
    await showSection(view, 'hidden');
    await view.click('input[name="kind-share"]');
    await showSection(view, 'general');
    await view.click('input[name=pictures]');
    await type(view, 'input[name=search]', 'https://s.test/?q=%s');
    await view.press('Enter');
    const settings = await until(
      'the last is stored',
      () => stored(rig()),
      ({ search }) => typeof search === 'string',
    );
    expect({ ...DEFAULTS, ...settings }).toEqual({
      ...DEFAULTS,
      defaultMode: 'off',
      kinds: { comments: false, widget: true },
      badge: false,
      look: 'dark',
      textSize: 'largest',
      pictures: false,
      count: false,
      sync: false,
      syncRules: true,
      search: 'https://s.test/?q=%s',
      adTokensAnywhere: false,
    });
    expect(await view.evaluate(`getComputedStyle(document.documentElement).colorScheme`)).toBe('dark');
  });

  test('many Sites are added at once, changed and removed together, and brought back', async () => {
    view = await openOptions(rig(), 'sites');
    await view.click('.many > summary');
    await fill(view, 'textarea[name=sites]', 'https://www.one.test/a\ntwo.test\n\nno site\nthree.test');
    await view.click('.many button[type=submit]');
    const rows = (text: string) =>
      until(
        text,
        () => list(view),
        (all) => all.join() === text,
      );
    await rows('one.test off,three.test off,two.test off');
    expect(await view.evaluate(`document.querySelector('textarea').value`)).toBe('no site');
    expect(await view.evaluate(`document.querySelector('.many .error').textContent`)).toContain('1');
    await view.click('input[name="select-one.test"]');
    await view.click('input[name="select-two.test"]');
    await choose(view, 'select[name=mode-of-selected]', 'always');
    await view.click('button[name=set-selected]');
    await rows('one.test always,three.test off,two.test always');
    await view.click('input[name=select-all]');
    await view.click('button[name=remove-selected]');
    await rows('');
    await view.click('.news button');
    await rows('one.test always,three.test off,two.test always');
  });

  test('pieces are counted by kind, shown, and cleared', async () => {
    await rig().api(`browser.storage.local.set({ counts: { share: 3, 'ad-token': 12 } })`);
    view = await openOptions(rig(), 'hidden');
    const chart = () => view.evaluate<string>(`document.querySelector('.chart')?.textContent ?? ''`);
    await until('it is shown', chart, (text) => text.includes('12') && text.includes('15'));
    await view.click('button[name=clear-counts]');
    await until('it is gone', chart, (text) => text === '');
    expect(await rig().api('browser.storage.local.get("counts")')).toEqual({});
  });

  test('a file is refused with the place of the fault; another is shown before it is taken, and undone', async () => {
    await rig().api(`browser.storage.local.set({ sites: { 'a.test': 'off', 'b.test': 'off' } })`);
    view = await openOptions(rig(), 'backup');
    const bring = (text: string) =>
      view.evaluate<boolean>(`(() => {
        const files = new DataTransfer();
        files.items.add(new File([${JSON.stringify(text)}], 'mine.json'));
        const input = document.querySelector('input[name=file]');
        input.files = files.files;
        return input.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
    const box = () => view.evaluate<string>(`document.querySelector('.box')?.textContent ?? ''`);
    await bring('{\n  "format": "clean-copy-settings",\n  "version": 1,\n  "settings": { "look": "pink" }\n}');
    await until('it is refused', box, (text) => text.includes('mine.json') && /4.*17.*look/.test(text));
    const file = {
      format: 'clean-copy-settings',
      version: 1,
      settings: { look: 'dark', sites: { 'a.test': 'always', 'c.test': 'auto' } },
    };
    await bring(JSON.stringify(file));
    await until('it is shown', box, (text) => text.includes('a.test') && text.includes('c.test'));
    expect((await stored(rig())).look).not.toBe('dark');
    expect(await violations(view)).toEqual([]);
    await picture(`options-${target}-import`, view);
    await view.click('input[name=keep]');
    await view.click('button[name=import-now]');
    const sites = (want: Settings['sites']) =>
      until(
        'they are stored',
        () => stored(rig()),
        (now) => JSON.stringify(now.sites) === JSON.stringify(want),
      );
    await sites({ 'a.test': 'always', 'c.test': 'auto' });
    expect(await view.evaluate(`document.activeElement.name`)).toBe('import');
    await view.click('button[name=undo-import]');
    await sites({ 'a.test': 'off', 'b.test': 'off' });
  });

  test('an address that is no search is explained and not kept', async () => {
    view = await openOptions(rig(), 'general');
    await type(view, 'input[name=search]', 'http://s.test/?q=%s');
    await view.press('Enter');
    await until('it is explained', () =>
      view.evaluate<boolean>(
        `[...document.querySelectorAll('.error')].some((error) => /https/.test(error.textContent))`,
      ),
    );
    expect((await stored(rig())).search ?? null).toBe(null);
  });

  test('it follows what is changed elsewhere, and says what could not be read', async () => {
    view = await openOptions(rig(), 'sites');
    await rig().api(`browser.storage.local.set({ sites: { 'c.test': 'off', 'D': 'off' }, badge: 'no' })`);
    await until(
      'it is listed',
      () => list(view),
      (rows) => rows.join() === 'c.test off',
    );
    const warning = await until('it warns', () =>
      view.evaluate<string>(`document.querySelector('.warning')?.textContent ?? ''`),
    );
    expect(warning).toContain('sites/D');
    expect(warning).toContain('badge');
  });

  test('diagnostics are seen in full, name no host, and are copied; errors are kept and forgotten', async () => {
    const errors = () =>
      rig().api<{ where: string; message: string }[]>(
        `browser.storage.local.get('errors').then(({ errors }) => errors ?? [])`,
      );
    const sites = { 'listed.test': 'off', 'other-listed.test': 'off' };
    await rig().api(
      `browser.storage.local.set(${JSON.stringify({
        sites,
        search: 'https://own-search.test/?q=%s',
        errors: ['rubbish', { time: 1, where: 'background', message: 'An old one' }],
      })})`,
    );
    const popup = await rig().extensionPage('popup.html');
    await popup.evaluate(`(setTimeout(() => { throw new Error('Broken at https://listed.test/secret') }), 0)`);
    await until('the popup’s is kept', errors, (kept) => kept.some(({ where }) => where === 'popup'));
    await popup.close();
    // A registration that the background does not know of: it stumbles at the next change.
    await rig().api(
      `browser.scripting.registerContentScripts([{ id: 'always-1', js: ['watcher.js'], matches: ['*://never.test/*'] }])`,
    );
    const more = { ...sites, 'always.test': 'always' };
    await rig().api(`browser.storage.local.set(${JSON.stringify({ badge: false, sites: more })})`);
    await until(
      'the background’s is kept',
      errors,
      (kept) => kept.filter(({ where }) => where === 'background').length > 1,
    );
    await rig().api(`browser.storage.local.set(${JSON.stringify({ sites })})`);

    view = await openOptions(rig(), 'about');
    const area = '.diagnostics';
    const text = await until('it is there', () =>
      view.evaluate<string>(`document.querySelector('${area}')?.textContent ?? ''`),
    );
    expect(text).toContain('sites: off 2');
    expect(text).toContain("search: the reader's own");
    expect(text).toContain('badge: false');
    expect(text).toContain('1970-01-01T00:00:00.001Z background: An old one');
    expect(text).toContain('popup: Error: Broken at …');
    expect(text).toMatch(target === 'firefox' ? /Firefox\S* \d+/ : /Chrom\S*\/\d+/);
    expect(text).not.toMatch(/listed|own-search|secret|rubbish/);
    expect(
      await view.evaluate(`(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
        scrollHeight <= clientHeight && scrollWidth <= clientWidth)(document.querySelector('${area}'))`),
    ).toBe(true);
    await view.evaluate(`(document.querySelector('${area}').scrollIntoView(), 0)`);
    await picture(`options-${target}-diagnostics`, view);

    await view.evaluate(`(navigator.clipboard.writeText = ((write) => (copied) => {
      document.body.dataset.copied = copied;
      return write(copied);
    })(navigator.clipboard.writeText.bind(navigator.clipboard)), 0)`);
    await view.click('button[name=copy-diagnostics]');
    await until('it says so', () =>
      view.evaluate<boolean>(`[...document.querySelectorAll('[role=status]')].at(-1).textContent === 'Copied'`),
    );
    expect(await view.evaluate('document.body.dataset.copied')).toBe(text);

    await view.click('button[name=forget-errors]');
    await until('they are gone', () =>
      view.evaluate<boolean>(`document.querySelector('${area}').textContent.includes('Errors: none')`),
    );
    expect(await errors()).toEqual([]);
  });

  test('a section has an address; a link there leads to it, and the keyboard goes on from its title', async () => {
    view = await openOptions(rig(), 'general');
    const shown = () =>
      view.evaluate<string>(
        `[...document.querySelectorAll('.section h2')].filter((title) => title.checkVisibility()).map(({ id }) => id).join()`,
      );
    expect(await shown()).toBe('title-general');
    await view.click('nav a[href="#hidden"]');
    await until('it is shown', shown, (ids) => ids === 'title-hidden');
    expect(await view.evaluate('location.hash')).toBe('#hidden');
    await until('it has the focus', () => view.evaluate<boolean>(`document.activeElement.id === 'title-hidden'`));
    expect(await view.evaluate(`document.querySelector('nav [aria-current=page]').hash`)).toBe('#hidden');
    expect(await view.evaluate('document.title')).toContain('What is hidden');
    await view.evaluate('(history.back(), 0)');
    await until('the one before is back', shown, (ids) => ids === 'title-general');
    expect(SECTION_IDS.length).toBeLessThanOrEqual(8);
  });

  test('what was typed stays while another section is looked at', async () => {
    view = await openOptions(rig(), 'sites');
    await fill(view, 'input[name=site]', 'half.te');
    await showSection(view, 'about');
    await showSection(view, 'sites');
    expect(await view.evaluate(`document.querySelector('input[name=site]').value`)).toBe('half.te');
  });

  test('the keys are those that the browser has', async () => {
    view = await openOptions(rig(), 'general');
    const keys = await rig().api<string[]>(
      `browser.commands.getAll().then((all) => all.filter(({ description }) => description)
        .map(({ shortcut }) => shortcut || 'No shortcut set'))`,
    );
    expect(keys.length).toBeGreaterThan(1);
    await until(
      'they are shown',
      () => view.evaluate<string[]>(`[...document.querySelectorAll('.shortcuts dd')].map((key) => key.textContent)`),
      (shown) => shown.join() === keys.join(),
    );
  });

  test('a host of another script stands in it, beside the name that the web uses, and is found by either', async () => {
    const sites = { ...many(8), 'xn--bcher-kva.example': 'off' };
    await rig().api(`browser.storage.local.set(${JSON.stringify({ sites })})`);
    view = await openOptions(rig(), 'sites');
    for (const text of ['büch', 'xn--bch']) {
      await fill(view, 'input[name=find]', text);
      const row = await until(
        'one is found',
        () => view.evaluate<string[]>(`[...document.querySelectorAll('.sites .host')].map((host) => host.textContent)`),
        (rows) => rows.length === 1,
      );
      expect(row).toEqual(['bücher.example xn--bcher-kva.example']);
    }
  });

  test('of 10,000 Sites a hundred are drawn, and any is found', async () => {
    await rig().api(`browser.storage.local.set(${JSON.stringify({ sites: many(10_000) })})`);
    view = await openOptions(rig(), 'sites');
    expect(await list(view)).toHaveLength(100);
    await type(view, 'input[name=find]', 'n9999');
    await until(
      'one is found',
      () => list(view),
      (rows) => rows.join() === 'n9999.test auto',
    );
    const excluded = await until(
      'the browser has them',
      () =>
        rig().api<number>(`browser.scripting.getRegisteredContentScripts().then((scripts) =>
          new Set(scripts.find(({ id }) => id === 'auto-0').excludeMatches?.map((pattern) => pattern.replace('./*', '/*'))).size)`),
      (count) => count > 0,
      30_000,
    );
    // What has the default Mode needs no exception.
    expect(excluded).toBe(Object.values(many(10_000)).filter((mode) => mode !== 'auto').length);
  });
});
