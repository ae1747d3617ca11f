/**
 * What `npm run fuzz` looks for on pages in a tab is found where it is, in an extension that is broken on purpose, and not
 * found otherwise.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type LiveFuzz, startLiveFuzz } from '../../fuzz/live.ts';

const STORY = Array(5).fill(
  '<p>The ferry was late again on Monday, and the people on the quay had stopped asking why.</p>',
);
/** An article with a form that a reader writes into. Until the reader asks for it, nothing of it is hidden. */
const PAGE = [
  '<title>The ferry is late again</title><h1>The ferry is late again</h1>',
  ...STORY,
  '<form id="commentform"><h3>Leave a Reply</h3><textarea name="comment"></textarea><button>Send</button></form>',
].join('\n');

/** Scripts that are added to the watcher, and what is found then. */
const BROKEN: readonly (readonly [what: string, script: string, found: RegExp])[] = [
  [
    'a text is changed before the load event',
    `addEventListener('DOMContentLoaded', () => document.querySelector('p').firstChild.deleteData(0, 4));`,
    /a script sees another document: .*<p>The ferry.* became .*<p>ferry/,
  ],
  [
    'more than a token is marked before the load event',
    `addEventListener('DOMContentLoaded', () => document.querySelector('p').setAttribute('data-somewords', 'x'));`,
    /marked before the load event, and more than a token: The ferry/,
  ],
  [
    'a form that holds something is hidden',
    `addEventListener('input', () => setTimeout(() => { document.querySelector('form').hidden = true; }));`,
    /field 0 holds what somebody typed/,
  ],
  [
    'a task is long',
    `setTimeout(() => { for (const end = performance.now() + 800; performance.now() < end; ); }, 20);`,
    /a task of ours takes \d{2,} ms/,
  ],
];

describe('chromium: what must not happen on pages in a tab', () => {
  let fuzz: LiveFuzz | undefined;
  afterEach(() => fuzz?.close());

  test('does not happen', async () => {
    fuzz = await startLiveFuzz('chromium');
    expect(await fuzz.check(PAGE)).toBeNull();
  });

  test.each(BROKEN)('is found where %s', async (_, script, found) => {
    fuzz = await startLiveFuzz('chromium', {
      prepare: (folder) => appendFileSync(join(folder, 'watcher.js'), `\n;(() => { ${script} })();\n`),
    });
    expect(await fuzz.check(PAGE)).toMatch(found);
  });
});
