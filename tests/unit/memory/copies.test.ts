import { describe, expect, it } from 'vitest';
import type { RememberedArticle } from '../../../src/memory/article.ts';
import { copiesAmong, daysOf, monthsOf, sitesOf } from '../../../src/memory/copies.ts';
import { earliest } from '../../../src/memory/earliest-match.ts';
import { BadFile, fromFile } from '../../../src/memory/file.ts';
import { recalled } from '../../../src/memory/recalled.ts';
import type { Report } from '../../../src/messages.ts';

const article = (id: number, site: string, others: Partial<RememberedArticle> = {}): RememberedArticle => ({
  id,
  url: `https://${site}/story-${id}`,
  title: `Story ${id}`,
  language: 'en',
  published: null,
  verdict: 'none',
  original: null,
  met: new Date(2026, 4, id).getTime(),
  copyOf: null,
  ...others,
});

const leads = (articles: readonly RememberedArticle[]) =>
  copiesAmong(articles).map(({ article: { id }, lead }) => [id, lead?.name ?? null, lead?.isEarliestMet ?? null]);

describe('who copies whom', () => {
  it('is what the page says, before what was met', () => {
    const original = { url: 'https://www.origin.example/a', publisher: null };
    expect(
      leads([
        article(1, 'first.example'),
        article(2, 'copier.example', { verdict: 'repost', original, copyOf: 1 }),
        article(3, 'copier.example', { verdict: 'repost', copyOf: 1 }),
        article(4, 'copier.example', { verdict: 'likely-repost' }),
        article(5, 'credited.example', { verdict: 'syndicated', original }),
      ]),
    ).toEqual([
      [2, 'origin.example', false],
      [3, 'first.example', true],
      [4, null, null],
    ]);
  });

  it('does not depend on which of them was met first', () => {
    const copy = { verdict: 'repost' as const };
    expect(leads([article(1, 'copier.example', copy), article(2, 'first.example', { copyOf: 1 })])).toEqual([
      [1, 'first.example', true],
    ]);
  });

  it('takes the earliest date; what is dated earlier is no copy, nor what stands on the same site', () => {
    const dated = (id: number, site: string, published: string) =>
      article(id, site, { published, copyOf: id === 1 ? null : 1 });
    expect(
      leads([
        dated(1, 'second.example', '2026-05-02'),
        dated(2, 'first.example', '2026-05-01'),
        dated(3, 'third.example', '2026-05-03'),
        dated(4, 'first.example', '2026-05-04'),
      ]),
    ).toEqual([
      [1, 'first.example', true],
      [3, 'first.example', true],
      [4, 'second.example', true],
    ]);
    expect(
      leads([article(1, 'one.example'), article(2, 'one.example', { copyOf: 1, published: '2026-05-02' })]),
    ).toEqual([]);
  });

  it('comes to an end where a file says that two are copies of each other', () => {
    expect(leads([article(1, 'a.example', { copyOf: 2 }), article(2, 'b.example', { copyOf: 1 })])).toEqual([]);
  });

  it('is summed up by site, month and day', () => {
    const met = new Date(2026, 3, 30, 23).getTime();
    const all = [
      article(2, 'copier.example', { verdict: 'repost', copyOf: 1 }),
      article(3, 'copier.example', { verdict: 'repost', copyOf: 1 }),
      article(1, 'first.example', { met }),
    ];
    const copies = copiesAmong(all);
    expect(sitesOf(all, copies)).toEqual([
      {
        site: 'copier.example',
        ids: [2, 3],
        copies: 2,
        leads: [{ name: 'first.example', isClaimed: false, isEarliestMet: true, count: 2 }],
      },
      { site: 'first.example', ids: [1], copies: 0, leads: [] },
    ]);
    expect(monthsOf(all, copies)).toEqual([
      { month: new Date(2026, 4).getTime(), articles: 2, copies: 2 },
      { month: new Date(2026, 3).getTime(), articles: 1, copies: 0 },
    ]);
    expect(daysOf(all).map(([day, { length }]) => [new Date(day).getDate(), length])).toEqual([
      [2, 1],
      [3, 1],
      [30, 1],
    ]);
  });
});

describe('the earliest of several', () => {
  const dated = (id: number, published: string | null) => ({
    article: article(id, `site-${id}.example`, { published }),
  });

  it('is the one with the earliest date, or without dates the one that was met first', () => {
    expect(earliest([dated(1, '2026-05-03'), dated(2, '2026-05-01'), dated(3, null)])?.article.id).toBe(2);
    expect(earliest([dated(2, null), dated(1, null)])?.article.id).toBe(1);
    expect(earliest([])).toBeNull();
  });

  it('is nobody where the earliest date may be made up', () => {
    expect(earliest([dated(1, '2026-05-03'), dated(2, '2001-05-01')])).toBeNull();
  });
});

describe('the Signal of having been met before', () => {
  const verdict: Report['verdict'] = { kind: 'none', confidence: 0.9, signals: [] };
  const page = (published: string | null) =>
    ({ url: 'https://here.example/a', article: { published }, verdict }) as unknown as Report;
  const kindOf = (published: string | null, other: RememberedArticle) => {
    const { kind, signals } = recalled(page(published), [{ article: other, shared: 0.9 }]);
    return [kind, ...signals.map(({ id }) => id)];
  };

  it('makes a later article a likely repost, and an undated one nothing more than it was', () => {
    const dated = article(1, 'there.example', { published: '2026-05-01' });
    expect(kindOf('2026-05-03', dated)).toEqual(['likely-repost', 'met-before']);
    expect(kindOf(null, dated)).toEqual(['none', 'met-before']);
    // A date that is much earlier may be made up.
    expect(kindOf('2026-07-03', dated)).toEqual(['none', 'met-before']);
    expect(kindOf('2026-05-03', article(1, 'there.example'))).toEqual(['none', 'met-before']);
  });

  it('says nothing of an earlier article, of the same house, or for a copy', () => {
    const published = '2026-05-01';
    expect(kindOf('2026-04-01', article(1, 'there.example', { published }))).toEqual(['none']);
    expect(kindOf('2026-05-03', article(1, 'www2.here.example', { published }))).toEqual(['none']);
    expect(kindOf('2026-05-03', article(1, 'there.example', { published, verdict: 'repost' }))).toEqual(['none']);
  });
});

describe('a file', () => {
  const { id, ...others } = article(1, 'one.example');
  const sketch = { size: 400, bits: Array.from({ length: 64 }, () => 7) };
  const wrongAt = (change: object, text = '') => {
    const articles = [{ id, ...others, sketch, ...change }];
    try {
      fromFile(text || JSON.stringify({ format: 'clean-copy-memory', version: 1, articles }));
    } catch (error) {
      return error instanceof BadFile ? error.at : String(error);
    }
    return null;
  };

  it('is taken whole, or refused with the place where it is wrong', () => {
    expect(wrongAt({})).toBeNull();
    expect(wrongAt({ url: 'javascript:alert(1)' })).toBe('articles/0/url');
    expect(wrongAt({ published: 'yesterday' })).toBe('articles/0/published');
    expect(wrongAt({ verdict: 'stolen' })).toBe('articles/0/verdict');
    expect(wrongAt({ sketch: { ...sketch, bits: [-1, ...sketch.bits.slice(1)] } })).toBe('articles/0/sketch/bits/0');
    expect(wrongAt({}, '{ not JSON')).toBe('/');
    expect(wrongAt({}, '{"format":"clean-copy-memory","version":2,"articles":[]}')).toBe('version');
  });
});
