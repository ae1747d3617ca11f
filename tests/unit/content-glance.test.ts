// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://copies.example/2026/boats-return/"}
import { afterEach, expect, test, vi } from 'vitest';
import { type Cleaner, makeCleaner } from '../../src/content/clean.ts';
import { makeHiding } from '../../src/content/hide.ts';
import type { View } from '../../src/content/view.ts';
import { makeWatch } from '../../src/content/watch.ts';
import type { ChangedMessage } from '../../src/messages.ts';
import type { Mode } from '../../src/settings/schema.ts';

const PARAGRAPHS = [
  'The boats came back to the harbour in the evening, one after another, with their nets folded on the deck.',
  'The harbour master had waited since noon, and counted them in as he had counted them out two days before.',
  'Nobody was hurt, she said, and the catch was small; what mattered was that every boat had kept its radio on.',
  'All but one had taken shelter behind the island, where the storm could be heard and hardly felt at all.',
];
const ARTICLE = `<h1>Boats return after the storm</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}`;
const SOURCE = '<p><a href="https://other.example/2026/boats">Source link</a></p>';

const cleaners: Cleaner[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const cleaner of cleaners.splice(0)) cleaner.stop();
});

function onPage(html: string, mode: Mode = 'auto') {
  document.body.innerHTML = html;
  const told: ChangedMessage[] = [];
  const hiding = makeHiding(document, 'test');
  const cleaner = makeCleaner(
    {
      ...{ document, hiding },
      view: { hold: (_: unknown, act: () => void) => act() } as View,
      quietly: (act) => act(),
      applied: () => {},
      changed: (message) => told.push(message),
      // One slice, however slow the machine.
      now: () => 0,
    },
    { mode, kindsOff: [], kindsOn: [], adTokensAnywhere: true },
  );
  cleaners.push(cleaner);
  return { cleaner, told, watch: makeWatch(document, hiding) };
}

test('an article without a sign is not looked at, and counts as seen', () => {
  const { cleaner, told } = onPage(ARTICLE);
  cleaner.arrived();
  expect(cleaner.analysis).toBeNull();
  expect(cleaner.standing).toEqual({ loading: false, cleaning: 'offered', hidden: 0 });
  expect(told).toEqual([]);
});

test('it is looked at when somebody asks, and told of then', () => {
  const { cleaner, told } = onPage(ARTICLE);
  cleaner.arrived();
  cleaner.inform();
  expect(cleaner.analysis?.verdict.kind).toBe('none');
  expect(cleaner.analysis?.article?.body).toHaveLength(PARAGRAPHS.length);
  expect(told).toHaveLength(1);
  cleaner.inform();
  expect(told).toHaveLength(1);
});

test('a page with a source link is looked at', () => {
  const { cleaner } = onPage(ARTICLE + SOURCE);
  cleaner.arrived();
  expect(cleaner.analysis?.verdict.kind).toBe('repost');
});

test('so is one that gets it later', () => {
  const { cleaner } = onPage(ARTICLE);
  cleaner.arrived();
  document.body.insertAdjacentHTML('beforeend', SOURCE);
  cleaner.arrived();
  expect(cleaner.cleaning).toBe('cleaned');
});

test('so is one with a token in a text', () => {
  const { cleaner } = onPage(`${ARTICLE}<p>[ad_1]</p>`);
  const token = document.querySelector('p:last-child')?.firstChild;
  cleaner.textArrived(token as Text);
  cleaner.arrived();
  expect(cleaner.analysis).not.toBeNull();
});

test('a watch that begins on a page that stands already has seen its texts', () => {
  const { cleaner, watch } = onPage(`${ARTICLE}<p>[ad_1]</p>`);
  // The window of these tests is none that events can be listened to on.
  vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(() => {});
  watch.start(cleaner, new AbortController().signal);
  cleaner.arrived();
  expect(cleaner.analysis).not.toBeNull();
});

test('where every article is cleaned, every page is looked at, from the moment that it is said', () => {
  const { cleaner } = onPage(ARTICLE, 'always');
  cleaner.arrived();
  expect(cleaner.cleaning).toBe('cleaned');
  const other = onPage(ARTICLE).cleaner;
  other.arrived();
  expect(other.cleaning).toBe('offered');
  other.choose({ ...other.choice, mode: 'always' });
  expect(other.cleaning).toBe('cleaned');
});

test('"Clean this page" works on a page that was not looked at', () => {
  const { cleaner } = onPage(ARTICLE);
  cleaner.arrived();
  cleaner.ask('clean');
  expect(cleaner.cleaning).toBe('cleaned');
});
