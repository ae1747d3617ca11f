import { read } from '../engine/dom.ts';

/** One constructed style sheet, adopted by the document and by each open shadow root that holds something hidden. */
export function makeSheet(document: Document) {
  const roots = new Set<Document | ShadowRoot>();
  let sheet: CSSStyleSheet | undefined;

  /** Replaces the rules, everywhere at once. No rules: no sheet. */
  function write(css: string): void {
    if (css === '') {
      drop();
      return;
    }
    sheet ??= new CSSStyleSheet();
    sheet.replaceSync(css);
    adoptIn(document);
  }

  /** @returns whether the sheet had been adopted by this root and was dropped by the page since */
  function adoptIn(root: Document | ShadowRoot): boolean {
    if (!sheet) return false;
    const sheets = adopted(root);
    if (sheets.includes(sheet)) return false;
    adopt(root, [...sheets, sheet]);
    const dropped = roots.has(root);
    roots.add(root);
    return dropped;
  }

  /** Adopts the sheet again where the page threw it out. @returns whether it had */
  function mend(): boolean {
    let mended = false;
    for (const root of roots) mended = adoptIn(root) || mended;
    return mended;
  }

  function drop(): void {
    for (const root of roots) {
      const sheets = adopted(root);
      if (sheet && sheets.includes(sheet))
        adopt(
          root,
          sheets.filter((other) => other !== sheet),
        );
    }
    roots.clear();
    sheet = undefined;
  }

  return { roots, write, adopt: adoptIn, mend };
}

// A page's `<img name=adoptedStyleSheets>` would stand in the way of `document.adoptedStyleSheets`.
const adopted = (root: Document | ShadowRoot): CSSStyleSheet[] => [...(read(root, 'adoptedStyleSheets') ?? [])];

function adopt(root: Document | ShadowRoot, sheets: CSSStyleSheet[]): void {
  Reflect.set(Object.getPrototypeOf(root), 'adoptedStyleSheets', sheets, root);
}
