import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/engine/analyse.ts';
import { readDetails } from '../../../src/engine/details.ts';
import { fixturesIn, openPage } from '../fixtures.ts';

interface Expected {
  readonly verdict: string;
  readonly original: {
    readonly url: string | null;
    readonly publisher: string | null;
    readonly via: string | null;
  } | null;
  /** Among those that must be seen. */
  readonly signals: readonly string[];
}

describe('pages and what is said of them', () => {
  test.each(fixturesIn<Expected>('repost'))('$name', ({ html, expected }) => {
    const analysis = analyze(openPage(html, expected.url), expected.url);
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
