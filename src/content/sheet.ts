import { read } from '../engine/dom.ts';

/** One constructed style sheet, adopted by the document and by each open shadow root that holds something hidden. */
export class Sheet {
  readonly #document: Document;
  readonly #roots = new Set<Document | ShadowRoot>();
  #sheet: CSSStyleSheet | undefined;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Replaces the rules, everywhere at once. No rules: no sheet. */
  write(css: string): void {
    if (css === '') {
      this.drop();
      return;
    }
    this.#sheet ??= new CSSStyleSheet();
    this.#sheet.replaceSync(css);
    this.adopt(this.#document);
  }

  /** @returns whether the sheet had been adopted by this root and was dropped by the page since */
  adopt(root: Document | ShadowRoot): boolean {
    if (!this.#sheet) return false;
    const sheets = adopted(root);
    if (sheets.includes(this.#sheet)) return false;
    adopt(root, [...sheets, this.#sheet]);
    const dropped = this.#roots.has(root);
    this.#roots.add(root);
    return dropped;
  }

  /** Adopts the sheet again where the page threw it out. @returns whether it had */
  mend(): boolean {
    let mended = false;
    for (const root of this.#roots) mended = this.adopt(root) || mended;
    return mended;
  }

  drop(): void {
    for (const root of this.#roots) {
      const sheets = adopted(root);
      if (this.#sheet && sheets.includes(this.#sheet))
        adopt(
          root,
          sheets.filter((sheet) => sheet !== this.#sheet),
        );
    }
    this.#roots.clear();
    this.#sheet = undefined;
  }

  get roots(): Iterable<Document | ShadowRoot> {
    return this.#roots;
  }
}

// A page's `<img name=adoptedStyleSheets>` would stand in the way of `document.adoptedStyleSheets`.
const adopted = (root: Document | ShadowRoot): CSSStyleSheet[] => [...(read(root, 'adoptedStyleSheets') ?? [])];

function adopt(root: Document | ShadowRoot, sheets: CSSStyleSheet[]): void {
  Reflect.set(Object.getPrototypeOf(root), 'adoptedStyleSheets', sheets, root);
}
