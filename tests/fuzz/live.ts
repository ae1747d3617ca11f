/** Opens pages with us and without us, in a real browser, and says what must not be otherwise and is. */
import type { Page } from 'puppeteer-core';
import { injectReading, sendToPage, waitUntilRead } from '../../scripts/drive/content-script.ts';
import { Rig, type RigOptions } from '../../scripts/drive/rig.ts';
import { until } from '../../scripts/drive/until.ts';
import type { Target } from '../../scripts/paths.ts';
import { findTokens, isOnly } from '../../src/engine/tokens.ts';
import { PAUSE } from './live-pages.ts';
import { type MainThreadTasks, tasksOf } from './tasks.ts';

/** Milliseconds of a server's pause: time for frames, and for us, while the page arrives. */
const PAUSE_MS = 60;
/** No task of ours is longer. Milliseconds of processor time. */
export const MAX_TASK_MS = 50;
/** Machines stall: so often a long task must be seen before it is one. */
const LOOKS = 3;

/** Runs before everything else: keeps what scripts see until the load event, and brings a draft back as pages do. */
const RECORDER = `<script>(() => {
  const getter = (proto, name) => Object.getOwnPropertyDescriptor(proto, name).get;
  const root = getter(Document.prototype, 'documentElement'), html = getter(Element.prototype, 'outerHTML');
  const text = getter(Node.prototype, 'textContent');
  const all = (css) => [...Document.prototype.querySelectorAll.call(document, css)];
  const seen = [], marked = [];
  const look = (when) => {
    seen.push(when + ': ' + html.call(root.call(document)));
    // A heading that stands there twice goes with the token beside it.
    for (const element of all('*:not(h1, h2, h3)'))
      if (Element.prototype.getAttributeNames.call(element).some((name) => /^data-[a-z]{6,12}$/.test(name)))
        marked.push(text.call(element));
  };
  const restore = () => { for (const field of all('textarea[name=draft]')) field.value = 'What I wrote yesterday'; };
  const isField = (element) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  const fields = () => all('textarea, input').filter(isField);
  Object.assign(window, { recorded: { seen, marked, look, fields } });
  const on = EventTarget.prototype.addEventListener;
  on.call(document, 'DOMContentLoaded', () => { restore(); look('parsed'); }, true);
  on.call(window, 'load', () => look('loaded'), true);
})();</script>`;
const LOOK = '<script>recorded.look("arriving")</script>';

interface Recorded {
  readonly seen: readonly string[];
  /** Texts of elements that had our attribute when a script looked. */
  readonly marked: readonly string[];
  fields(): (HTMLInputElement | HTMLTextAreaElement)[];
}
interface Visit {
  readonly seen: readonly string[];
  readonly marked: readonly string[];
  /** Whether each field is seen. */
  readonly fields: readonly boolean[];
  /** In Chromium. */
  readonly tasks: MainThreadTasks | null;
}

const OUR_ATTRIBUTE = / data-[a-z]{6,12}="[^"]*"/g;
const isOnlyTokens = (text: string): boolean => text.trim() === '' || isOnly(text, findTokens(text));

const recordedOf = (page: Page) =>
  page.evaluate(() => {
    const { seen, marked, fields } = (window as unknown as { recorded: Recorded }).recorded;
    return { seen, marked, fields: fields().map((field) => field.checkVisibility()) };
  });

/** Writes into every field that can be written into, as a keyboard does. */
const write = (page: Page) =>
  page.evaluate(() => {
    for (const field of (window as unknown as { recorded: Recorded }).recorded.fields()) {
      if (!field.checkVisibility() || field.disabled || field.readOnly) continue;
      HTMLElement.prototype.focus.call(field);
      Document.prototype.execCommand.call(document, 'insertText', false, 'words');
      HTMLElement.prototype.blur.call(field);
    }
  });

/** The places of fields that hold something that somebody typed, and are not seen. */
const hiddenTyped = (page: Page) =>
  page.evaluate(() => {
    const { fields } = (window as unknown as { recorded: Recorded }).recorded;
    return [...fields().entries()]
      .filter(([, field]) => field.value !== field.defaultValue && !field.checkVisibility())
      .map(([at]) => at);
  });

export interface LiveFuzz {
  /**
   * What is wrong with a page; `null`: nothing.
   * @param html as in live-pages.ts
   */
  check(html: string): Promise<string | null>;
  close(): Promise<void>;
}

/** @param options such as an extension that is broken on purpose */
export async function startLiveFuzz(target: Target, options: RigOptions = {}): Promise<LiveFuzz> {
  const rig = await Rig.start(target, options);
  await rig.api(`browser.storage.local.set({ sites: { 'off.test': 'off' } })`);
  const isOff = `browser.scripting.getRegisteredContentScripts().then((all) => JSON.stringify(all).includes('off.test'))`;
  await until('one of the sites is off', () => rig.api<boolean>(isOff));

  function serve(url: string, html: string): void {
    const parts = html.split(PAUSE).map((part) => part + LOOK);
    rig.site.page(url, async (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.write(`<!doctype html>${RECORDER}`);
      for (const part of parts) {
        response.write(part);
        await new Promise((done) => setTimeout(done, parts.length > 1 ? PAUSE_MS : 0));
      }
      response.end();
    });
  }

  /** What is looked at on the page when it has loaded; with us, when it has been read, too. */
  async function visit(url: string, withUs: boolean, act?: (page: Page) => Promise<void>): Promise<Visit> {
    const page = await rig.browser.newPage();
    try {
      const tasks = await tasksOf(page, target, async () => {
        await page.goto(url, { waitUntil: 'load' });
        if (withUs) await waitUntilRead(rig, page);
      });
      const recorded = await recordedOf(page);
      await act?.(page);
      return { ...recorded, tasks };
    } finally {
      await page.close();
    }
  }

  async function look(path: string): Promise<string | null> {
    const without = await visit(`http://off.test${path}`, false);
    let hidden: number[] = [];
    const withUs = await visit(`http://on.test${path}`, true, async (page) => {
      await injectReading(rig, page);
      // Nobody writes into what is hidden already.
      await sendToPage(rig, page, { type: 'pause' });
      await write(page);
      await sendToPage(rig, page, { type: 'clean' });
      await waitUntilRead(rig, page);
      hidden = await hiddenTyped(page);
    });
    const bare = withUs.seen.map((html) => html.replace(OUR_ATTRIBUTE, ''));
    const looks = [...(bare.length > without.seen.length ? bare : without.seen).keys()];
    const other = looks.find((at) => without.seen[at] !== bare[at]);
    const marked = withUs.marked.find((text) => !isOnlyTokens(text));
    const field = hidden.find((at) => without.fields[at]);
    const faults = [
      other !== undefined && `a script sees another document: ${excerpt(without.seen[other], bare[other])}`,
      marked !== undefined && `marked before the load event, and more than a token: ${marked.slice(0, 200)}`,
      field !== undefined && `field ${field} holds what somebody typed, and is hidden`,
    ];
    const wrong = faults.filter(Boolean).join('\n');
    if (wrong) return wrong;
    return longTask(without.tasks, withUs.tasks);
  }

  let pages = 0;
  return {
    async check(html) {
      const path = `/news/story-${++pages}`;
      for (const host of ['on', 'off']) serve(`http://${host}.test${path}`, html);
      let wrong = await look(path);
      for (let looks = 1; looks < LOOKS && wrong?.startsWith('a task'); looks++) wrong = await look(path);
      return wrong;
    },
    close: () => rig.close(),
  };
}

/** A task in which we take so long, or one that is so much longer than the longest without us. */
function longTask(without: MainThreadTasks | null, withUs: MainThreadTasks | null): string | null {
  if (!without || !withUs) return null;
  const [ours, longest, before] = [withUs.ours, withUs.longest, without.longest].map(Math.round) as [
    number,
    number,
    number,
  ];
  if (ours > MAX_TASK_MS) return `a task of ours takes ${ours} ms`;
  return longest - before > MAX_TASK_MS ? `a task takes ${longest} ms, the longest without us ${before} ms` : null;
}

/** Where one text begins to be another. */
function excerpt(text = '', other = ''): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  const of = (one: string) => JSON.stringify(one.slice(Math.max(0, at - 60), at + 60));
  return `${of(text)} became ${of(other)}`;
}
