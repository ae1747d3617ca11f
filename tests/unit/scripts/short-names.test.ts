import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import { shortNames } from '../../../scripts/build.ts';
import { ROOT } from '../../../scripts/paths.ts';
import { MADE_FOR, plainNumbers, printed } from '../../../scripts/plugins.ts';
import { analyse } from '../../../src/engine/analyse.ts';

/** The engine as it is shipped. A name that is reached by a string somewhere makes it another one than the source says. */
let shipped: { analyse: typeof analyse };

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'src/engine/analyse.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'shippedEngine',
    ...MADE_FOR,
    plugins: [printed, plainNumbers],
    ...shortNames(),
  });
  shipped = runInThisContext(`${outputFiles[0]?.text}; shippedEngine`) as typeof shipped;
});

const FOLDERS = ['article', 'clutter', 'repost', 'site'];
const URL = 'https://copies.example/2026/a-page/';

/** What is found, in words. */
function found(engine: typeof shipped, html: string) {
  const { document } = new JSDOM(html, { url: URL }).window;
  const { article, verdict, original, clutter } = engine.analyse(document, URL);
  return {
    headline: article?.headline,
    body: article?.body.map(({ text }) => text),
    verdict: [verdict.kind, ...verdict.signals.map(({ id, quote }) => `${id}: ${quote}`)],
    original: original?.url,
    clutter: clutter.map(({ kind, text, elements }) => `${kind} ${elements.length}: ${text}`),
  };
}

describe.each(FOLDERS)('pages in %s', (folder) => {
  const path = join(ROOT, 'tests/fixtures', folder);
  const pages = readdirSync(path).filter((name) => name.endsWith('.html'));

  test.each(pages)('%s is the same to the engine as it is shipped', (name) => {
    const html = readFileSync(join(path, name), 'utf8');
    expect(found(shipped, html)).toEqual(found({ analyse }, html));
  });
});
