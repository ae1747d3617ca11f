/**
 * Methods of nodes, past anything on the page that is named like them: a form's fields and a document's named elements
 * hide what they share a name with (`<input name=setAttribute>`). See also `engine/dom.ts`.
 */

const method = <T extends object, K extends keyof T>(node: T, name: K): T[K] =>
  Reflect.get(Object.getPrototypeOf(node), name, node);

export const setAttribute = (element: Element, name: string, value: string): void =>
  method(element, 'setAttribute').call(element, name, value);

export const removeAttribute = (element: Element, name: string): void =>
  method(element, 'removeAttribute').call(element, name);

export const closest = (element: Element, selector: string): Element | null =>
  method(element, 'closest').call(element, selector);

export const contains = (node: Node, other: Node): boolean => method(node, 'contains').call(node, other);

export const queryAll = (root: ParentNode & object, selector: string): Element[] =>
  Array.from(method(root, 'querySelectorAll').call(root, selector));

/** Where the element stands in the window. Makes the browser lay out the page. */
export const rectOf = (element: Element): DOMRect => method(element, 'getBoundingClientRect').call(element);

/** The open shadow root that a node stands in, if any. */
export function shadowRootOf(node: Node): ShadowRoot | null {
  const root = method(node, 'getRootNode').call(node);
  return root.nodeType === 11 && 'host' in root ? (root as ShadowRoot) : null;
}

/** Whether the element is rendered. Needs style, not layout. */
export const checkVisibility = (element: Element): boolean =>
  // What runs the engine without a rendering, such as a test, has no such method.
  method(element, 'checkVisibility')?.call(element) ?? true;
