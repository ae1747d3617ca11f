import type { TextSpan } from '../engine/types.ts';
import type { PieceKind } from '../messages.ts';
import { api } from './api.ts';
import { strongSelector } from './hiding-css.ts';
import type { HiddenMarks } from './marks.ts';
import type { Highlighter } from './types.ts';

/** Shows a reader what is hidden, and words of the page: the latter by the Custom Highlight API, which changes nothing. */
export class Showing implements Highlighter {
  readonly #document: Document;
  readonly #marks: HiddenMarks;
  readonly #name: string;
  #ranges: Range[] = [];

  constructor(document: Document, marks: HiddenMarks) {
    this.#document = document;
    this.#marks = marks;
    this.#name = marks.attribute;
  }

  /** Rules for what is shown now: none when nothing is. */
  rules(isPeeking: boolean): string {
    const isHighlighted = isPeeking || this.#ranges.length > 0;
    const words = isHighlighted ? [`::highlight(${this.#name}){background:#ffe08a;color:#1a1a1a}`] : [];
    return [...(isPeeking ? peekRules(this.#marks) : []), ...words].join('\n');
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
    const isMotionReduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
    around.scrollIntoView({
      block: around.clientHeight > innerHeight ? 'start' : 'center',
      behavior: isMotionReduced ? 'instant' : 'smooth',
    });
    return true;
  }
}

const registry = () => globalThis.CSS?.highlights;

/** Outlined and named by kind. */
function peekRules({ attribute, values }: HiddenMarks): string[] {
  const outline = `${strongSelector(attribute)}{outline:2px dashed #b4531f!important;outline-offset:-2px!important}`;
  const before = `${strongSelector(attribute)}::before{display:inline-block!important;margin:0 .4em!important;padding:0 .5em!important;border-radius:.3em!important;background:#b4531f!important;color:#fff!important;font:12px/1.6 system-ui,sans-serif!important}`;
  const names = [...values].map(
    ([kind, value]) => `[${attribute}="${value}"]::before{content:${quoted(label(kind))}!important}`,
  );
  return [outline, before, ...names];
}

const label = (kind: PieceKind) => api()?.i18n.getMessage(`kind_${kind.replaceAll('-', '_')}`) || kind;
const quoted = (text: string) => JSON.stringify(text).replaceAll('<', '\\3c ');
