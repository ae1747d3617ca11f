import { read } from '../engine/dom.ts';
import { inlineStyleOf, ownStyle, type StyleProbe } from '../engine/inline-style.ts';

/**
 * Methods of nodes that nothing on the page can stand in the way of: a form's fields and a document's named elements
 * hide the methods of the same name (`<input name=setAttribute>`). See also `engine/dom.ts`.
 */

export const setAttribute = (element: Element, name: string, value: string): void =>
  read(element, 'setAttribute').call(element, name, value);

export const removeAttribute = (element: Element, name: string): void =>
  read(element, 'removeAttribute').call(element, name);

export const queryAll = (root: ParentNode & object, selector: string): Element[] =>
  Array.from(read(root, 'querySelectorAll').call(root, selector));

/** Where the element stands in the window. Makes the browser lay out the page. */
export const rectOf = (element: Element): DOMRect => read(element, 'getBoundingClientRect').call(element);

/** The open shadow root that a node stands in, if any. */
export function shadowRootOf(node: Node): ShadowRoot | null {
  const root = read(node, 'getRootNode').call(node);
  return root.nodeType === 11 && 'host' in root ? (root as ShadowRoot) : null;
}

/** Whether the element is rendered. Needs style, not layout. */
export const checkVisibility = (element: Element): boolean =>
  // What runs the engine without a rendering, such as a test, has no such method.
  read(element, 'checkVisibility')?.call(element) ?? true;

/** Whether an element, or what stands in its place, can be seen. Needs style, not layout. */
export function isRendered(element: Element): boolean {
  const isSeen = read(element, 'checkVisibility')?.call(element, { visibilityProperty: true }) ?? true;
  if (isSeen || getComputedStyle(element).display !== 'contents') return isSeen;
  const around = read(element, 'parentElement');
  return around === null || isRendered(around);
}

/** Whether a reader can select the words of an element. */
export function isSelectable(element: Element): boolean {
  for (let up: Element | null = element; up; up = read(up, 'parentElement')) {
    const { userSelect, webkitUserSelect } = getComputedStyle(up);
    const select = userSelect || webkitUserSelect;
    if (select && select !== 'auto') return select !== 'none';
  }
  return true;
}

/** How an element inside a line is set, by all styles of the page. */
export const computedStyle: StyleProbe = (element) => {
  if (!element.isConnected) return ownStyle(element);
  const style = getComputedStyle(element);
  return inlineStyleOf((property) => style.getPropertyValue(property));
};

/** Whether no words stand after one node and before another that follows it. */
export function isBlankBetween(first: Node, second: Node): boolean {
  const between = new Range();
  between.setStartAfter(first);
  between.setEndBefore(second);
  return between.toString().trim() === '';
}
