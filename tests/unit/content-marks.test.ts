// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { HiddenMarks } from '../../src/content/marks.ts';

const NAME = 'data-quartz';
let marks: HiddenMarks;
let [a, b]: [Element, Element] = [document.body, document.body];

const marked = () => [...document.querySelectorAll(`[${NAME}]`)].map(({ id }) => id);

beforeEach(() => {
  document.body.replaceChildren(...['a', 'b'].map((id) => Object.assign(document.createElement('p'), { id })));
  [a, b] = [...document.body.children] as [Element, Element];
  marks = new HiddenMarks(NAME);
});

describe('marks', () => {
  test('exactly the elements that are asked for, and no copies that the page made', () => {
    marks.set(new Map([[a, 'share']]), [document]);
    document.body.append(a.cloneNode());
    marks.set(
      new Map([
        [a, 'share'],
        [b, 'related'],
      ]),
      [document],
    );
    expect(marked()).toEqual(['a', 'b']);
    expect(b.getAttribute(NAME)).toMatch(/^[a-z]{6,12}$/);
    expect(b.getAttribute(NAME)).not.toBe(a.getAttribute(NAME));
    expect(new Map(marks.values).get('related')).toBe(b.getAttribute(NAME));
    marks.set(new Map([[b, 'related']]), [document]);
    expect(marked()).toEqual(['b']);
    expect(marks.has(a)).toBe(false);
    marks.set(new Map(), [document]);
    expect(marked()).toEqual([]);
    expect(marks.isEmpty).toBe(true);
  });

  test('does not write a mark that is there: the page would be told of a change', async () => {
    marks.set(new Map([[a, 'share']]), [document]);
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(document, { attributes: true, subtree: true });
    marks.set(new Map([[a, 'share']]), [document]);
    changes.push(...observer.takeRecords());
    expect(changes).toEqual([]);
    // And it does see one.
    marks.set(new Map([[a, 'related']]), [document]);
    expect(observer.takeRecords()).toHaveLength(1);
    observer.disconnect();
  });

  test('are missed where the page took them, put back on ours, and on nothing else', () => {
    marks.set(new Map([[a, 'share']]), [document]);
    expect(marks.isMissingOn(a)).toBe(false);
    expect(marks.isMissingOn(b)).toBe(false);
    const value = a.getAttribute(NAME);
    a.removeAttribute(NAME);
    expect(marks.isMissingOn(a)).toBe(true);
    marks.markAgain(a);
    marks.markAgain(b);
    expect(a.getAttribute(NAME)).toBe(value);
    expect(marked()).toEqual(['a']);
  });

  test('cover what lies in a marked element', () => {
    const inside = document.createElement('b');
    a.append(inside);
    marks.set(new Map([[a, 'share']]), [document]);
    expect([inside, a, b].map((element) => marks.covers(element))).toEqual([true, true, false]);
  });

  test('of elements that left the document are taken off them, and of no others', () => {
    marks.set(
      new Map([
        [a, 'share'],
        [b, 'related'],
      ]),
      [document],
    );
    expect(marks.hasDetached).toBe(false);
    a.remove();
    expect(marks.hasDetached).toBe(true);
    marks.forgetDetached();
    expect(a.hasAttribute(NAME)).toBe(false);
    expect(marked()).toEqual(['b']);
    expect([...marks.elements]).toEqual([b]);
    expect(marks.hasDetached).toBe(false);
  });
});
