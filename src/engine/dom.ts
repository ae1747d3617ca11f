/**
 * Safe access to the DOM of any page. A form's fields and a document's named elements hide properties of the same name
 * (`<input name=firstChild>`), so forms and documents are read through their prototype.
 */

const prototypeOf = Object.getPrototypeOf;

/** The browser's own getters of node properties. No page can replace them. */
const getters = new Map<PropertyKey, (() => unknown) | null>();

function getterOf(node: Node, key: PropertyKey): (() => unknown) | null {
  let its = prototypeOf(node);
  while (its && !Object.hasOwn(its, 'nodeType')) its = prototypeOf(its);
  return (its && Object.getOwnPropertyDescriptor(its, key)?.get) ?? null;
}

/** Reads `node[key]`, whatever elements on the page are named `key`. */
export function read<T extends Node, K extends keyof T>(node: T, key: K): T[K] {
  let getter = getters.get(key);
  if (getter === undefined) {
    getter = getterOf(node, key);
    getters.set(key, getter);
  }
  return getter ? (getter.call(node) as T[K]) : Reflect.get(prototypeOf(node), key, node);
}

/** Safe for forms. */
export const parentOf = (node: Node): HTMLElement | null => read(node, 'parentElement');

let getAttribute: Element['getAttribute'] | undefined;

/** The attribute's value, or `null`. Safe for forms. */
export function attribute(element: Element, name: string): string | null {
  getAttribute ??= prototypeOf(element).getAttribute as Element['getAttribute'];
  return getAttribute.call(element, name);
}

/** `URL.parse` parses once and does not throw. Node 20 does not have it. */
const parsed = (href: string, base: string): URL | null =>
  URL.parse ? URL.parse(href, base) : URL.canParse(href, base) ? new URL(href, base) : null;

/** An absolute http or https URL, or `null` for anything else. */
export function webUrl(href: string | null | undefined, base: string): URL | null {
  const url = href ? parsed(href, base) : null;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : null;
}

/** The host of an address as in `Page.host`. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^www\./, '');

/** All matches in document order; none for a selector that the platform does not know. Safe for forms and documents. */
export function findAll(root: Document | Element | ShadowRoot, selector: string): Element[] {
  try {
    return [...prototypeOf(root).querySelectorAll.call(root, selector)];
  } catch {
    return [];
  }
}

/** The first match, for a selector that every platform knows. Safe for forms. */
export const findFirst = (root: Element, selector: string): Element | null =>
  prototypeOf(root).querySelector.call(root, selector);

/** `outer.contains(inner)`. Safe for forms. */
export const holds = (outer: Node, inner: Node): boolean => prototypeOf(outer).contains.call(outer, inner);

/** A node stands before another in the document, and is not around it. */
export const isBefore = (node: Node, other: Node): boolean =>
  (read(node, 'compareDocumentPosition').call(node, other) & 4) !== 0 && !holds(node, other);

/** The nearest match, from the element itself upwards. Safe for forms. */
export const closest = (element: Element, selector: string): Element | null =>
  prototypeOf(element).closest.call(element, selector);

/** Lower-case tag name. Only a form can have a field that hides the property. */
export function tagOf(element: Element): string {
  const name: unknown = element.localName;
  return typeof name === 'string' ? name : 'form';
}
