/**
 * From a picked element to a description that finds its like on other pages of the Site, also after the Site's next
 * change, and nothing else. What somebody named comes first (ids, classes, roles), then what the element holds, then what it
 * is called, and its mere place last.
 */
import { attribute, findAll, parentOf, read } from '../engine/dom.ts';
import { collapsedText } from '../engine/whitespace.ts';
import { hasLabel, labelOf } from './label.ts';
import type { Description } from './rule.ts';
import { namesAmong, partsInCommon, type Worth, worthOf } from './words.ts';

/** A part of an element that a selector can match. */
interface ElementMark {
  readonly selector: string;
  readonly worth: Worth;
  /** Of two that are worth the same, the longer one is taken. */
  readonly length: number;
}

type SelectorRoot = Document | ShadowRoot;

/** Attributes that say what an element is for. */
const TELLING =
  /^(?:role|itemprop|itemtype|name|type|rel|aria-label|data-(?:test-?id|qa|component|module|widget|block|type|role|name|section|region|ad[\w-]*))$/;
const MAX_ATTRIBUTE_CHARS = 60;
/** A `rel` that says how a link is to be followed, not what it is. */
const FOR_MACHINES = /^(?:(?:no\w+|opener|external|ugc)\s*)+$/;
/** Tags that say by themselves what they hold. */
const SPEAKING =
  /^(?:nav|aside|footer|header|form|iframe|video|audio|ins|dialog|figure|table|details|blockquote|[a-z]+-[a-z-]+)$/;
/** Tags that the article uses itself. */
const CONTENT = /^(?:figure|table|video|audio|details|blockquote)$/;
/** What can stand for a place on the page though nobody named it. */
const LANDMARKS = /^(?:main|article|aside|nav|header|footer)$/;
/** What a template puts a box around, and another around that. */
const BOX = /^(?:div|section|ul|ol|table|form|iframe|ins|figure|[a-z]+-[a-z-]+)$/;
/** Children that are looked at for what an element is known by. */
const MAX_CHILDREN = 4;

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
const rootOf = (element: Element) => read(element, 'getRootNode').call(element) as SelectorRoot;
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

function describeIn(root: SelectorRoot, element: Element): { selector: string; label: string | null } {
  const named = selectorOf(root, element);
  if (named) return { selector: named, label: null };
  const label = labelOf(element);
  if (!label) return { selector: placeOf(root, element), label: null };
  const parent = parentOf(element);
  // What is all that its paragraph says is something else in the middle of a sentence, or at the end of a list's item.
  const isAlone = parent !== null && !BOX.test(tagOf(element)) && collapsedText(parent) === collapsedText(element);
  const made = `${openingOf(element, label)}${isAlone ? ':only-child' : ''}`;
  const selectors = insides(root, element, made, isAlone ? parent : null);
  const isIt = (found: readonly Element[]) => found.length === 1 && found[0] === element;
  const fitting = selectors.find((one) => isIt(findAll(root, one).filter((other) => hasLabel(other, label))));
  return { selector: fitting ?? (selectors.at(-1) as string), label };
}

/** What the words before links stand in, `Read also:` in bold: a sentence may begin with the same words. */
function openingOf(element: Element, label: string): string {
  const first = /[:：]…$/.test(label) ? [...read(element, 'childNodes')].find(isSaid) : undefined;
  return first && read(first, 'nodeType') === 1 ? `:has(> ${tagOf(first as Element)})` : '';
}

const isSaid = (node: Node) => read(node, 'nodeType') === 1 || /\S/.test(read(node, 'nodeValue') ?? '');

/** By marks of the element's own, or of what it holds. `null` where these find others than its like. */
function selectorOf(root: SelectorRoot, element: Element): string | null {
  const tag = tagOf(element);
  const marks = marksOf(element);
  const like = new Set(findAll(root, tag).filter((other) => isLike(other, element, marks)));
  const fits = (selector: string) => {
    const found = findAll(root, selector);
    return found.includes(element) && found.every((other) => like.has(other));
  };
  const own = ranked(root, tag, marks);
  const alone = own.map(({ selector }) => `${tag}${selector}`);
  const pairs = own.slice(1).map(({ selector }) => `${tag}${own[0]?.selector}${selector}`);
  const bare = SPEAKING.test(tag) && !CONTENT.test(tag) ? [''] : [];
  const within = [...own.map(({ selector }) => selector), ...bare].flatMap((one) => insides(root, element, one));
  const holding = contentsOf(element).flatMap((selector) => insides(root, element, `:has(> ${selector})`));
  return [...alone, ...pairs, ...within, ...holding].find(fits) ?? null;
}

/** The best first: by worth, then the rarer ones, then the longer ones. */
function ranked(root: SelectorRoot, tag: string, marks: readonly ElementMark[]): ElementMark[] {
  const count = new Map(marks.map((mark) => [mark, findAll(root, `${tag}${mark.selector}`).length]));
  const countOf = (mark: ElementMark) => count.get(mark) ?? 0;
  return marks.toSorted((a, b) => b.worth - a.worth || countOf(a) - countOf(b) || b.length - a.length);
}

/** Has the marks that this one has; where there are none, holds the same. */
function isLike(other: Element, element: Element, marks: readonly ElementMark[]): boolean {
  if (marks.length === 0) return `${contentsOf(other)}` === `${contentsOf(element)}`;
  const theirs = new Set(marksOf(other).map(({ selector }) => selector));
  return marks.every(({ selector }) => theirs.has(selector));
}

/** Whether the element has a class, an id or a role that somebody chose. */
export const isNamed = (element: Element): boolean => marksOf(element).some(({ worth }) => worth === 2);

function marksOf(element: Element): ElementMark[] {
  const marks: ElementMark[] = [];
  const add = (selector: string, worth: Worth, length: number) => {
    if (worth > 0) marks.push({ selector, worth, length });
  };
  const id = attribute(element, 'id') ?? '';
  // An id is unique, so it is better than any class.
  add(`#${id}`, worthOf(id), 100);
  const words = namesAmong((attribute(element, 'class') ?? '').split(/\s+/).filter((word) => word !== ''));
  for (const word of words) add(`.${word}`, worthOf(word), word.length);
  for (const name of read(element, 'getAttributeNames').call(element)) {
    const value = attribute(element, name) ?? '';
    const tells = TELLING.test(name) && !(name === 'rel' && FOR_MACHINES.test(value));
    if (tells && value !== '' && value.length <= MAX_ATTRIBUTE_CHARS && !/[\n\d]/.test(value))
      add(`[${name}=${quoted(value)}]`, 1, value.length);
  }
  const address = addressOf(element, 'src');
  if (address && tagOf(element) === 'iframe') add(address, 1, address.length);
  if (marks.length > 0) return marks;
  const [beginning] = partsInCommon(id);
  if (beginning) add(`[id^=${quoted(beginning)}]`, 1, beginning.length);
  for (const word of words) {
    const parts = partsInCommon(word);
    if (parts.length > 0) add(parts.map((part) => `[class*=${quoted(part)}]`).join(''), 1, parts.join('').length);
  }
  if (address && marks.length === 0 && tagOf(element) === 'img') add(address, 1, address.length);
  return marks;
}

/** Matches the beginning of an address: the host, or the first folder of the path. */
function addressOf(element: Element, name: 'src' | 'href'): string | null {
  const beginning = /^(?:(?:https?:)?\/\/[^/?#]+)?\/(?:[A-Za-z-]+\/)?/.exec(attribute(element, name) ?? '')?.[0] ?? '/';
  return beginning === '/' ? null : `[${name}^=${quoted(beginning)}]`;
}

/**
 * From the nearest element around that has a name. First anywhere in it, where a box is meant: the next template may have
 * another around that. Then where it is now.
 */
function insides(root: SelectorRoot, element: Element, selector: string, through: Element | null = null): string[] {
  const parent = parentOf(element);
  const anchor = anchorOf(root, parent);
  const own = `${through && through !== anchor?.element ? `${tagOf(through)} > ` : ''}${tagOf(element)}${selector}`;
  if (!anchor) return [own];
  const anywhere = `${anchor.selector} ${own}`;
  if (anchor.element !== parent) return [anywhere];
  return [...(BOX.test(tagOf(element)) ? [anywhere] : []), `${anchor.selector} > ${own}`];
}

function anchorOf(root: SelectorRoot, from: Element | null): { element: Element; selector: string } | null {
  for (let up = from; up && !/^(?:body|html)$/.test(tagOf(up)); up = parentOf(up)) {
    const [best] = ranked(root, '', marksOf(up));
    if (best) return { element: up, selector: best.selector };
    if (LANDMARKS.test(tagOf(up))) return { element: up, selector: tagOf(up) };
  }
  return null;
}

/** A link without words. */
const isPicture = (element: Element) => tagOf(element) === 'a' && collapsedText(element) === '';

/** What an element holds that tells it apart. Not of one with words of its own: others hold the same among other words. */
function contentsOf(element: Element): string[] {
  if ([...read(element, 'childNodes')].some((node) => read(node, 'nodeType') === 3 && isSaid(node))) return [];
  return [...read(element, 'children')].slice(0, MAX_CHILDREN).flatMap((child) => {
    const tag = tagOf(child);
    const marks = marksOf(child)
      .filter(({ worth }) => worth === 2)
      .toSorted((a, b) => b.length - a.length);
    const address = /^(?:iframe|img)$/.test(tag)
      ? addressOf(child, 'src')
      : isPicture(child)
        ? addressOf(child, 'href')
        : null;
    return [
      ...marks.map(({ selector }) => `${tag}${selector}`),
      ...(address ? [`${tag}${address}`] : []),
      ...(SPEAKING.test(tag) ? [tag] : []),
    ];
  });
}

/** The last resort: the element's place under the nearest element with a name. */
function placeOf(root: SelectorRoot, element: Element): string {
  const anchor = anchorOf(root, parentOf(element));
  let steps = '';
  for (let up: Element | null = element; up && up !== anchor?.element; up = parentOf(up)) {
    const tag = tagOf(up);
    let place = 1;
    for (let before = read(up, 'previousElementSibling'); before; before = read(before, 'previousElementSibling'))
      if (tagOf(before) === tag) place++;
    steps = `${steps === '' ? '' : ' > '}${steps}`;
    steps = `${tag}:nth-of-type(${place})${steps}`;
  }
  return anchor ? `${anchor.selector} > ${steps}` : steps;
}
