const FIELDS = 'button,fieldset,input,object,output,select,textarea,img';
const NAMED = 'embed[name],form[name],iframe[name],img[name],object[id],object[name]';

const read = <T extends Node, K extends keyof T>(node: T, key: K): T[K] =>
  Reflect.get(Object.getPrototypeOf(node), key, node);

/** jsdom's own selectors read these of elements as a page would: it would fail or go round in circles, not the engine. */
export const TRIPS_JSDOM: ReadonlySet<string> = new Set(['localName', 'nodeType', 'ownerDocument', 'parentNode']);

/** Lets `key` of an object be the element, as a browser does whatever the object has of that name. */
const hide = (object: object, key: string | null, element: Element, all: boolean) => {
  // A document's location is the one property that cannot be hidden.
  if (key && key !== 'location' && (all || !TRIPS_JSDOM.has(key)))
    Object.defineProperty(object, key, { configurable: true, get: () => element });
};

/**
 * What browsers do and jsdom does not: a form's fields hide the form's own properties of the same name, and named forms,
 * pictures and frames hide the document's.
 *
 * @param all also names that trip jsdom's selectors: for what uses none
 */
export function clobber(document: Document, all = false): void {
  const byId = new Map<string, Element>();
  const forms = [...document.getElementsByTagName('form')];
  for (const form of forms) byId.set(form.getAttribute('id') ?? '', form);
  const fields = [...document.querySelectorAll(FIELDS)].map((field) => {
    const owner = field.getAttribute('form');
    return { field, form: owner === null ? field.closest('form') : byId.get(owner) };
  });
  const named = [...document.querySelectorAll(NAMED)];
  for (const { field, form } of fields) {
    if (!form) continue;
    for (const key of ['id', 'name'])
      hide(form, read(field, 'attributes').getNamedItem(key)?.value ?? null, field, all);
  }
  for (const element of named)
    for (const key of ['id', 'name'])
      hide(document, read(element, 'attributes').getNamedItem(key)?.value ?? null, element, all);
}
