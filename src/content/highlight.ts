import type { TextSpan } from '../engine/types.ts';

/** Words of the page that are highlighted without a change to the document: the Custom Highlight API. */
export class Highlights {
  readonly #document: Document;
  readonly #name: string;
  #ranges: Range[] = [];

  constructor(document: Document, name: string) {
    this.#document = document;
    this.#name = name;
  }

  get shown(): boolean {
    return this.#ranges.length > 0;
  }

  /** @param spans in the nodes' present `data` */
  show(spans: readonly TextSpan[]): void {
    this.clear();
    this.#ranges = spans.map(({ node, start, end }) => {
      const range = this.#document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      return range;
    });
    if (this.shown) registry()?.set(this.#name, new Highlight(...this.#ranges));
  }

  clear(): void {
    if (this.shown) registry()?.delete(this.#name);
    this.#ranges = [];
  }

  /** @returns whether there is a place to scroll to */
  scrollIntoView(): boolean {
    const [first] = this.#ranges;
    const around = first?.startContainer.parentElement;
    if (!first || !around?.checkVisibility()) return false;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    around.scrollIntoView({
      block: around.clientHeight > innerHeight ? 'start' : 'center',
      behavior: calm ? 'instant' : 'smooth',
    });
    return true;
  }
}

const registry = () => globalThis.CSS?.highlights;
