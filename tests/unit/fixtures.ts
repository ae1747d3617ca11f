import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { ROOT } from '../../scripts/paths.ts';

/** A page, and what is expected of it: `NAME.html` and `NAME.json` in a folder of `tests/fixtures`. */
export interface Fixture<Expected> {
  readonly name: string;
  readonly html: string;
  readonly expected: Expected & { readonly url: string };
}

/**
 * All pages of a folder.
 * @param folder within `tests/fixtures`, or an absolute path
 * @throws where a page stands there without what is expected of it, or the other way round
 */
export function fixturesIn<Expected = object>(folder: string): Fixture<Expected>[] {
  const path = folder.startsWith('/') ? folder : join(ROOT, 'tests/fixtures', folder);
  const files = new Set(readdirSync(path));
  const names = new Set([...files].map((file) => file.replace(/\.\w+$/, '')));
  const alone = [...names].flatMap((name) => {
    const [page, expected] = [`${name}.html`, `${name}.json`];
    if (files.has(page) && files.has(expected)) return [];
    return files.has(page) ? `${page} has no ${expected} beside it` : `${expected} has no ${page} beside it`;
  });
  if (alone.length > 0)
    throw new Error(`Each page needs its expectations, and they a page. In ${path}: ${alone.join('; ')}.`);
  return [...names].sort().map((name) => ({
    name,
    html: readFileSync(join(path, `${name}.html`), 'utf8'),
    expected: JSON.parse(readFileSync(join(path, `${name}.json`), 'utf8')),
  }));
}

/** A document as a browser without scripts has it. jsdom's complaints about a page are not of interest. */
export const openPage = (html: string, url = 'https://paper.example/news/story'): Document =>
  new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document;
