/**
 * A layer of ours over the page, which the page can neither style nor reach: a frame in a closed shadow root. What
 * happens in a frame is the frame's own, so that no handler of the page learns of it. Gone without a trace when removed.
 */

/** Wins over whatever the page says about every element. */
const PLAIN = 'all:initial!important;';
/** Makes no box of its own, for the page to style or to be pointed at. */
const BOXLESS = `${PLAIN}display:contents!important`;
const WHOLE = `${PLAIN}position:fixed!important;inset:0!important;width:100%!important;height:100%!important;border:0!important;margin:0!important;padding:0!important;background:none!important;overflow:visible!important;color-scheme:light!important`;

/** Of these a page would hear at the edge of the layer. */
const AT_THE_EDGE = ['over', 'out', 'enter', 'leave', 'move'].flatMap((edge) => [`pointer${edge}`, `mouse${edge}`]);

/** Of all files that are injected, in the isolated world, where no page sees it. */
const world = globalThis as { cleanCopyLayers?: WeakSet<Element> };
world.cleanCopyLayers ??= new WeakSet();
const hosts = world.cleanCopyLayers;
/** Whether an element of the page's document is a layer of ours. */
export const isLayer = (element: Element): boolean => hosts.has(element);

export class Layer {
  readonly frame: HTMLIFrameElement;
  readonly #host: HTMLElement;
  readonly #page: Document;
  readonly #gone = new AbortController();

  private constructor(page: Document) {
    this.#page = page;
    this.#host = page.createElement('div');
    this.frame = page.createElement('iframe');
  }

  /** @param css for what is put into the layer's document */
  static async open(page: Document, css: string): Promise<Layer> {
    const layer = new Layer(page);
    const { frame, signal } = layer;
    const host = layer.#host;
    hosts.add(host);
    host.style.cssText = BOXLESS;
    frame.style.cssText = WHOLE;
    // A pointer that enters a layer enters what is around it first.
    const isOurs = ({ type, target, clientX, clientY }: MouseEvent) =>
      target === host || (type.endsWith('enter') && page.elementFromPoint(clientX, clientY) === host);
    const onlyOurs = (event: Event) => {
      if (isOurs(event as MouseEvent)) event.stopImmediatePropagation();
    };
    for (const type of AT_THE_EDGE) window.addEventListener(type, onlyOurs, { capture: true, signal });
    // Firefox loads an empty document, Chromium has it at once.
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    host.attachShadow({ mode: 'closed' }).append(frame);
    // Beside an open dialogue everything is inert but what is in it.
    const around = [...page.querySelectorAll('dialog:modal')].at(-1) ?? page.documentElement;
    // A page that zooms itself would zoom what is ours too, and a point in it would be another one on the page.
    frame.style.setProperty('zoom', `${1 / (around.currentCSSZoom ?? 1)}`, 'important');
    around.append(host);
    // Inside the shadow root, out of which the events of a popover do not come.
    frame.popover = 'manual';
    frame.showPopover();
    await loaded;
    layer.#style(css);
    return layer;
  }

  get document(): Document {
    return this.frame.contentDocument as Document;
  }

  /** Aborts when the layer goes. */
  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  /** Calls with each picture that the browser paints, until the layer goes. */
  eachFrame(act: () => void): void {
    const next = () => {
      if (this.signal.aborted) return;
      // The page threw it out.
      if (!this.#host.isConnected) return this.remove();
      act();
      requestAnimationFrame(next);
    };
    next();
  }

  remove(): void {
    if (this.signal.aborted) return;
    if (this.#page.activeElement === this.#host) this.frame.blur();
    this.#host.remove();
    this.#gone.abort();
  }

  #style(css: string): void {
    const { document } = this;
    const { CSSStyleSheet: Sheet } = document.defaultView as unknown as typeof globalThis;
    const sheet = new Sheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    // A frame does not learn from the browser what the reader prefers where the page says otherwise.
    document.documentElement.classList.toggle('dark', matchMedia('(prefers-color-scheme: dark)').matches);
  }
}
