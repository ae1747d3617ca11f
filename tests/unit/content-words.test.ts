// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HiddenWords } from '../../src/content/words.ts';

const registry = new Map<string, Set<Range>>();
beforeAll(() => {
  // jsdom paints nothing, and has no highlights.
  Object.assign(globalThis, { Highlight: Set, CSS: { highlights: registry } });
});
beforeEach(() => {
  registry.clear();
  document.body.replaceChildren();
});

const NAME = 'quartz';
const text = (data: string): Text => {
  const node = document.createTextNode(data);
  document.body.append(node);
  return node;
};
const spansOf = (node: Text, words: string) => {
  const start = node.data.indexOf(words);
  return [{ node, start, end: start + words.length }];
};
const highlighted = () => [...(registry.get(NAME) ?? [])].map(String);

describe('words hidden in a text', () => {
  test('are highlighted, and no longer once they are shown; the text stays as it is', () => {
    const node = text('[ad_1] The tide turned. [ad_2]');
    const words = new HiddenWords(NAME);
    words.set([...spansOf(node, '[ad_1]'), ...spansOf(node, '[ad_2]')]);
    expect(highlighted()).toEqual(['[ad_1]', '[ad_2]']);
    expect(words.spans).toEqual([...spansOf(node, '[ad_1]'), ...spansOf(node, '[ad_2]')]);
    expect(node.data).toBe('[ad_1] The tide turned. [ad_2]');
    words.set([]);
    expect(registry.size).toBe(0);
    expect(words.isEmpty).toBe(true);
  });

  test.each([
    ['writes after them', (node: Text) => node.appendData(' Then more.'), ['[ad_1]']],
    ['writes before them', (node: Text) => node.insertData(0, 'So: '), ['[ad_1]']],
    ['splits the text in them', (node: Text) => void node.splitText(14), ['[ad_1]']],
    [
      'replaces the text',
      (node: Text) => {
        node.data = 'Another line';
      },
      [''],
    ],
  ])('where the page %s, no other words are hidden', (_, change, hidden) => {
    text('One. ');
    const node = text('The tide. [ad_1] It turned.');
    const words = new HiddenWords(NAME);
    words.set(spansOf(node, '[ad_1]'));
    change(node);
    expect(highlighted()).toEqual(hidden);
  });

  test('a text that the page has changed is no longer known, and is known again once it was looked at', () => {
    const node = text('The tide [ad_1]');
    const words = new HiddenWords(NAME);
    words.set(spansOf(node, '[ad_1]'));
    expect(words.has(node)).toBe(true);
    node.data = 'It turned [ad_1]';
    expect(words.has(node)).toBe(false);
    words.set(spansOf(node, '[ad_1]'));
    expect(highlighted()).toEqual(['[ad_1]']);
    expect(words.has(node)).toBe(true);
  });

  test('what stays hidden is not highlighted anew', () => {
    const node = text('The tide [ad_1]');
    const words = new HiddenWords(NAME);
    words.set(spansOf(node, '[ad_1]'));
    const [before] = registry.get(NAME) ?? [];
    words.set(spansOf(node, '[ad_1]'));
    expect([...(registry.get(NAME) ?? [])]).toEqual([before]);
    expect([...(registry.get(NAME) ?? [])][0]).toBe(before);
  });

  test('places that do not lie in the text hide nothing', () => {
    const node = text('short');
    const words = new HiddenWords(NAME);
    words.set([{ node, start: 2, end: 9 }]);
    expect(words.isEmpty).toBe(true);
  });

  test('a text that the page moves is looked at again', () => {
    const node = text('The tide [ad_1]');
    const words = new HiddenWords(NAME);
    words.set(spansOf(node, '[ad_1]'));
    document.body.append(node);
    expect(words.has(node)).toBe(false);
  });

  test('what left the document is let go', () => {
    const node = text('The tide [ad_1]');
    const words = new HiddenWords(NAME);
    words.set(spansOf(node, '[ad_1]'));
    node.remove();
    words.forgetDetached();
    expect(words.isEmpty).toBe(true);
    expect(registry.size).toBe(0);
  });
});
