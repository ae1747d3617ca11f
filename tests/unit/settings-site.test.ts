import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSite, parseSite, siteOf } from '../../src/settings/site.ts';

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
