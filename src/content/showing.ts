import type { TextSpan } from '../engine/types.ts';
import type { PieceKind } from '../messages.ts';
import { api } from './api.ts';
import { PIECE_KINDS } from './piece.ts';
import { strong } from './rules.ts';

/** Shows a reader what is hidden, and words of the page: the latter by the Custom Highlight API, which changes nothing. */
export class Showing {
  readonly #document: Document;
  readonly #name: string;
  #ranges: Range[] = [];

  /** @param name the attribute that marks what is hidden, by its index among the kinds */
  constructor(document: Document, name: string) {
    this.#document = document;
    this.#name = name;
  }

  /** Rules for what is shown now: none when nothing is. */
  rules(peeking: boolean): string {
    const highlighted = peeking || this.#ranges.length > 0;
    const words = highlighted ? [`::highlight(${this.#name}){background:#ffe08a;color:#1a1a1a}`] : [];
    return [...(peeking ? peekRules(this.#name) : []), ...words].join('\n');
  }

  /** @param spans in the nodes' present `data`; none: nothing is highlighted any more */
  highlight(spans: readonly TextSpan[]): void {
    registry()?.delete(this.#name);
    this.#ranges = spans.map(({ node, start, end }) => {
      const range = this.#document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      return range;
    });
    if (spans.length > 0) registry()?.set(this.#name, new Highlight(...this.#ranges));
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

/** Outlined and named by kind. */
function peekRules(attribute: string): string[] {
  const outline = `${strong(attribute)}{outline:2px dashed #b4531f!important;outline-offset:-2px!important}`;
  const before = `${strong(attribute)}::before{display:inline-block!important;margin:0 .4em!important;padding:0 .5em!important;border-radius:.3em!important;background:#b4531f!important;color:#fff!important;font:12px/1.6 system-ui,sans-serif!important}`;
  const names = PIECE_KINDS.map((kind, i) => `[${attribute}="${i}"]::before{content:${quoted(label(kind))}!important}`);
  return [outline, before, ...names];
}

const label = (kind: PieceKind) => api()?.i18n.getMessage(`kind_${kind.replaceAll('-', '_')}`) || kind;
const quoted = (text: string) => JSON.stringify(text).replaceAll('<', '\\3c ');
