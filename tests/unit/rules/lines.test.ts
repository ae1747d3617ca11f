import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLUTTER_KINDS } from '../../../src/engine/types.ts';
import { RuleSyntaxError } from '../../../src/rules/cursor.ts';
import { parseRule, ruleOf } from '../../../src/rules/parse.ts';
import { printRule } from '../../../src/rules/print.ts';
import type { Rule } from '../../../src/rules/rule.ts';

test.each<[line: string, rule: object]>([
  ['example.com hide aside > section.promo', { verb: 'hide', piece: { path: ['aside > section.promo'], label: null } }],
  ['example.com show .more "Read next"', { verb: 'show', piece: { path: ['.more'], label: 'Read next' } }],
  ['example.com show "[ad_1]"', { verb: 'show', piece: { path: [], label: '[ad_1]' } }],
  [
    'example.com hide news-card >>> div[id^="slot-"]:has(> iframe)',
    { verb: 'hide', piece: { path: ['news-card', 'div[id^="slot-"]:has(> iframe)'], label: null } },
  ],
  ['example.com hide p "He said \\"no\\" \\\\"', { verb: 'hide', piece: { path: ['p'], label: 'He said "no" \\' } }],
  ['example.com keep comments', { verb: 'keep', kind: 'comments' }],
  ['example.com/a/b?c=d not-copy', { page: '/a/b?c=d', verb: 'not-copy' }],
  ['example.com/a?utm_source=x copy', { page: '/a', verb: 'copy' }],
  ['example.com/ original https://a.test/b', { page: '/', verb: 'original', url: 'https://a.test/b' }],
  [
    '  www.EXAMPLE.com.   article   main  div.text ',
    { verb: 'article', piece: { path: ['main div.text'], label: null } },
  ],
])('%s', (line, rule) => {
  expect(parseRule(line)).toEqual({ site: 'example.com', page: null, ...rule });
});

test.each(['', '   ', '# a remark', '  # example.com copy'])('nothing in %j', (line) => {
  expect(parseRule(line)).toBeNull();
});

test.each<[line: string, reason: string, start: number, end: number]>([
  ['exa mple.com copy', 'verb', 4, 12],
  ['https://example.com copy', 'site', 0, 19],
  ['user@example.com copy', 'site', 0, 16],
  ['example.com', 'verb', 11, 11],
  ['example.com remove p', 'verb', 12, 18],
  ['example.com copy it', 'more', 17, 19],
  ['example.com keep everything', 'kind', 17, 27],
  ['example.com keep comments too', 'more', 26, 29],
  ['example.com hide', 'piece', 16, 16],
  ['example.com hide p:hover', 'piece', 18, 24],
  ['example.com hide p, div', 'piece', 18, 23],
  ['example.com hide p{} * {display:none}', 'piece', 18, 37],
  ['example.com hide p "open', 'piece', 19, 24],
  ['example.com hide "words"', 'label', 17, 24],
  ['example.com article ".', 'piece', 20, 22],
  ['example.com original javascript:alert(1)', 'address', 21, 40],
  ['example.com original https://me:pw@a.test/', 'address', 21, 42],
  [`example.com hide ${'p '.repeat(400)}p`, 'long', 17, 818],
])('what is wrong with %s', (line, reason, start, end) => {
  let problem: unknown;
  try {
    parseRule(line);
  } catch (error) {
    problem = error;
  }
  expect(problem).toBeInstanceOf(RuleSyntaxError);
  expect(problem).toMatchObject({ reason, start, end });
});

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const compound = fc
  .tuple(
    fc.option(word, { nil: '' }),
    fc.array(
      fc.oneof(
        word.map((name) => `.${name}`),
        word.map((name) => `#${name}`),
        fc
          .tuple(word, fc.stringMatching(/^[^\\"\n\r\u2028\u2029]{0,9}$/))
          .map(([name, value]) => `[${name}^="${value}"]`),
        fc.constantFrom(':first-child', ':nth-of-type(12)', ':has(> a.b)', ':not(.c)'),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([tag, parts]) => tag + parts.join(''))
  .filter((text) => text !== '');
const selector = fc
  .tuple(compound, fc.array(fc.tuple(fc.constantFrom(' ', ' > ', ' + ', ' ~ '), compound), { maxLength: 3 }))
  .map(([first, rest]) => first + rest.flat().join(''));
/** A label is folded text: no white space at its ends, no line break. */
const label = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const piece = fc.record({
  path: fc.array(selector, { minLength: 1, maxLength: 3 }),
  label: fc.option(label, { nil: null }),
});
const where = fc.record({
  site: fc.domain().filter((host) => !host.startsWith('www.')),
  page: fc.option(
    fc.webPath().map((path) => path || '/'),
    { nil: null },
  ),
});
const correction = fc.oneof(
  fc.record({ verb: fc.constantFrom('hide' as const, 'show' as const, 'article' as const), piece }),
  fc.record({ verb: fc.constant('show' as const), piece: fc.record({ path: fc.constant([]), label }) }),
  fc.record({ verb: fc.constant('keep' as const), kind: fc.constantFrom(...CLUTTER_KINDS) }),
  fc.record({ verb: fc.constantFrom('copy' as const, 'not-copy' as const) }),
  fc.record({ verb: fc.constant('original' as const), url: fc.webUrl().map((url) => new URL(url).href) }),
);

test('what is written is read again as it was', () => {
  fc.assert(
    fc.property(where, correction, (place, what) => {
      const rule = { ...place, ...what } as Rule;
      const line = printRule(rule);
      // An address is written as `URL` writes it, once for all.
      const read = parseRule(line) as Rule;
      expect(parseRule(printRule(read))).toEqual(read);
      expect({ ...read, site: rule.site, page: rule.page }).toEqual(rule);
    }),
    { numRuns: 500 },
  );
});

test('any text is read or refused, and nothing else', () => {
  const outcomes = { read: 0, refused: 0 };
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `example.com hide ${text}`),
      ),
      (line) => {
        const rule = ruleOf(line);
        outcomes[rule ? 'read' : 'refused']++;
        if (rule) expect(parseRule(printRule(rule))).toEqual(rule);
      },
    ),
    { numRuns: 2000 },
  );
  expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(100);
});
