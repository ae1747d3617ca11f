// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCuts } from '../../src/content/cuts.ts';

const text = (data: string): Text => {
  const node = document.createTextNode(data);
  document.body.append(node);
  return node;
};
const spansOf = (node: Text, words: string) => {
  const start = node.data.indexOf(words);
  return [{ node, start, end: start + words.length }];
};

describe('words taken out of a text node', () => {
  test('go, and come back at their places', () => {
    const node = text('[ad_1] The tide turned. [ad_2]');
    const cuts = makeCuts();
    cuts.set([
      { node, start: 24, end: 30 },
      { node, start: 0, end: 7 },
    ]);
    expect(node.data).toBe('The tide turned. ');
    cuts.set([]);
    expect(node.data).toBe('[ad_1] The tide turned. [ad_2]');
    expect(cuts.size).toBe(0);
  });

  test.each([
    ['appended', 'The tide [ad_1]', (data: string) => `${data} turned`, 'The tide [ad_1] turned'],
    ['put before', '[ad_1] The tide', (data: string) => `So:${data}`, 'So:[ad_1] The tide'],
    ['replaced', 'The tide [ad_1] turned', () => 'Another line', 'Another line'],
    ['put the words back', 'The tide [ad_1] turned', () => 'The tide [ad_1] turned', 'The tide [ad_1] turned'],
    ['wrote where nothing was left', '[ad_1]', () => 'A new line', 'A new line'],
    ['put back what was all', '[ad_1]', () => '[ad_1]', '[ad_1]'],
    [
      'changed another word',
      'Now [ad_1] then and there',
      (data: string) => data.replace('there', 'here'),
      'Now [ad_1] then and here',
    ],
  ])('the page has meanwhile %s', (_, before, change, after) => {
    const node = text(before);
    const cuts = makeCuts();
    cuts.set(spansOf(node, '[ad_1]'));
    node.data = change(node.data);
    expect(cuts.changed(node) || node.data === before).toBe(true);
    cuts.set([]);
    expect(node.data).toBe(after);
  });

  test('a selection in the rest of the text stays where it was', () => {
    const node = text('[ad_1] The tide turned.');
    const range = document.createRange();
    range.setStart(node, node.data.indexOf('tide'));
    range.setEnd(node, node.data.indexOf('turned'));
    const cuts = makeCuts();
    cuts.set(spansOf(node, '[ad_1] '));
    expect(range.toString()).toBe('tide ');
    cuts.set([]);
    expect(range.toString()).toBe('tide ');
  });

  test('places in the text as the page wrote it are places in what is left', () => {
    const node = text('ab[x]cd[y]ef');
    const cuts = makeCuts();
    cuts.set([...spansOf(node, '[x]'), ...spansOf(node, '[y]')]);
    expect([0, 2, 4, 5, 7, 10, 12].map((place) => cuts.placeNow(node, place))).toEqual([0, 2, 2, 2, 4, 4, 6]);
  });

  test('any cuts in any texts, suspended, changed and resumed, leave nothing behind', () => {
    const words = fc.array(fc.tuple(fc.stringMatching(/^[a-z ]{0,6}$/), fc.boolean()), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        words,
        fc.array(fc.constantFrom('set', 'clear', 'suspend', 'resume', 'same'), { maxLength: 12 }),
        (parts, steps) => {
          const node = document.createTextNode(parts.map(([part]) => part).join(''));
          const before = node.data;
          let at = 0;
          const spans = parts.flatMap(([part, cut]) => {
            const start = at;
            at += part.length;
            return cut && part !== '' ? [{ node, start, end: at }] : [];
          });
          const left = parts.map(([part, cut]) => (cut ? '' : part)).join('');
          const cuts = makeCuts();
          let suspended = false;
          let wanted = false;
          for (const step of steps) {
            if (step === 'set') cuts.set(spans);
            if (step === 'clear') cuts.set([]);
            if (step === 'suspend') cuts.suspend();
            if (step === 'resume') cuts.resume();
            if (step === 'set' || step === 'clear') wanted = step === 'set';
            if (step === 'suspend' || step === 'resume') suspended = step === 'suspend';
            expect(node.data).toBe(wanted && !suspended ? left : before);
          }
          cuts.set([]);
          expect(node.data).toBe(before);
        },
      ),
      { numRuns: 500 },
    );
  });
});
