import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { HostName, inOwnScript } from '../../src/host-name.tsx';

const textOf = (host: string) => renderToString(<HostName host={host} />).replace(/<[^>]+>/g, '');

test('a host of another script stands in it, and as the web writes it', () => {
  expect(inOwnScript('xn--bcher-kva.example')).toBe('bücher.example');
  expect(inOwnScript('news.xn--mgbh0fb.example')).toBe('news.مثال.example');
  expect(textOf('xn--bcher-kva.example')).toBe('bücher.example xn--bcher-kva.example');
});

test('any other host stands alone, and what only looks like another script stays as it is', () => {
  expect(textOf('news.example')).toBe('news.example');
  expect(textOf('xn--0.example')).toBe('xn--0.example');
});

test('it may break after its dots', () => {
  expect(renderToString(<HostName host="a.b.example" />)).toContain('a.<wbr/>b.<wbr/>example');
});
