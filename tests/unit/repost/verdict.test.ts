import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/engine/analyse.ts';
import { readDetails } from '../../../src/engine/details.ts';

interface Expected {
  readonly url: string;
  readonly verdict: string;
  readonly original: {
    readonly url: string | null;
    readonly publisher: string | null;
    readonly via: string | null;
  } | null;
  /** Among those that must be seen. */
  readonly signals: readonly string[];
}

const FOLDER = new URL('../../fixtures/repost/', import.meta.url);
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length));

describe('pages and what is said of them', () => {
  test.each(names)('%s', (name) => {
    const expected: Expected = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
    const html = readFileSync(new URL(`${name}.html`, FOLDER), 'utf8');
    const { document } = new JSDOM(html, { url: expected.url, virtualConsole: new VirtualConsole() }).window;
    const analysis = analyse(document, expected.url);
    const { verdict } = analysis;
    const { original } = readDetails(analysis);
    const seen = verdict.signals.map(({ id }) => id);
    expect({ kind: verdict.kind, seen }).toEqual({ kind: expected.verdict, seen });
    expect(seen).toEqual(expect.arrayContaining([...expected.signals]));
    const named = original && { url: original.url, via: original.via };
    expect(named).toEqual(expected.original && { url: expected.original.url, via: expected.original.via });
    if (expected.original?.publisher) expect(original?.publisher).toBe(expected.original.publisher);
    for (const { quote } of verdict.signals) expect(quote).not.toBe('');
  });
});
