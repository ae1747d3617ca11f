import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternsFor } from '../../src/settings/patterns.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';
import { inheritedMode, isSite, modeFor, parseSite, siteOf, switchMode, withMode } from '../../src/settings/site.ts';

const settings = (over: Partial<Settings>): Settings => ({ ...DEFAULTS, ...over });

describe('the Site of an address', () => {
  it.each([
    ['https://example.com/a?b#c', 'example.com'],
    ['http://www.example.com/', 'example.com'],
    ['https://www.www.example.com/', 'example.com'],
    ['https://news.example.com:8443/', 'news.example.com'],
    ['https://WWW.Example.COM./', 'example.com'],
    ['https://www.com/', 'www.com'],
    ['http://localhost:3000/', 'localhost'],
    ['http://127.0.0.1:8080/', '127.0.0.1'],
    ['http://[::1]:8080/', '[::1]'],
    ['https://müller.example/', 'xn--mller-kva.example'],
    ['https://مثال.إختبار/', 'xn--mgbh0fb.xn--kgbechtv'],
    ['https://user:pw@example.com/', 'example.com'],
    ['file:///home/a.html', null],
    ['about:blank', null],
    ['data:text/html,x', null],
    ['chrome://settings', null],
    ['not an address', null],
  ])('%s → %s', (url, site) => {
    expect(siteOf(url)).toBe(site);
  });
});

describe('what a person types', () => {
  it.each([
    [' Example.com ', 'example.com'],
    ['example.com:8080/path', 'example.com'],
    ['https://www.example.com/a/b', 'example.com'],
    ['//example.com', 'example.com'],
    ['*.example.com', 'example.com'],
    ['*://*.example.com/*', 'example.com'],
    ['example.com/?u=https://other.example/', 'example.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
    ['192.168.0.1', '192.168.0.1'],
    ['[::1]', '[::1]'],
    ['localhost', 'localhost'],
    ['', null],
    ['*', null],
    ['foo bar', null],
    ['a..b', null],
    ['ex*mple.com', null],
    ['file:///etc/hosts', null],
    ['ftp://example.com', null],
    ['about:blank', null],
    ['javascript:alert(1)', null],
  ])('%j → %j', (typed, site) => {
    expect(parseSite(typed)).toBe(site);
  });

  it('is a Site, or nothing, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.domain(), fc.ipV4(), fc.ipV6()), (typed) => {
        const site = parseSite(typed);
        if (site !== null) {
          expect(isSite(site)).toBe(true);
          expect(parseSite(site)).toBe(site);
          expect(siteOf(`https://${site}:8443/x`)).toBe(site);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a Site in the form that settings hold', () => {
  const label = fc.stringMatching(/^(www|xn--|0x)?[a-z0-9_-]{0,3}$/);
  const name = fc.array(label, { maxLength: 5 }).map((labels) => labels.join('.'));

  it('is exactly what an address with it has as its Site', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(isSite(text)).toBe(siteOf(`http://${text}`) === text);
      }),
      { numRuns: 2000 },
    );
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

describe('match patterns', () => {
  it('cover subdomains, in Firefox a final dot, and an IP address alone', () => {
    expect(patternsFor('example.com', true)).toEqual(['*://*.example.com/*', '*://*.example.com./*']);
    expect(patternsFor('example.com', false)).toEqual(['*://*.example.com/*']);
    expect(patternsFor('127.0.0.1', true)).toEqual(['*://127.0.0.1/*']);
    expect(patternsFor('[::1]', true)).toEqual(['*://[::1]/*']);
  });
});
