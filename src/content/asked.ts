import { attribute, closest, holds, read } from '../engine/dom.ts';
import { isBlankBetween, queryAll } from './nodes.ts';

/** What a control on the page opens or belongs to, by id. */
const NAMING_ATTRIBUTES = ['for', 'aria-controls', 'commandfor', 'popovertarget', 'data-target', 'data-bs-target'];
const CONTROLS = ['label[for]', ...NAMING_ATTRIBUTES.slice(1).map((name) => `[${name}]`)].join(',');

/**
 * What the reader asked for by an address, a link or a control on the page (`#comments`): it is shown, whatever it is. The places are
 * kept by name, because a page may not have them yet.
 */
export class AskedPlaces {
  readonly #document: Document;
  readonly #names = new Set<string>();

  constructor(document: Document) {
    this.#document = document;
    this.askForAddress();
  }

  /** The address names a place. @returns whether it was not known */
  askForAddress(): boolean {
    return this.#ask(new URL(read(this.#document, 'URL')).hash);
  }

  /** Something was clicked. @returns whether it leads to a place on this page that was not known */
  askForClicked(clicked: Element): boolean {
    const before = this.#names.size;
    const control = closest(clicked, CONTROLS);
    for (const name of control ? NAMING_ATTRIBUTES : [])
      for (const id of (control && attribute(control, name))?.match(/[^\s#]+/g) ?? []) this.#names.add(id);
    return this.#askForLink(clicked) || this.#names.size > before;
  }

  #askForLink(clicked: Element): boolean {
    const link = closest(clicked, 'a[href*="#"],area[href*="#"]');
    if (!link) return false;
    const here = read(this.#document, 'URL');
    const url = URL.parse(attribute(link, 'href') ?? '', read(this.#document, 'baseURI'));
    return url !== null && withoutHash(url.href) === withoutHash(here) && this.#ask(url.hash);
  }

  /** Elements that were asked for. An address may quote words (`#:~:text=`): only the browser knows where they stand. */
  get elements(): Element[] {
    const named = [...this.#names].map((name) => placeNamed(this.#document, name)).filter((place) => place !== null);
    return [...queryAll(this.#document, ':target'), ...named];
  }

  #ask(hash: string): boolean {
    const before = this.#names.size;
    if (hash.length > 1) this.#names.add(nameIn(hash));
    return this.#names.size > before;
  }
}

const withoutHash = (url: string) => url.replace(/#.*/s, '');

function nameIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

function placeNamed(document: Document, name: string): Element | null {
  const named = read(document, 'getElementsByName').call(document, name);
  return read(document, 'getElementById').call(document, name) ?? [...named].find(isAnchor) ?? null;
}

const isAnchor = ({ localName }: Element): boolean => localName === 'a';

/**
 * Whether hiding the element would hide a place that was asked for.
 *
 * @param article part of the article: a place that holds it is the page itself, and asks for nothing
 */
export function isAskedFor(element: Element, place: Element, article: Element | null): boolean {
  if (holds(element, place)) return true;
  if (holds(place, element)) return !article || !holds(place, article);
  return isEmpty(place) && follows(element, place);
}

/** `<a name="comments"></a>` stands before what it names. */
const isEmpty = (place: Element): boolean => read(place, 'textContent')?.trim() === '';

function follows(element: Element, place: Element): boolean {
  const order = read(place, 'compareDocumentPosition').call(place, element);
  return (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && isBlankBetween(place, element);
}
