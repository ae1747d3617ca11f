import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/engine/analyse.ts';
import { readPage } from '../../../src/engine/blocks.ts';
import { read } from '../../../src/engine/dom.ts';
import { articleText } from '../../../src/engine/text.ts';
import { documents, PROPERTIES, SENTENCES, words } from '../../fuzz/documents.ts';
import { HUGE } from '../../fuzz/huge.ts';
import { examine, ADDRESS as URL } from '../../fuzz/invariants.ts';
import { clobber, TRIPS_JSDOM } from './clobber.ts';

const { window } = new JSDOM('', { url: URL });
Object.assign(globalThis, { MutationObserver: window.MutationObserver });
const parse = (source: string, type: DOMParserSupportedType = 'text/html') =>
  new window.DOMParser().parseFromString(source, type);

/** The same documents at every run. */
const RUN = { seed: 20_241_124, endOnFailure: true } as const;

describe('documents as nobody should write them', () => {
  it('are read without an error, the same every time, and left as they are', () => {
    let articles = 0;
    fc.assert(
      fc.property(documents, (html) => {
        const document = parse(html);
        const before = document.documentElement.outerHTML;
        clobber(document);
        if (examine(document).article) articles++;
        expect(read(document, 'documentElement').outerHTML).toBe(before);
      }),
      { ...RUN, numRuns: 100 },
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
      expect(articleText(analyze(document, url)).split('\n')).toHaveLength(5);
    },
  );
});

describe('properties that are not what they should be', () => {
  const prose = SENTENCES.slice(0, 2).map((text) => `<p>${text}</p>`);

  it.each(PROPERTIES)('a form with a field named %s', (name) => {
    const fields = `<input name="${name}"><input form="outer" id="${name}">`;
    const html = `<h1>The ferry is late</h1>${prose.join('')}<form id="outer"><p>${SENTENCES[0]}</p>${fields}</form>${prose.join('')}`;
    const plain = analyze(parse(html), URL);
    const document = parse(html);
    clobber(document);
    expect(examine(document).page.blocks.map(({ text }) => text)).toEqual(plain.page.blocks.map(({ text }) => text));
    expect(articleText(analyze(document, URL))).toBe(articleText(plain));
  });

  it.each(PROPERTIES)('a page inside a form with a field named %s', (name) => {
    const html = `<form><input name="${name}"><h1>The ferry is late</h1>${prose.join('').repeat(3)}</form>`;
    const document = parse(html);
    clobber(document);
    examine(document);
    expect(articleText(analyze(document, URL))).toBe(articleText(analyze(parse(html), URL)));
  });

  it.each([...TRIPS_JSDOM])('a form with a field named %s, as the block pass sees it', (name) => {
    const html = `<div><form><input name="${name}"><b>One</b><p>Two</p></form>${prose.join('')}</div>`;
    const document = parse(html);
    clobber(document, true);
    const textsOf = (read: Document) => readPage(read, URL).blocks.map(({ text }) => text);
    expect(textsOf(document)).toEqual(textsOf(parse(html)));
  });

  it.each(PROPERTIES)('a picture named %s', (name) => {
    const html = `<title>The ferry is late</title><img name="${name}"><h1>The ferry is late</h1>${prose.join('').repeat(4)}`;
    const document = parse(html);
    clobber(document);
    const { article } = examine(document);
    expect(article?.headline).toBe('The ferry is late');
    expect(article?.body).toHaveLength(8);
  });

  it.each(PROPERTIES)('a picture named %s on a page with every trace of copying', (name) => {
    const traces = ['[ad_1]', 'The post The ferry is late appeared first on Harbour Post.', 'Source: Harbour Post'];
    const html = `<title>The ferry is late</title><img name="${name}"><h1>The ferry is late</h1>${prose.join('').repeat(3)}${traces.map((text) => `<p>${text}</p>`).join('')}`;
    const document = parse(html);
    clobber(document);
    expect(examine(document).verdict).toEqual(analyze(parse(html), URL).verdict);
  });
});

describe('documents too large', () => {
  // At their full sizes in a real browser: tests/browser/long/bad-input.test.ts.
  it.each(HUGE)('$name', ({ small, check }) => {
    check(small, parse);
  });
});
