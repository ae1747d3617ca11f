import { holds, read } from '../engine/dom.ts';
import { queryAll, shadowRootOf } from './nodes.ts';

/** What the reader is using at the moment. */
export interface Use {
  readonly focus: Element | null;
  readonly selection: Selection | null;
}

export const NOTHING_IN_USE: Use = { focus: null, selection: null };

/** Asking for the selection can make the browser lay out the page: only where there is something to hide. */
export function inUse(document: Document): Use {
  let focus: Element | null = read(document, 'activeElement');
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  if (focus === read(document, 'body') || focus === read(document, 'documentElement')) focus = null;
  const selection = read(document, 'getSelection').call(document);
  return { focus, selection: selection && !selection.isCollapsed ? selection : null };
}

/** Whether the element holds the focus, part of the selection, or media that play: then it waits. */
export function isBusy(element: Element, { focus, selection }: Use): boolean {
  return (
    (focus !== null && holdsDeep(element, focus)) ||
    selection?.containsNode(element, true) === true ||
    queryAll(element, 'video,audio').some(isPlaying)
  );
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

/** Events after which something may no longer be in use. */
export const USE_EVENTS = ['focusout', 'selectionchange', 'pause', 'ended'] as const;
