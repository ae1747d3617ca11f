import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { analyze } from '../../../src/engine/analyse.ts';
import { type UserStatements, userOverrideFrom } from '../../../src/engine/user-override.ts';
import { rulesAt, withEdited, withRule } from '../../../src/rules/lines.ts';
import { ruleOf } from '../../../src/rules/parse.ts';
import { printRule } from '../../../src/rules/print.ts';
import type { Rule } from '../../../src/rules/rule.ts';
import { printRules, readRules } from '../../../src/rules/text.ts';

test.each<[what: string, before: string[], line: string, after: string[]]>([
  ['the opposite gives way', ['a.test copy'], 'a.test not-copy', ['a.test not-copy']],
  [
    'the same is not said twice',
    ['a.test hide p.x', 'b.test copy'],
    'a.test hide p.x',
    ['b.test copy', 'a.test hide p.x'],
  ],
  ['hidden, then shown', ['a.test hide p.x'], 'a.test show p.x', ['a.test show p.x']],
  ['another piece stays', ['a.test hide p.x'], 'a.test show p.y', ['a.test hide p.x', 'a.test show p.y']],
  ['page and Site are two places', ['a.test copy'], 'a.test/1 not-copy', ['a.test copy', 'a.test/1 not-copy']],
  ['a Site is not its subdomain', ['a.test copy'], 'b.a.test not-copy', ['a.test copy', 'b.a.test not-copy']],
  [
    'one original for a page',
    ['a.test/1 original http://b.test/'],
    'a.test/1 original http://c.test/',
    ['a.test/1 original http://c.test/'],
  ],
  ['one article for a Site', ['a.test article main'], 'a.test article div.x', ['a.test article div.x']],
  [
    'each kind for itself',
    ['a.test keep comments'],
    'a.test keep share',
    ['a.test keep comments', 'a.test keep share'],
  ],
  ['remarks and what is no rule stay', ['# mine', 'rubbish'], 'a.test copy', ['# mine', 'rubbish', 'a.test copy']],
])('one more rule: %s', (_what, before, line, after) => {
  expect(withRule(before, ruleOf(line) as Rule)).toEqual(after);
});

test('the rules of an address are those of its Site and of the Sites around it, pages among them', () => {
  const lines = [
    'a.test copy',
    'b.a.test/1 not-copy',
    'c.test copy',
    '# a.test copy',
    'rubbish',
    'a.test/2 keep share',
  ];
  expect(rulesAt(lines, 'http://b.a.test/').map(printRule)).toEqual([
    'a.test copy',
    'b.a.test/1 not-copy',
    'a.test/2 keep share',
  ]);
  expect(rulesAt(lines, 'http://a.test/').map(printRule)).toEqual(['a.test copy', 'a.test/2 keep share']);
  expect(rulesAt(lines, 'about:blank')).toEqual([]);
});

test('what comes while the text is edited is kept, and what the reader took out is not', () => {
  const before = ['a.test copy', 'b.test copy'];
  expect(withEdited([...before, 'new.test copy'], before, ['b.test copy', 'c.test copy'])).toEqual([
    'b.test copy',
    'c.test copy',
    'new.test copy',
  ]);
});

test('a text of rules: one form, nothing twice, remarks as they are, faults by their place in the whole', () => {
  const text = '# mine\r\n  WWW.a.test   copy \n\na.test copy\nb.test keep nothing\u2028c.test hide p:hover\n';
  const { lines, faults } = readRules(text);
  expect(lines).toEqual(['# mine', 'a.test copy']);
  expect(faults.map(({ line, start, end }) => [line, text.slice(start, end)])).toEqual([
    [4, 'nothing'],
    [5, ':hover'],
  ]);
  expect(printRules(lines)).toBe('# mine\na.test copy\n');
  expect(readRules(printRules(lines))).toEqual({ lines, faults: [] });
});

const PARAGRAPHS = ['the cold', 'the mud', 'the last light', 'a boat', 'the old harbour'].map(
  (place, i) =>
    `<p>In ${place} of the bay ${i + 4} divers planted the seagrass by hand, and it took. Nobody had thought, ${place} being what it is, that fish would come back to it within ${i + 2} years, or that there would be crabs.</p>`,
);
const PAGE = `<!doctype html><html lang="en"><title>Seagrass returns</title><body><main><h1>Seagrass returns</h1>
${PARAGRAPHS.join('')}</main><div id="poem"><p>The tide goes out and leaves the light behind.</p></div>`;
const SILENT: UserStatements = { copy: null, original: null, body: null };

function analysed(say: (document: Document) => Partial<UserStatements>) {
  const { document } = new JSDOM(PAGE, { url: 'http://a.test/2024/05/seagrass-returns' }).window;
  return analyze(document, document.URL, { userOverride: userOverrideFrom({ ...SILENT, ...say(document) }) });
}

test('who says nothing changes nothing', () => {
  const { verdict, original, article } = analysed(() => ({}));
  expect([verdict.kind, verdict.fromUser, original]).toEqual(['none', undefined, null]);
  expect(article?.body).toHaveLength(5);
});

test.each([
  [true, 'repost'],
  [false, 'none'],
] as const)('copy: %s outranks what was found, and shows as the reader’s', (copy, kind) => {
  const { verdict } = analysed(() => ({ copy }));
  expect(verdict).toMatchObject({ kind, confidence: 1, fromUser: true });
});

test('the original that was pasted is the original', () => {
  const { original } = analysed(() => ({ copy: true, original: 'https://b.test/story' }));
  expect(original).toMatchObject({ url: 'https://b.test/story', publisher: null, fromUser: true });
});

test('what the reader points at is the article', () => {
  const { article } = analysed((document) => ({ body: document.getElementById('poem') }));
  expect(article?.body.map(({ text }) => text)).toEqual(['The tide goes out and leaves the light behind.']);
});
