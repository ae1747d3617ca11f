/** The quotations and list items that Parts stand in. */
import { upwards } from './boxes.ts';
import { attribute, findFirst, parentOf, read } from './dom.ts';
import type { Box, PartContainer } from './types.ts';

const ITEM_TAGS = /^(?:li|dt|dd)$/;
const LIST_TAGS = /^(?:ul|ol|dl|menu|dir)$/;
/** What a task in a list is called. */
const TASK_WORDS = /(?:^|[\s_-])(?:task|todo|check)/;

/** Knows what it has answered before. */
export class PartContainers {
  private readonly boxOf: ReadonlyMap<Element, Box>;
  /** What is around it counts for nothing: it holds all Parts. */
  private readonly edge: Box | null;
  private readonly known = new Map<Box, PartContainer | null>();
  /** By list, the item that a Part was in last. */
  private readonly lastItems = new Map<Box, PartContainer>();

  constructor(boxes: readonly Box[], edge: Box | null) {
    this.boxOf = new Map(boxes.map((box) => [box.element, box]));
    this.edge = edge;
  }

  /** From the outside in. To be asked in the order of the Parts: a list right inside of a list is in the item before it. */
  around(box: Box): PartContainer[] {
    const found: PartContainer[] = [];
    const up = [...upwards(box)];
    const end = this.edge ? up.indexOf(this.edge) : -1;
    const inside = (end < 0 ? up : up.slice(0, end)).reverse();
    for (const [at, one] of inside.entries()) {
      const container = this.containerOf(one);
      const list = LIST_TAGS.test(one.tag) && inside[at - 1] && LIST_TAGS.test(inside[at - 1]?.tag ?? '');
      const before = list ? this.lastItems.get(inside[at - 1] as Box) : undefined;
      if (before) found.push(before);
      if (!container) continue;
      found.push(container);
      if (container.kind === 'item') this.lastItems.set(listAround(one), container);
    }
    return found;
  }

  private containerOf(box: Box): PartContainer | null {
    let container = this.known.get(box);
    if (container === undefined) {
      container = this.made(box);
      this.known.set(box, container);
    }
    return container;
  }

  private made(box: Box): PartContainer | null {
    if (box.tag === 'blockquote') return { kind: 'quote', id: box.index, list: -1, number: null };
    if (!ITEM_TAGS.test(box.tag)) return null;
    // What a term means stands with the term.
    const item = box.tag === 'dd' ? this.termOf(box) : box;
    const isDone = box.tag === 'li' ? isTicked(box.element) : null;
    return {
      kind: 'item',
      id: item.index,
      list: listAround(box).index,
      number: box.tag === 'li' ? numberOf(box) : null,
      ...(isDone !== null && { isDone }),
    };
  }

  private termOf(meaning: Box): Box {
    for (let at = read(meaning.element, 'previousElementSibling'); at; at = read(at, 'previousElementSibling'))
      if (at.localName === 'dt') return this.boxOf.get(at) ?? meaning;
    return meaning;
  }
}

const listAround = (item: Box): Box => [...upwards(item.parent)].find(({ tag }) => LIST_TAGS.test(tag)) ?? item;

/** The number of an item in a numbered list; `null` in other lists. */
function numberOf({ element, parent }: Box): number | null {
  if (parent?.tag !== 'ol') return null;
  const items = [...parent.element.children].filter(({ localName }) => localName === 'li');
  const step = attribute(parent.element, 'reversed') === null ? 1 : -1;
  let number = integer(parent.element, 'start') ?? (step > 0 ? 1 : items.length);
  for (const item of items) {
    number = integer(item, 'value') ?? number;
    if (item === element) break;
    number += step;
  }
  return number;
}

function integer(element: Element, name: string): number | null {
  const value = Number.parseInt(attribute(element, name) ?? '', 10);
  return Number.isNaN(value) ? null : value;
}

/** Whether a task is done; `null` where it is no task, but a field of a form. */
function isTicked(item: Element): boolean | null {
  const box = findFirst(item, 'input[type="checkbox"]');
  if (!box || closestItem(box) !== item) return null;
  const isTask = attribute(box, 'disabled') !== null || TASK_WORDS.test(attribute(item, 'class') ?? '');
  return isTask ? attribute(box, 'checked') !== null : null;
}

function closestItem(element: Element): Element | null {
  let up = parentOf(element);
  while (up && up.localName !== 'li') up = parentOf(up);
  return up;
}
