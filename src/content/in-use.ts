import { closest, findFirst, holds, read } from '../engine/dom.ts';
import { queryAll, shadowRootOf } from './nodes.ts';

/** What the reader is using at the moment. */
export interface Interaction {
  readonly focus: Element | null;
  readonly selection: Selection | null;
  /** A pointer is down: what is under it now must be under it when it goes up. */
  readonly isPressed: boolean;
}

/** Asking for the selection can make the browser lay out the page: ask only where there is something to hide. */
export function readInteraction(document: Document, isPressed: boolean): Interaction {
  let focus: Element | null = read(document, 'activeElement');
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  if (focus === read(document, 'body') || focus === read(document, 'documentElement')) focus = null;
  const selection = read(document, 'getSelection').call(document);
  return { focus, selection: selection && !selection.isCollapsed ? selection : null, isPressed };
}

/** Whether the element holds the focus, part of the selection, or media that play, or a pointer is down. */
export function isInUse(element: Element, { focus, selection, isPressed }: Interaction): boolean {
  return (
    isPressed ||
    (focus !== null && holdsDeep(element, focus)) ||
    selection?.containsNode(element, true) === true ||
    queryAll(element, 'video,audio').some(isPlaying)
  );
}

const FIELDS = 'input:not([type=hidden]),textarea,[contenteditable]:not([contenteditable=false])';

/** Whether the element has fields of a form in which somebody has typed or ticked something. */
export function holdsInput(element: Element): boolean {
  const hasFields = findFirst(element, FIELDS) !== null;
  return hasFields && queryAll(closest(element, 'form') ?? element, FIELDS).some(hasInput);
}

function hasInput(field: Element): boolean {
  if (field.localName === 'textarea') {
    const { value, defaultValue } = field as HTMLTextAreaElement;
    return value !== defaultValue;
  }
  if (field.localName !== 'input') return field.textContent?.trim() !== '';
  const { type, value, defaultValue, checked, defaultChecked } = field as HTMLInputElement;
  return type === 'checkbox' || type === 'radio' ? checked !== defaultChecked : value !== defaultValue;
}

/** Also through open shadow roots. */
function holdsDeep(element: Element, inner: Node): boolean {
  for (let node: Node | undefined = inner; node; node = shadowRootOf(node)?.host) {
    if (holds(element, node)) return true;
  }
  return false;
}

function isPlaying(element: Element): boolean {
  const { paused, ended } = element as HTMLMediaElement;
  return paused === false && !ended;
}
