import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaInForce,
  areasAround,
  inheritedMode,
  isArea,
  modeFor,
  parseArea,
  pathAreas,
  readablePath,
  switchMode,
  withMode,
} from '../../src/settings/area.ts';
import { patternsFor } from '../../src/settings/patterns.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';
import { parseSite } from '../../src/settings/site.ts';

const settings = (over: Partial<Settings>): Settings => ({ ...DEFAULTS, ...over });

describe('what a person types', () => {
  it.each([
    ['example.com/blog', 'example.com/blog'],
    [' WWW.Example.com/Blog/ ', 'example.com/Blog'],
    ['example.com:8080/a/b//', 'example.com/a/b'],
    ['example.com/blog?page=2#top', 'example.com/blog'],
    ['example.com/blog?u=https://other.example/', 'example.com/blog'],
    ['example.com/bücher', 'example.com/b%C3%BCcher'],
    ['example.com/b%c3%bccher', 'example.com/b%c3%bccher'],
    ['example.com/a/../b/./c', 'example.com/b/c'],
    ['example.com\\blog', 'example.com/blog'],
    ['*.example.com/blog/*', 'example.com/blog'],
    ['[::1]/x', '[::1]/x'],
    ['example.com/', 'example.com'],
    ['example.com/*', 'example.com'],
    // A whole link is pasted for its Site.
    ['https://www.example.com/blog/a', 'example.com'],
    ['*://*.example.com/blog/*', 'example.com'],
    ['example.com/a*b', null],
    [`example.com/${'a/'.repeat(300)}`, null],
    ['/blog', null],
    ['foo bar/blog', null],
    ['ftp://example.com/blog', null],
  ])('%j → %j', (typed, area) => {
    expect(parseArea(typed)).toBe(area);
  });

  it('is an Area, or nothing, whatever it is', () => {
    const path = fc
      .array(fc.oneof(fc.string({ unit: 'binary' }), fc.webPath()))
      .map((parts) => `a.test/${parts.join('/')}`);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), path), (typed) => {
        const area = parseArea(typed);
        expect(area === null || isArea(area)).toBe(true);
        if (area === null) return;
        expect(parseArea(area)).toBe(area);
        expect(modeFor(`https://${area}`, settings({ sites: { [area]: 'always' } }))).toBe('always');
      }),
      { numRuns: 1000 },
    );
  });

  it('without a path is what it was before there were paths', () => {
    for (const typed of ['Example.com', '*.example.com', 'bücher.example', '[::1]', 'localhost', '', 'foo bar'])
      expect(parseArea(typed)).toBe(parseSite(typed));
  });
});

describe('an Area in the form that settings hold', () => {
  it.each(['a.test', 'a.test/b', 'a.test/b//c', 'a.test/%C3%BC', 'a.test/b;c=(d)', '[::1]/b'])('%s', (text) => {
    expect(isArea(text)).toBe(true);
  });

  it.each([
    'a.test/',
    'a.test/b/',
    'a.test/b*',
    'a.test/b?c',
    'a.test/b#c',
    'a.test/ü',
    'a.test/./b',
    'www.a.test/b',
    '/b',
    '',
  ])('not %j', (text) => {
    expect(isArea(text)).toBe(false);
  });
});

describe('the Mode at an address', () => {
  const mixed = settings({
    sites: { 'example.com': 'off', 'news.example.com': 'always', '127.0.0.1': 'off', localhost: 'always' },
  });

  it.each([
    ['https://example.com/', 'off'],
    ['https://www.example.com/', 'off'],
    ['https://a.b.example.com/', 'off'],
    ['https://example.com./', 'off'],
    ['https://news.example.com/', 'always'],
    ['https://www.news.example.com/', 'always'],
    ['https://notexample.com/', 'auto'],
    ['https://example.com.other.example/', 'auto'],
    ['http://127.0.0.1:81/', 'off'],
    ['http://127.0.0.2/', 'auto'],
    ['http://localhost:1234/', 'always'],
    ['file:///a.html', 'off'],
    ['https://constructor/', 'auto'],
    ['https://__proto__/', 'auto'],
  ])('%s → %s', (url, mode) => {
    expect(modeFor(url, mixed)).toBe(mode);
  });

  it('is the default off the list, except where nothing runs', () => {
    expect(modeFor('https://a.test/', settings({ defaultMode: 'off' }))).toBe('off');
    expect(modeFor('file:///a', settings({ defaultMode: 'always' }))).toBe('off');
  });

  it('does not take the end of an address for the host above it', () => {
    expect(modeFor('http://10.0.0.1/', settings({ sites: { '0.0.0.1': 'off' } }))).toBe('auto');
  });

  it('comes from the nearest Site', () => {
    expect(inheritedMode('news.example.com', mixed)).toBe('off');
    expect(inheritedMode('example.com', mixed)).toBe('auto');
  });
});

describe('changing a Site', () => {
  it('sets and takes away its own Mode, also under odd names', () => {
    for (const site of ['example.com', '__proto__', 'constructor']) {
      const off = withMode(DEFAULTS, site, 'off');
      expect(modeFor(`https://${site}/`, off)).toBe('off');
      expect(modeFor('https://other.test/', off)).toBe('auto');
      expect(withMode(off, site, null)).toEqual(DEFAULTS);
    }
    expect(DEFAULTS.sites).toEqual({});
  });

  it('off and on again leaves nothing behind', () => {
    expect(switchMode(switchMode(DEFAULTS, 'a.test', 'off'), 'a.test', 'auto')).toEqual(DEFAULTS);
  });

  it('keeps its own Mode where the Site above has another', () => {
    const above = withMode(DEFAULTS, 'a.test', 'off');
    expect(modeFor('https://b.a.test/', switchMode(above, 'b.a.test', 'auto'))).toBe('auto');
  });
});

describe('the Mode under a path', () => {
  const mixed = settings({
    sites: {
      'example.com': 'off',
      'example.com/blog': 'always',
      'example.com/blog/private': 'off',
      'other.test/Blog': 'always',
      'other.test/b%C3%BCcher': 'always',
      'news.example.com/x': 'auto',
      'localhost/x': 'off',
      '[::1]/x': 'off',
    },
  });

  it.each([
    ['https://example.com/', 'off'],
    ['https://example.com/blog', 'always'],
    ['https://example.com/blog/', 'always'],
    ['https://example.com/blog?page=2', 'always'],
    ['https://example.com/blog#top', 'always'],
    ['https://example.com/blog/x/y.html?z', 'always'],
    ['https://example.com//blog', 'off'],
    ['https://example.com/blogger', 'off'],
    ['https://example.com/Blog', 'off'],
    ['https://example.com/x/../blog/y', 'always'],
    ['https://example.com/blog/private', 'off'],
    ['https://example.com/blog/private/x', 'off'],
    ['https://example.com/blog/privately', 'always'],
    ['http://www.example.com:8080/blog/x', 'always'],
    ['https://example.com./blog/x', 'always'],
    // A path belongs to the Site's own host.
    ['https://shop.example.com/blog/x', 'off'],
    ['https://news.example.com/x', 'auto'],
    ['https://news.example.com/y', 'off'],
    ['https://other.test/Blog/x', 'always'],
    ['https://other.test/blog/x', 'auto'],
    ['https://other.test/bücher/x', 'always'],
    // Another way of writing it is another address to browsers, too.
    ['https://other.test/b%c3%bccher/x', 'auto'],
    ['http://localhost:3000/x', 'off'],
    ['http://www.localhost/x', 'auto'],
    ['http://[::1]/x', 'off'],
    ['https://other.test/constructor', 'auto'],
  ])('%s → %s', (url, mode) => {
    expect(modeFor(url, mixed)).toBe(mode);
  });

  it('comes from an Area that can be named', () => {
    expect(areaInForce('https://www.example.com/blog/x', mixed)).toBe('example.com/blog');
    expect(areaInForce('https://shop.example.com/blog/x', mixed)).toBe('example.com');
    expect(areaInForce('https://unknown.test/blog/x', mixed)).toBeNull();
    expect(areaInForce('about:blank', mixed)).toBeNull();
  });

  it('is inherited from the next shorter path, then from the Site', () => {
    expect([...areasAround('b.a.test/x/y')]).toEqual(['b.a.test/x/y', 'b.a.test/x', 'b.a.test', 'a.test', 'test']);
    expect(inheritedMode('example.com/blog/private', mixed)).toBe('always');
    expect(inheritedMode('example.com/blog', mixed)).toBe('off');
  });

  it('is found at once in the longest address', () => {
    const long = `https://example.com/blog${'/a'.repeat(1_000_000)}`;
    expect(modeFor(long, mixed)).toBe('always');
    expect(pathAreas(long).length).toBeLessThan(300);
  });
});

describe('the paths of an address', () => {
  it('are whole segments, shortest first, at the Site’s own host, and what a pattern can say', () => {
    expect(pathAreas('https://www.a.test/x//y/z.html?q')).toEqual(['a.test/x', 'a.test/x//y', 'a.test/x//y/z.html']);
    expect(pathAreas('https://a.test/')).toEqual([]);
    expect(pathAreas('https://a.test/x/y*/z')).toEqual(['a.test/x']);
    expect(pathAreas('about:blank')).toEqual([]);
  });

  it('are read in their own script, where that misleads nobody', () => {
    expect(readablePath('/b%C3%BCcher/%D0%BC')).toBe('/bücher/м');
    for (const path of ['/a%20b', '/%E2%80%AEx', '/%', '/%2F', '/a%3Fb']) expect(readablePath(path)).toBe(path);
  });
});

describe('match patterns', () => {
  it('cover subdomains, in Firefox a final dot, and an IP address alone', () => {
    expect(patternsFor('example.com', true)).toEqual(['*://*.example.com/*', '*://*.example.com./*']);
    expect(patternsFor('example.com', false)).toEqual(['*://*.example.com/*']);
    expect(patternsFor('127.0.0.1', true)).toEqual(['*://127.0.0.1/*']);
    expect(patternsFor('[::1]', true)).toEqual(['*://[::1]/*']);
  });
});
