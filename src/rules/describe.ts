/**
 * From a picked element to a description that finds its like on other pages of the Site, also after the Site's next
 * change, and nothing else. What somebody named comes first (ids, classes, roles), then what the element holds, then what it
 * is called, and its mere place last.
 */
import { attribute, findAll, read } from '../engine/dom.ts';
import { labelOf } from './label.ts';
import type { Description } from './rule.ts';
import { beginningOf, type Worth, worthOf } from './words.ts';

/** Something of an element that a selector can ask for. */
interface Mark {
  readonly selector: string;
  readonly worth: Worth;
  /** For the choice between two that are worth the same: the longer one says more. */
  readonly length: number;
}

type Root = Document | ShadowRoot;

/** Attributes that say what an element is for. */
const TELLING =
  /^(?:role|itemprop|itemtype|name|type|rel|aria-label|data-(?:test-?id|qa|component|module|widget|block|type|role|name|section|region|ad[\w-]*))$/;
const LONGEST_VALUE = 60;
/** A `rel` that says how a link is to be followed, not what it is. */
const FOR_MACHINES = /^(?:(?:no\w+|opener|external|ugc)\s*)+$/;
/** Tags that say by themselves what they hold. */
const SPEAKING = /^(?:nav|aside|footer|header|form|iframe|video|audio|ins|dialog|figure|table|details|[a-z]+-[a-z-]+)$/;
/** Children that are looked at for what an element is known by. */
const MOST_CHILDREN = 4;

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
const rootOf = (element: Element) => read(element, 'getRootNode').call(element) as Root;
const tagOf = (element: Element) => read(element, 'localName');

/** How this piece is found again, here and on the Site's other pages. */
export function describe(element: Element): Description {
  const path: string[] = [];
  let label: string | null = null;
  for (let at: Element | null = element; at; ) {
    const root = rootOf(at);
    const own =
      at === element ? describeIn(root, at) : { selector: selectorOf(root, at) ?? placeOf(root, at), label: null };
    label ??= own.label;
    path.unshift(own.selector);
    at = 'host' in root ? (root as ShadowRoot).host : null;
  }
  return { path, label };
}

function describeIn(root: Root, element: Element): { selector: string; label: string | null } {
  const selector = selectorOf(root, element);
  if (selector) return { selector, label: null };
  const label = labelOf(element);
  const simple = inside(root, element, '');
  return label ? { selector: simple, label } : { selector: placeOf(root, element), label: null };
}

/** By marks of the element's own, or of what it holds. `null` where these find others than its like. */
function selectorOf(root: Root, element: Element): string | null {
  const tag = tagOf(element);
  const marks = marksOf(element);
  const like = new Set(findAll(root, tag).filter((other) => isLike(other, marks)));
  const fits = (selector: string) => {
    const found = findAll(root, selector);
    return found.includes(element) && found.every((other) => like.has(other));
  };
  const own = ranked(root, tag, marks);
  const alone = own.map(({ selector }) => `${tag}${selector}`);
  const pairs = own.slice(1).map(({ selector }) => `${tag}${own[0]?.selector}${selector}`);
  const within = [...own.map(({ selector }) => selector), ...(SPEAKING.test(tag) ? [''] : [])].map((selector) =>
    inside(root, element, selector),
  );
  const holding = contentsOf(element).map((selector) => inside(root, element, `:has(> ${selector})`));
  return [...alone, ...pairs, ...within, ...holding].find(fits) ?? null;
}

/** The best first: rare ones of those that are worth the same, and of those that are as rare the one that says most. */
function ranked(root: Root, tag: string, marks: readonly Mark[]): Mark[] {
  const count = new Map(marks.map((mark) => [mark, findAll(root, `${tag}${mark.selector}`).length]));
  const countOf = (mark: Mark) => count.get(mark) ?? 0;
  return marks.toSorted((a, b) => b.worth - a.worth || countOf(a) - countOf(b) || b.length - a.length);
}

/** Has the marks that this one has. */
const isLike = (other: Element, marks: readonly Mark[]): boolean => {
  const theirs = new Set(marksOf(other).map(({ selector }) => selector));
  return marks.every(({ selector }) => theirs.has(selector));
};

/** Whether somebody gave it a name to go by. */
export const isNamed = (element: Element): boolean => marksOf(element).some(({ worth }) => worth === 2);

function marksOf(element: Element): Mark[] {
  const marks: Mark[] = [];
  const add = (selector: string, worth: Worth, length: number) => {
    if (worth > 0) marks.push({ selector, worth, length });
  };
  const id = attribute(element, 'id') ?? '';
  // An id is there once, so it says more than any class.
  add(`#${id}`, worthOf(id), 100);
  const words = (attribute(element, 'class') ?? '').split(/\s+/).filter((word) => word !== '');
  for (const word of words) add(`.${word}`, worthOf(word), word.length);
  for (const name of read(element, 'getAttributeNames').call(element)) {
    const value = attribute(element, name) ?? '';
    const tells = TELLING.test(name) && !(name === 'rel' && FOR_MACHINES.test(value));
    if (tells && value !== '' && value.length <= LONGEST_VALUE && !/[\n\d]/.test(value))
      add(`[${name}=${quoted(value)}]`, 1, value.length);
  }
  const source = attribute(element, 'src') ?? '';
  const origin = /^(?:https?:)?\/\/[^/?#]+\//.exec(source)?.[0];
  if (origin && tagOf(element) === 'iframe') add(`[src^=${quoted(origin)}]`, 1, origin.length);
  if (marks.length > 0) return marks;
  const beginning = beginningOf(id);
  if (beginning) add(`[id^=${quoted(beginning)}]`, 1, beginning.length);
  for (const word of words) {
    const part = beginningOf(word);
    if (part) add(`[class*=${quoted(part)}]`, 1, part.length);
  }
  return marks;
}

/** The nearest element around that has a name, and from there to the element. */
function inside(root: Root, element: Element, selector: string): string {
  const own = `${tagOf(element)}${selector}`;
  const parent = read(element, 'parentElement');
  const anchor = anchorOf(root, parent);
  return anchor ? `${anchor.selector}${anchor.element === parent ? ' > ' : ' '}${own}` : own;
}

function anchorOf(root: Root, from: Element | null): { element: Element; selector: string } | null {
  for (let up = from; up && !/^(?:body|html)$/.test(tagOf(up)); up = read(up, 'parentElement')) {
    const [best] = ranked(root, '', marksOf(up));
    if (best) return { element: up, selector: best.selector };
    if (/^(?:main|article)$/.test(tagOf(up))) return { element: up, selector: tagOf(up) };
  }
  return null;
}

/** What an element holds that tells it apart. Not of one with words of its own: others hold the same among other words. */
function contentsOf(element: Element): string[] {
  if ([...read(element, 'childNodes')].some((node) => read(node, 'nodeType') === 3 && /\S/.test((node as Text).data)))
    return [];
  return [...read(element, 'children')].slice(0, MOST_CHILDREN).flatMap((child) => {
    const tag = tagOf(child);
    const marks = marksOf(child)
      .filter(({ worth }) => worth === 2)
      .toSorted((a, b) => b.length - a.length);
    return [...marks.map(({ selector }) => `${tag}${selector}`), ...(SPEAKING.test(tag) ? [tag] : [])];
  });
}

/** By its place under the nearest element with a name: what is left where nothing says what it is. */
function placeOf(root: Root, element: Element): string {
  const anchor = anchorOf(root, read(element, 'parentElement'));
  let steps = '';
  for (let up: Element | null = element; up && up !== anchor?.element; up = read(up, 'parentElement')) {
    const tag = tagOf(up);
    let place = 1;
    for (let before = read(up, 'previousElementSibling'); before; before = read(before, 'previousElementSibling'))
      if (tagOf(before) === tag) place++;
    steps = `${steps === '' ? '' : ' > '}${steps}`;
    steps = `${tag}:nth-of-type(${place})${steps}`;
  }
  return anchor ? `${anchor.selector} > ${steps}` : steps;
}
