import { describe, expect, test } from 'vitest';
import { isSameOrganization, siteOwner } from '../../../src/engine/repost/site-owner.ts';

describe('the same house', () => {
  test.each([
    ['www.eastquay.example', 'eastquay.example'],
    ['m.eastquay.com', 'amp.eastquay.com'],
    ['news.eastquay.co.uk', 'www.eastquay.co.uk'],
    ['eastquay.com', 'eastquay.co.uk'],
    ['eastquay.de', 'www.eastquay.com.br'],
    ['static.cdn.eastquay.co.jp', 'eastquay.co.jp'],
    ['finds.blogspot.com', 'finds.blogspot.co.uk'],
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]', '[::1]'],
    ['www.news.de', 'news.de'],
    ['m.press.fr', 'www.press.fr'],
    ['harbours.gov.au', 'www.eastquay.gov.au'],
    ['harbours.gov', 'eastquay.gov'],
    ['www.gov.au', 'harbours.gov.au'],
    ['EASTQUAY.example.', 'eastquay.example'],
    ['xn--bcher-kva.example', 'www.xn--bcher-kva.example'],
  ])('%s and %s', (a, b) => {
    expect(isSameOrganization(a, b)).toBe(true);
    expect(isSameOrganization(b, a)).toBe(true);
  });

  test.each([
    ['a.blogspot.com', 'b.blogspot.com'],
    ['a.wordpress.com', 'b.wordpress.com'],
    ['a.github.io', 'b.github.io'],
    ['eastquay.co.uk', 'westquay.co.uk'],
    ['eastquay.com.br', 'westquay.com.br'],
    ['news.com.au', 'news.de'],
    ['harbours.gov.au', 'eastquay.gov.uk'],
    ['127.0.0.1', '127.0.0.2'],
    ['10.0.0.1', '1.10.0.1'],
    ['eastquay.example', 'eastquay-news.example'],
    ['eastquay.example', 'xn--astquay-4of.example'],
    ['eastquay.com.evil.example', 'eastquay.com'],
  ])('%s is not the house of %s', (a, b) => {
    expect(isSameOrganization(a, b)).toBe(false);
    expect(isSameOrganization(b, a)).toBe(false);
  });
});

test('ports do not count', () => {
  expect(
    isSameOrganization(new URL('http://localhost:3000/').hostname, new URL('http://localhost:4000/').hostname),
  ).toBe(true);
});

test.each([
  ['news.bbc.co.uk', 'bbc.co.uk'],
  ['www.eastquay.example', 'eastquay.example'],
  ['a.b.finds.blogspot.com', 'finds.blogspot.com'],
  ['192.168.1.7', '192.168.1.7'],
])('the house of %s is %s', (host, house) => expect(siteOwner(host)).toBe(house));
