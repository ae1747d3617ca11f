import { read } from '../engine/dom.ts';

/** One constructed style sheet, adopted by the document and by each open shadow root that holds something hidden. */
export class HidingSheet {
  readonly #document: Document;
  readonly #roots = new Set<Document | ShadowRoot>();
  #sheet: CSSStyleSheet | undefined;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Documents and shadow roots that have adopted the sheet. */
  get roots(): Iterable<Document | ShadowRoot> {
    return this.#roots;
  }

  /** Replaces the rules, everywhere at once. No rules: no sheet. */
  write(css: string): void {
    if (css === '') {
      this.#drop();
      return;
    }
    this.#sheet ??= new CSSStyleSheet();
    this.#sheet.replaceSync(css);
    this.adoptIn(this.#document);
  }

  /** @returns whether this root had adopted the sheet before, and the page has dropped it since */
  adoptIn(root: Document | ShadowRoot): boolean {
    if (!this.#sheet) return false;
    const sheets = adoptedSheets(root);
    if (sheets.includes(this.#sheet)) return false;
    setAdoptedSheets(root, [...sheets, this.#sheet]);
    const wasDropped = this.#roots.has(root);
    this.#roots.add(root);
    return wasDropped;
  }

  /** Adopts the sheet again where the page threw it out. @returns whether it had */
  restore(): boolean {
    let wasDropped = false;
    for (const root of this.#roots) wasDropped = this.adoptIn(root) || wasDropped;
    return wasDropped;
  }

  #drop(): void {
    for (const root of this.#roots) {
      const sheets = adoptedSheets(root);
      const others = sheets.filter((other) => other !== this.#sheet);
      if (others.length < sheets.length) setAdoptedSheets(root, others);
    }
    this.#roots.clear();
    this.#sheet = undefined;
  }
}

// A page's `<img name=adoptedStyleSheets>` would stand in the way of `document.adoptedStyleSheets`.
const adoptedSheets = (root: Document | ShadowRoot): CSSStyleSheet[] => [...(read(root, 'adoptedStyleSheets') ?? [])];

function setAdoptedSheets(root: Document | ShadowRoot, sheets: CSSStyleSheet[]): void {
  Reflect.set(Object.getPrototypeOf(root), 'adoptedStyleSheets', sheets, root);
}
