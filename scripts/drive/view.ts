import type { KeyInput, Page } from 'puppeteer-core';

/** An expression, or a function that is sent over with its arguments. Promises are awaited; the answer is JSON. */
export type Work<T, A extends unknown[]> = string | ((...args: A) => T | Promise<T>);

/** A page of the extension: popup or options. */
export interface View {
  evaluate<T, A extends unknown[] = []>(work: Work<T, A>, ...args: A): Promise<T>;
  click(selector: string): Promise<void>;
  /** A key as in `KeyboardEvent.key`: `Tab`, `Enter`, `Escape`, `ArrowDown`, ` `, `a`. */
  press(key: string, held?: 'Control' | 'Shift'): Promise<void>;
  /** A PNG of what is seen. */
  screenshot(): Promise<Uint8Array>;
  /** CSS pixels. Not for the Firefox popup, whose size is its content's. */
  resize(width: number, height: number): Promise<void>;
  /** Makes its tab the one that is shown, as it must be to have the focus. */
  show(): Promise<void>;
  close(): Promise<void>;
}

/** A click comes a moment after it was aimed: again where the element moved away from under the pointer meanwhile. */
async function untilHeard(view: View, selector: string, click: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    await view.evaluate((css) => {
      const world = globalThis as { heardClick?: boolean };
      world.heardClick = false;
      const hear = () => {
        world.heardClick = true;
      };
      document.querySelector(css)?.addEventListener('click', hear, { capture: true, once: true });
    }, selector);
    await click();
    // A click may have closed the page, or led it elsewhere.
    if (await view.evaluate<boolean>('globalThis.heardClick !== false').catch(() => true)) return;
  }
  throw new Error(`${selector} hears no click`);
}

const expressionOf = <T, A extends unknown[]>(work: Work<T, A>, args: A): string =>
  typeof work === 'string' ? work : `(${work})(${args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(', ')})`;

/** Chromium: puppeteer drives the extension's pages like any other. */
export class PuppeteerView implements View {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async evaluate<T, A extends unknown[] = []>(work: Work<T, A>, ...args: A): Promise<T> {
    return (await this.page.evaluate(expressionOf(work, args))) as T;
  }

  click(selector: string): Promise<void> {
    return untilHeard(this, selector, () => this.page.click(selector));
  }

  async press(key: string, held?: 'Control' | 'Shift'): Promise<void> {
    const { keyboard } = this.page;
    if (held) await keyboard.down(held);
    await keyboard.press((key === ' ' ? 'Space' : key) as KeyInput);
    if (held) await keyboard.up(held);
  }

  screenshot(): Promise<Uint8Array> {
    return this.page.screenshot();
  }

  resize(width: number, height: number): Promise<void> {
    return this.page.setViewport({ width, height });
  }

  show(): Promise<void> {
    return this.page.bringToFront();
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

interface Tree {
  contexts: { context: string }[];
}
interface Evaluated {
  type: 'success' | 'exception';
  result: { type: string; value?: string };
  exceptionDetails?: { text: string };
}
interface Answers {
  'browsingContext.create': { context: string };
  'browsingContext.getTree': Tree;
  'browsingContext.captureScreenshot': { data: string };
  'script.evaluate': Evaluated;
}

/** The WebDriver BiDi connection that puppeteer holds. */
export interface Bidi {
  send<M extends string>(
    method: M,
    params: object,
  ): Promise<{ result: M extends keyof Answers ? Answers[M] : unknown }>;
}

/** WebDriver's private code points for keys. */
const KEYS: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Home: '\uE011',
  End: '\uE010',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/**
 * Opens a page of the extension in a tab.
 * @param background behind the tab that is shown; a browser draws nothing there, and its clocks tick once a second
 */
export async function openFirefoxView(bidi: Bidi, url: string, background = false): Promise<FirefoxView> {
  const { context } = (await bidi.send('browsingContext.create', { type: 'tab', background })).result;
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
  return new FirefoxView(bidi, context);
}

/** Firefox: puppeteer is told nothing of the extension's pages; WebDriver BiDi on the same connection reaches them. */
export class FirefoxView implements View {
  readonly bidi: Bidi;
  readonly context: string;

  constructor(bidi: Bidi, context: string) {
    this.bidi = bidi;
    this.context = context;
  }

  /** The browser's own window. */
  static async chrome(bidi: Bidi): Promise<FirefoxView> {
    const { contexts } = (await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result;
    return new FirefoxView(bidi, contexts[0]?.context ?? '');
  }

  async evaluate<T, A extends unknown[] = []>(work: Work<T, A>, ...args: A): Promise<T> {
    const { result } = await this.bidi.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expressionOf(work, args)})))()`,
      target: { context: this.context },
      awaitPromise: true,
      userActivation: true,
    });
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    return (result.result.value === undefined ? undefined : JSON.parse(result.result.value)) as T;
  }

  click(selector: string): Promise<void> {
    return untilHeard(this, selector, () => this.#clickOnce(selector));
  }

  async #clickOnce(selector: string): Promise<void> {
    const [x, y] = await this.evaluate((css): [number, number] => {
      const element = document.querySelector(css);
      if (!element) throw new Error(`no ${css}`);
      element.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)];
    }, selector);
    await this.perform({
      type: 'pointer',
      id: 'mouse',
      actions: [
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    });
  }

  press(key: string, held?: 'Control' | 'Shift'): Promise<void> {
    const values = (held ? [held, key] : [key]).map((name) => KEYS[name] ?? name);
    const down = values.map((value) => ({ type: 'keyDown', value }));
    const up = values.reverse().map((value) => ({ type: 'keyUp', value }));
    return this.perform({ type: 'key', id: 'keys', actions: [...down, ...up] });
  }

  async perform(action: object): Promise<void> {
    await this.bidi.send('input.performActions', { context: this.context, actions: [action] });
  }

  async screenshot(): Promise<Uint8Array> {
    const { data } = (await this.bidi.send('browsingContext.captureScreenshot', { context: this.context })).result;
    return Buffer.from(data, 'base64');
  }

  async resize(width: number, height: number): Promise<void> {
    await this.bidi.send('browsingContext.setViewport', { context: this.context, viewport: { width, height } });
  }

  async show(): Promise<void> {
    await this.bidi.send('browsingContext.activate', { context: this.context });
  }

  async close(): Promise<void> {
    await this.bidi.send('browsingContext.close', { context: this.context });
  }
}

/** Firefox's toolbar popup: no browsing context of BiDi's, but another page of the extension holds its window. */
export class FirefoxPopup implements View {
  readonly #bidi: Bidi;
  readonly #api: FirefoxView;

  constructor(bidi: Bidi, api: FirefoxView) {
    this.#bidi = bidi;
    this.#api = api;
  }

  isOpen(): Promise<boolean> {
    return this.#api.evaluate(`browser.extension.getViews({ type: 'popup' })[0]?.document.readyState === 'complete'`);
  }

  evaluate<T, A extends unknown[] = []>(work: Work<T, A>, ...args: A): Promise<T> {
    // `with` makes the popup's own `document`, `window` and the like the ones that are meant.
    return this.#api.evaluate<T>(
      `(() => { with (browser.extension.getViews({ type: 'popup' })[0]) return (${expressionOf(work, args)}); })()`,
    );
  }

  async click(selector: string): Promise<void> {
    await this.evaluate((css) => {
      const element = document.querySelector(css) as HTMLElement | null;
      if (!element) throw new Error(`no ${css} in the popup`);
      element.focus();
      element.click();
    }, selector);
  }

  /** A key as the browser's window gets it, so that it goes the whole way to the popup. */
  async press(key: string, held?: 'Control' | 'Shift'): Promise<void> {
    const event = { key, code: key === ' ' ? 'Space' : key.length === 1 ? '' : key };
    await (await FirefoxView.chrome(this.#bidi)).evaluate(`(() => {
      document.querySelector('browser.webextension-popup-browser').focus();
      const keys = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      keys.beginInputTransactionForTests(window);
      const event = new KeyboardEvent('', ${JSON.stringify(event)});
      const flags = event.key.length > 1 ? keys.KEY_NON_PRINTABLE_KEY : 0;
      const held = ${JSON.stringify(held ?? null)} && new KeyboardEvent('', { key: ${JSON.stringify(held ?? '')}, code: ${JSON.stringify(`${held}Left`)} });
      if (held) keys.keydown(held, keys.KEY_NON_PRINTABLE_KEY);
      keys.keydown(event, flags);
      keys.keyup(event, flags);
      if (held) keys.keyup(held, keys.KEY_NON_PRINTABLE_KEY);
    })()`);
  }

  async screenshot(): Promise<Uint8Array> {
    const data = await (await FirefoxView.chrome(this.#bidi)).evaluate<string>(`(async () => {
      const popup = document.querySelector('browser.webextension-popup-browser');
      const bitmap = await popup.browsingContext.currentWindowGlobal.drawSnapshot(null, devicePixelRatio, 'white');
      const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.getContext('2d').drawImage(bitmap, 0, 0);
      return canvas.toDataURL();
    })()`);
    return Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
  }

  resize(): Promise<void> {
    throw new Error('the popup is as large as its content: open popup.html in a tab');
  }

  async show(): Promise<void> {
    // As long as it is open, it is.
  }

  async close(): Promise<void> {
    await this.evaluate('window.close()');
  }
}
