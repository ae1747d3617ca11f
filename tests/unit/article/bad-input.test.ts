import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { analyse, analysing } from '../../../src/engine/analyse.ts';
import { fold, MOST_NODES, MOST_TEXT, readPage } from '../../../src/engine/blocks.ts';
import { readDetails } from '../../../src/engine/details.ts';
import { read } from '../../../src/engine/dom.ts';
import { summarise } from '../../../src/engine/summary/summarise.ts';
import { tellingSentence } from '../../../src/engine/telling.ts';
import { articleText } from '../../../src/engine/text.ts';
import type { Analysis } from '../../../src/engine/types.ts';
import { clobber, TRIPS_JSDOM } from './clobber.ts';

const URL = 'https://paper.example/news/2024/story';
const { window } = new JSDOM('', { url: URL });
const parse = (source: string, type: DOMParserSupportedType = 'text/html') =>
  new window.DOMParser().parseFromString(source, type);

/** An Analysis as data, with everything read that is read when it is asked for. */
function outline(analysis: Analysis): unknown {
  const { page, metadata, article, verdict, original, clutter } = analysis;
  return {
    page: [page.nodes, page.tooLarge, page.blocks.map(({ kind, text }) => [kind, text])],
    metadata: { ...metadata },
    article: article && { ...article, root: article.root.index, headlineBlock: null, body: articleText(analysis) },
    verdict: { ...verdict, signals: verdict.signals.map(({ id, quote }) => [id, quote]) },
    original: original && { ...original, link: null },
    clutter: clutter.map(({ kind, reason, text }) => [kind, reason, text]),
    details: readDetails(analysis),
    told: [summarise(analysis), tellingSentence(analysis)],
  };
}

/** As the content script runs it: other things happen between two slices. */
function inSlices(document: Document): Analysis {
  const slices = analysing(document, URL);
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
  }
}

const bare = (text: string) => text.replace(/\s+/g, '');

/** What must hold of any document. */
function examine(document: Document): Analysis {
  const watcher = new window.MutationObserver(() => {});
  watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const analysis = analyse(document, URL);
  const told = JSON.stringify(outline(analysis));
  expect(JSON.stringify(outline(analyse(document, URL)))).toBe(told);
  expect(JSON.stringify(outline(inSlices(document)))).toBe(told);
  expect(watcher.takeRecords()).toEqual([]);
  watcher.disconnect();
  expect(analysis.article === null).toBe(analysis.verdict.kind === 'not-article');
  for (const { text, nodes } of analysis.article?.body ?? []) {
    expect(text).toBe(fold(text));
    expect(bare(text)).toBe(bare(nodes.map(({ data }) => data).join('')));
    for (const node of nodes) expect(read(node, 'isConnected') && node.ownerDocument === document).toBe(true);
  }
  return analysis;
}

/** The same documents at every run. */
const RUN = { seed: 20_241_124, endOnFailure: true } as const;

/** Names of what is read of nodes. */
const PROPERTIES = `attributes body childNodes children classList className closest contains content data dataset
  documentElement elements firstChild firstElementChild getAttribute getElementsByTagName hasAttribute hasAttributes head
  href id innerText isConnected lastChild localName matches name nextElementSibling nextSibling nodeName nodeType
  ownerDocument parentElement parentNode previousSibling querySelector querySelectorAll rel shadowRoot src style tagName
  textContent title all URL location __proto__ constructor toString`.split(/\s+/);
const TAGS =
  `a article aside b blockquote body br button center dd details dialog div dl dt em fieldset figcaption figure
  footer form frameset h1 h2 h3 header hr html i iframe img input label li main math meta nav noscript object ol option p
  picture plaintext pre script section select slot source span strong style sub summary svg table tbody td template textarea
  th time title tr u ul video x-card`.split(/\s+/);
const SENTENCES = [
  'The ferry was late again on Monday, and the people on the quay had stopped asking why, as people do.',
  'Nobody knew, said the captain, where the fog had come from; it was simply there, all over the water.',
  'وصلت أمس أول مكتبة متنقلة إلى قرى الجبل بعد شتاء طويل، وتحمل الشاحنة أكثر من ألفي كتاب.',
  '停业半年之后，老城区的夜市昨天晚上重新开放。天还没有黑，街口就排起了长队，许多人带着孩子来。',
  '[ad_1]',
  '[ad_2] [source_link]',
  'Source link',
  'Leave a Reply Cancel reply',
  'By Mara Lind, 3 March 2024',
  'Read more: %%title%%',
];

const odd = fc.string({ unit: 'binary', maxLength: 12 });
/** UTF-16 units of any kind: halves of pairs, controls, marks of direction. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
  .map((codes) => String.fromCharCode(...codes));
const lone = fc.constantFrom('\ud800', '\udfff', '\u0000', '\u0007', '\u202e', '\ufeff', '\ufffe', '\u2028');
const words = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...SENTENCES) }, odd, units, lone);
const named = fc.constantFrom(...PROPERTIES);
const value = fc.oneof(
  named,
  odd,
  fc.constantFrom('comments', 'related', 'article-body', 'byline', 'display:none', '#'),
);
const attribute = fc
  .tuple(fc.constantFrom('id', 'name', 'class', 'style', 'hidden', 'href', 'form', 'rel', 'lang', 'itemprop'), value)
  .map(([name, content]) => ` ${name}="${content.replace(/["<>]/g, '')}"`);
const tag = fc
  .tuple(fc.constantFrom(...TAGS), fc.array(attribute, { maxLength: 3 }))
  .map(([name, attributes]) => `<${name}${attributes.join('')}>`);
const form = fc
  .tuple(fc.array(named, { minLength: 1, maxLength: 6 }), words, fc.boolean())
  .map(([names, text, outside]) => {
    const fields = names.map((name) => `<input name="${name}"${outside ? ' form="f"' : ''}>`).join('');
    return outside
      ? `<form id="f"><p>${text}</p></form>${fields}`
      : `<form class="${names[0]}">${text}${fields}</form>`;
  });
const metadata = fc.oneof(
  value.map((text) => `<meta property="og:title" content="${text.replaceAll('"', '')}">`),
  fc.json({ maxDepth: 4 }).map((json) => `<script type="application/ld+json">${json.replaceAll('<', '')}</script>`),
  fc
    .tuple(fc.constantFrom('NewsArticle', '', 'WebPage'), fc.jsonValue({ maxDepth: 2 }))
    .map(([type, any]) => ({ '@type': type, '@graph': [any], headline: any, author: any, datePublished: any }))
    .map((node) => `<script type="application/ld+json">${JSON.stringify(node).replaceAll('<', '')}</script>`),
  named.map((name) => `<img name="${name}">`),
);
/** What an article is made of, whole among the pieces. */
const prose = fc
  .array(fc.constantFrom(...SENTENCES.slice(0, 4)), { minLength: 3, maxLength: 6 })
  .map((texts) => `<h1>The ferry is late</h1>${texts.map((text) => `<p>${text}</p>`).join('')}`);
const piece = fc.oneof(
  { weight: 2, arbitrary: prose },
  { weight: 5, arbitrary: words },
  { weight: 5, arbitrary: words.map((text) => `<p>${text}</p>`) },
  { weight: 4, arbitrary: tag },
  { weight: 2, arbitrary: fc.constantFrom(...TAGS).map((name) => `</${name}>`) },
  form,
  metadata,
  fc.constantFrom(
    '<',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<!doctype html>',
    '</',
    '<p',
    '<a href="',
    '&#0;',
    '&#xd800;',
  ),
);

describe('documents as nobody should write them', () => {
  it('are read without an error, the same every time, and left as they are', () => {
    let articles = 0;
    const pieces = fc.array(piece, { maxLength: 60, size: 'max' });
    fc.assert(
      fc.property(pieces, (html) => {
        const document = parse(html.join(''));
        const before = document.documentElement.outerHTML;
        clobber(document);
        if (examine(document).article) articles++;
        expect(read(document, 'documentElement').outerHTML).toBe(before);
      }),
      { ...RUN, numRuns: 200 },
    );
    // They are not all so broken that there would be nothing to find.
    expect(articles).toBeGreaterThan(20);
  });

  it('are read as XHTML, which keeps case and namespaces', () => {
    const xml = (text: string) => text.replace(/[^\t\n\r -\ud7ff]|[<&]/g, ' ');
    const names = fc.constantFrom('P', 'p', 'div', 'Form', 'form', 'x:p', 'svg', 'title', 'body');
    const element = fc
      .tuple(names, words, fc.constantFrom('', 'http://www.w3.org/2000/svg', 'urn:x', 'http://www.w3.org/1999/xhtml'))
      .map(([name, text, space]) => `<${name} xmlns="${space}" xmlns:x="urn:x">${xml(text)}</${name}>`);
    fc.assert(
      fc.property(fc.array(element, { maxLength: 20 }), fc.boolean(), (elements, hasBody) => {
        const inner = hasBody ? `<body>${elements.join('')}</body>` : elements.join('');
        const source = `<html xmlns="http://www.w3.org/1999/xhtml">${inner}</html>`;
        examine(parse(source, 'application/xhtml+xml'));
      }),
      { ...RUN, numRuns: 50 },
    );
  });

  it('are read where a script has built what no parser builds', () => {
    type Tree = { tag: string; text: string; inside: Tree[] };
    const tags = ['p', 'div', 'a', 'form', 'button', 'body', 'html', 'article', 'slot', 'h1', 'x-y', 'details'];
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => {
      const own = { tag: fc.constantFrom(...tags), text: words };
      const leaf: fc.Arbitrary<Tree> = fc.record({ ...own, inside: fc.constant<Tree[]>([]) });
      const branch: fc.Arbitrary<Tree> = fc.record({
        ...own,
        inside: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
      });
      return { tree: fc.oneof({ maxDepth: 5 }, leaf, branch) };
    });
    const build = (document: Document, { tag: name, text, inside }: Tree): Element => {
      const element = document.createElement(name);
      element.append(text, document.createComment(text), ...inside.map((one) => build(document, one)));
      if (/^(?:div|article|x-y)$/.test(name)) {
        const shadow = element.attachShadow({ mode: text.length % 2 ? 'open' : 'closed' });
        shadow.append(text, document.createElement('slot'));
      }
      return element;
    };
    fc.assert(
      fc.property(tree, fc.boolean(), (root, isWhole) => {
        const document = parse('<title>x</title>');
        if (isWhole) document.documentElement.replaceWith(build(document, root));
        else document.body.append(build(document, root));
        examine(document);
      }),
      { ...RUN, numRuns: 50 },
    );
  });
});

describe('documents of no use', () => {
  it.each([
    ['without a root', (document: Document) => document.replaceChildren()],
    ['without a body', (document: Document) => document.body.remove()],
    [
      'with a frameset for a body',
      (document: Document) => document.body.replaceWith(document.createElement('frameset')),
    ],
    ['with nothing but a comment', (document: Document) => document.replaceChildren(document.createComment('x'))],
  ])('%s', (_what, change) => {
    const document = parse('<p>Text that is not there any more when somebody looks.</p>');
    change(document);
    expect(examine(document).article).toBeNull();
  });

  it.each(['', 'about:blank', 'not an address', 'file:///tmp/a.html', 'data:text/html,x', 'https://[::1]/a'])(
    'an address such as “%s”',
    (url) => {
      const document = parse(`<h1>The ferry is late</h1>${`<p>${SENTENCES[0]}</p>`.repeat(5)}`);
      expect(articleText(analyse(document, url)).split('\n')).toHaveLength(5);
    },
  );
});

describe('properties that are not what they should be', () => {
  const prose = SENTENCES.slice(0, 2).map((text) => `<p>${text}</p>`);

  it.each(PROPERTIES)('a form with a field named %s', (name) => {
    const fields = `<input name="${name}"><input form="outer" id="${name}">`;
    const html = `<h1>The ferry is late</h1>${prose.join('')}<form id="outer"><p>${SENTENCES[0]}</p>${fields}</form>${prose.join('')}`;
    const plain = analyse(parse(html), URL);
    const document = parse(html);
    clobber(document);
    expect(examine(document).page.blocks.map(({ text }) => text)).toEqual(plain.page.blocks.map(({ text }) => text));
    expect(articleText(analyse(document, URL))).toBe(articleText(plain));
  });

  it.each(PROPERTIES)('a page inside a form with a field named %s', (name) => {
    const html = `<form><input name="${name}"><h1>The ferry is late</h1>${prose.join('').repeat(3)}</form>`;
    const document = parse(html);
    clobber(document);
    examine(document);
    expect(articleText(analyse(document, URL))).toBe(articleText(analyse(parse(html), URL)));
  });

  it.each([...TRIPS_JSDOM])('a form with a field named %s, as the block pass sees it', (name) => {
    const html = `<div><form><input name="${name}"><b>One</b><p>Two</p></form>${prose.join('')}</div>`;
    const document = parse(html);
    clobber(document, true);
    const textsOf = (read: Document) => readPage(read, URL).blocks.map(({ text }) => text);
    expect(textsOf(document)).toEqual(textsOf(parse(html)));
  });

  it.each(PROPERTIES)('a picture named %s', (name) => {
    const html = `<title>The ferry is late</title><img name="${name}"><h1>The ferry is late</h1>${prose.join('').repeat(3)}`;
    const document = parse(html);
    clobber(document);
    const { article } = examine(document);
    expect(article?.headline).toBe('The ferry is late');
    expect(article?.body).toHaveLength(6);
  });
});

describe('documents too large', () => {
  const deep = (levels: number) =>
    parse(`<h1>The ferry is late</h1>${'<div><span>'.repeat(levels / 2)}<p>${SENTENCES[0]}</p><p>${SENTENCES[1]}</p>`);

  it('10,000 levels', () => {
    expect(articleText(examine(deep(10_000))).split('\n')).toEqual(SENTENCES.slice(0, 2));
  });

  it('100,000 siblings', () => {
    const document = parse('<h1>The ferry is late</h1>');
    const text = document.createTextNode(SENTENCES[0] ?? '');
    for (let i = 0; i < 50_000; i++) document.body.append(text.cloneNode(), document.createElement('hr'));
    const { page, article } = examine(document);
    expect(page.tooLarge).toBe(false);
    expect(article?.body).toHaveLength(50_000);
  });

  it('more nodes than are looked at', () => {
    const document = parse('<h1>The ferry is late</h1>');
    for (let i = 0; i < MOST_NODES; i++) document.body.append(document.createElement('br'));
    const { page, article } = examine(document);
    expect({ tooLarge: page.tooLarge, blocks: page.blocks, article }).toEqual({
      tooLarge: true,
      blocks: [],
      article: null,
    });
  });

  it('more text than is looked at', () => {
    const document = parse('<h1>The ferry is late</h1><p></p>');
    document.body.append('The ferry was late. '.repeat(MOST_TEXT / 20 + 1));
    const { page, article } = examine(document);
    expect({ tooLarge: page.tooLarge, blocks: page.blocks, article }).toEqual({
      tooLarge: true,
      blocks: [],
      article: null,
    });
  });
});
