/** Builds a framework's page as its server and its bundler would, and has a site answer for it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { compile } from 'svelte/compiler';
import type { Handler } from '../../../scripts/drive/site.ts';
import type { Framework } from './frameworks.ts';
import type { FrameworkStory } from './story.ts';

const FOLDER = import.meta.dirname;
/** Between the two parts in which a page arrives: time for frames, and for us, before its script runs. Milliseconds. */
const PAUSE_MS = 120;

/** What a module of `pages/` has for the server. */
interface ServerPage {
  readonly render: (story: FrameworkStory) => string | Promise<string>;
  /** A fragment, or what stands in a page of its own. */
  readonly answer?: (path: string, story: FrameworkStory) => string | { readonly page: string } | undefined;
}

const svelte = (generate: 'client' | 'server'): Plugin => ({
  name: 'svelte',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
      contents: compile(readFileSync(path, 'utf8'), { generate, filename: basename(path) }).js.code,
    })),
});

const options = ({ alias = {}, jsx, isDevelopment = false }: Framework): BuildOptions => ({
  bundle: true,
  write: false,
  minify: !isDevelopment,
  alias: { ...alias },
  // Ours says where the JSX of popup and options comes from.
  tsconfigRaw: {},
  jsx: 'automatic',
  ...(jsx ? { jsxImportSource: jsx } : {}),
  define: {
    'process.env.NODE_ENV': isDevelopment ? '"development"' : '"production"',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  logLevel: 'warning',
});

async function bundleOf(settings: BuildOptions): Promise<string> {
  const { outputFiles } = await build(settings);
  return outputFiles?.[0]?.text ?? '';
}

const scriptOf = (framework: Framework): Promise<string> =>
  bundleOf({
    ...options(framework),
    format: 'iife',
    target: 'es2022',
    conditions: framework.isDevelopment ? ['development'] : ['production'],
    plugins: [svelte('client')],
    stdin: {
      contents: `import { start } from './pages/${framework.page}';
        note('before its script');
        start(document.querySelector('#story'), JSON.parse(document.querySelector('#data').textContent));
        note('after its script');`,
      resolveDir: FOLDER,
    },
  });

/** What a page imports and its server does not use is left out there: much of it runs in a browser alone. */
const onlyWhatIsUsed: Plugin = {
  name: 'only-what-is-used',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: /^[@a-z]/ }, async ({ path, importer, pluginData, ...rest }) => {
      if (pluginData === onlyWhatIsUsed || !importer.startsWith(join(FOLDER, 'pages'))) return undefined;
      const found = await resolve(path, { ...rest, importer, pluginData: onlyWhatIsUsed });
      return { ...found, sideEffects: false };
    }),
};

async function serverPageOf(framework: Framework): Promise<ServerPage> {
  const code = await bundleOf({
    ...options(framework),
    stdin: {
      contents: `import * as page from './pages/${framework.page}'; export const render = page.render, answer = page.answer;`,
      resolveDir: FOLDER,
    },
    format: 'cjs',
    platform: 'node',
    plugins: [onlyWhatIsUsed, svelte('server')],
    logOverride: { 'ignored-bare-import': 'silent', 'import-is-undefined': 'silent' },
  });
  const module = { exports: {} };
  compileFunction(code, ['module', 'exports', 'require'])(module, module.exports, createRequire(import.meta.url));
  return module.exports as ServerPage;
}

/** Runs before everything else in a page. */
const RECORDER = readFileSync(join(FOLDER, 'pages/recorder.js'), 'utf8');

const json = (story: FrameworkStory) => JSON.stringify(story).replaceAll('<', '\\u003c');

/** A page as it arrives: nearly all of it, and then its end, with which its script begins. */
const documentOf = (story: FrameworkStory, content: string): [before: string, after: string] => [
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${story.headline}</title>
<link rel="icon" href="data:,"><script>${RECORDER}</script><script src="/script.js" defer></script></head><body>
<header><a href="/">Quickfeed</a><nav><ul><li><a href="/news/">News</a></li><li><a href="/contact/">Contact</a></li></ul></nav></header>
<main id="story">${content}</main>
<script type="application/json" id="data">${json(story)}</script>`,
  '<footer><p>Quickfeed, all the news</p></footer></body></html>',
];

/** Where a framework's page stands; a front page is no article. */
export const STORY_PATH = '/news/night-bus-runs-again';

/** Answers for a framework's page at {@link STORY_PATH}, and at whatever other addresses it has. */
export async function handlerOf(framework: Framework, story: FrameworkStory): Promise<Handler> {
  const [script, { render, answer }] = await Promise.all([scriptOf(framework), serverPageOf(framework)]);
  const content = await render(story);
  return (_request, response, { pathname }) => {
    const send = (type: string, body: string) =>
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    if (pathname === '/script.js') return send('text/javascript', script);
    const answered = pathname === STORY_PATH ? undefined : answer?.(pathname, story);
    if (typeof answered === 'string') return send('text/html', answered);
    const [before, after] = documentOf(story, answered?.page ?? content);
    if (answered) return send('text/html', before + after);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.write(before);
    return setTimeout(() => response.end(after), PAUSE_MS);
  };
}
