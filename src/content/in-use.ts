import { closest, findFirst, holds, read } from '../engine/dom.ts';
import { queryAll, shadowRootOf } from './nodes.ts';

/** What the reader is using at the moment. */
export interface Interaction {
  readonly focus: Element | null;
  readonly selection: Selection | null;
  /** A pointer is down: what is under it now must be under it when it goes up. */
  readonly isPressed: boolean;
}

/**
 * @param hasSelected whether anything may be selected. Asking for the selection makes the browser lay out the page, which
 * takes half a second where it is large
 */
export function readInteraction(document: Document, isPressed: boolean, hasSelected: boolean): Interaction {
  let focus: Element | null = read(document, 'activeElement');
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  if (focus === read(document, 'body') || focus === read(document, 'documentElement')) focus = null;
  const selection = hasSelected ? read(document, 'getSelection').call(document) : null;
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

/** What a reader fills in. An editor may stand in a frame. */
const FIELDS = 'input:not([type=hidden]),textarea,select,[contenteditable]:not([contenteditable=false]),iframe';
/** Elements that may have a shadow root: a component has a name of its own. */
const COMPONENTS =
  ':not(a,b,br,button,div,em,form,h1,h2,h3,h4,i,img,input,label,li,ol,option,p,span,strong,svg *,time,ul)';

/** Whether the element has fields of a form in which somebody has typed, chosen or ticked something. */
export function holdsInput(element: Element): boolean {
  const fields = fieldsIn(element);
  if (fields.length === 0) return false;
  const around = closest(element, 'form');
  const forms = around ? [around] : queryAll(element, 'form');
  // A field may belong to a form that it does not stand in.
  const others = forms.flatMap((form) => [...read(form as HTMLFormElement, 'elements')].filter(isField));
  return [...fields, ...(around ? fieldsIn(around) : []), ...others].some(hasInput);
}

/** Also in open shadow roots. */
function fieldsIn(root: Element | ShadowRoot): Element[] {
  const roots = queryAll(root, COMPONENTS).flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [...queryAll(root, FIELDS), ...roots.flatMap(fieldsIn)];
}

const isField = (element: Element): boolean => element.matches(FIELDS);

const hasWords = (element: Element): boolean =>
  element.textContent?.trim() !== '' || findFirst(element, 'img') !== null;

/** Whether a field of this kind has something in it that it did not come with. */
const INPUT: Readonly<Record<string, (field: Element) => boolean>> = {
  textarea: (field) => {
    const { value, defaultValue } = field as HTMLTextAreaElement;
    return value !== defaultValue;
  },
  input: (field) => {
    const { type, value, defaultValue, checked, defaultChecked } = field as HTMLInputElement;
    return type === 'checkbox' || type === 'radio' ? checked !== defaultChecked : value !== defaultValue;
  },
  select: (field) => {
    const { options, selectedIndex } = field as HTMLSelectElement;
    const preset = [...options].findIndex(({ defaultSelected }) => defaultSelected);
    return Math.max(selectedIndex, 0) !== Math.max(preset, 0);
  },
  // `null` where the frame is of another site.
  iframe: (field) => {
    const inner = (field as HTMLIFrameElement).contentDocument;
    return !!inner?.body && (inner.designMode === 'on' || inner.body.isContentEditable) && hasWords(inner.body);
  },
};

const hasInput = (field: Element): boolean => (INPUT[field.localName] ?? hasWords)(field);

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
