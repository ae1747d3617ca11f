/**
 * Documents that are too large for anybody. Unit tests take each as small as it still says something, because jsdom
 * builds large documents slowly; a real browser takes each at its full size.
 */
import { analyze } from '../../src/engine/analyse.ts';
import { MAX_PAGE_CHARS } from '../../src/engine/blocks.ts';
import { readDetails } from '../../src/engine/details.ts';
import { shouldAnalyze } from '../../src/engine/repost/prefilter.ts';
import { MAX_PAGE_NODES } from '../../src/engine/steps.ts';
import { articleText } from '../../src/engine/text.ts';
import { SENTENCES } from './documents.ts';
import { ADDRESS, insist } from './invariants.ts';

interface HugeCase {
  readonly name: string;
  /** Sizes in what the case counts: levels, nodes, characters. */
  readonly small: number;
  readonly full: number;
  /** Builds a document of this size and looks at it. @throws with what does not hold */
  readonly check: (size: number, parse: (html: string) => Document) => void;
}

const HEADLINE = 'The ferry is late';
const SENTENCE = 'The ferry was late. ';
const PAGE = `<title>${HEADLINE}</title><h1>${HEADLINE}</h1>${`<p>${SENTENCES[0]}</p>`.repeat(5)}`;
/** What a link's address, its text and the line around it look like where there is no source. */
const LINK = '<a href="https://other.example/2026/x">x</a> and ';

const textOf = (size: number) => SENTENCE.repeat(Math.ceil(size / SENTENCE.length));

function insistTooLarge(document: Document): void {
  const { page, article } = analyze(document, ADDRESS);
  insist(page.tooLarge && page.blocks.length === 0 && article === null, 'it is too large, and not looked at');
}

/** The text of one paragraph among others. */
const oneText = (name: string, of: (size: number) => string): HugeCase => ({
  name: `one text ${name}`,
  small: MAX_PAGE_CHARS + 100,
  full: 50_000_000,
  check: (size, parse) => {
    const document = parse(PAGE);
    const paragraph = document.createElement('p');
    paragraph.append(of(size));
    document.body.append(paragraph);
    insistTooLarge(document);
  },
});

/** What is no text of the page does not count as such. */
const unread = (where: string, put: (document: Document, text: string) => unknown): HugeCase => ({
  name: `much that is no text of the page, in ${where}`,
  small: 1_000_000,
  full: 50_000_000,
  check: (size, parse) => {
    const document = parse(PAGE);
    put(document, textOf(size));
    const analysis = analyze(document, ADDRESS);
    insist(analysis.article?.headlineBlock?.text === HEADLINE, 'the headline is found');
    insist(articleText(analysis) === Array(5).fill(SENTENCES[0]).join('\n'), 'the article is found');
    const { description, byline } = readDetails(analysis);
    insist(
      [description, byline].every((text) => (text?.length ?? 0) <= 10_000),
      'what is said of it is short',
    );
  },
});

const putMeta = (name: string) => (document: Document, text: string) => {
  const element = document.createElement('meta');
  element.setAttribute('property', name);
  element.setAttribute('content', text);
  document.head.append(element);
};

const putPicture = (document: Document, text: string) => {
  const picture = document.createElement('img');
  document.querySelector('p')?.append(picture);
  picture.setAttribute('src', `data:,${text}`);
};

const putData = (document: Document, text: string) => {
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.append(JSON.stringify({ '@type': 'NewsArticle', headline: text }));
  document.head.append(script);
};

export const HUGE: readonly HugeCase[] = [
  {
    name: 'levels',
    small: 2000,
    full: 10_000,
    check: (size, parse) => {
      const document = parse(`<h1>${HEADLINE}</h1>`);
      let deepest: Element = document.body;
      for (let level = 0; level < size; level++) {
        // A browser's parser stops at some hundred levels; a script does not.
        const next = document.createElement(level % 2 ? 'span' : 'div');
        deepest.append(next);
        deepest = next;
      }
      const texts = SENTENCES.slice(0, 2);
      for (const text of texts) deepest.append(Object.assign(document.createElement('p'), { textContent: text }));
      insist(articleText(analyze(document, ADDRESS)) === texts.join('\n'), 'the article is found');
    },
  },
  {
    name: 'siblings',
    small: 10_000,
    full: 100_000,
    check: (size, parse) => {
      const document = parse(`<h1>${HEADLINE}</h1>`);
      const text = document.createTextNode(SENTENCES[0] ?? '');
      for (let i = 0; i < size / 2; i++) document.body.append(text.cloneNode(), document.createElement('hr'));
      const { page, article } = analyze(document, ADDRESS);
      insist(!page.tooLarge && article?.body.length === size / 2, 'all of it is article');
    },
  },
  {
    name: 'more nodes than are looked at',
    small: MAX_PAGE_NODES,
    full: MAX_PAGE_NODES,
    check: (size, parse) => {
      const document = parse(`<h1>${HEADLINE}</h1>`);
      const text = document.createTextNode('x');
      for (let i = 0; i < size; i++) document.body.append(text.cloneNode());
      insistTooLarge(document);
    },
  },
  {
    name: 'more text than is looked at',
    small: MAX_PAGE_CHARS,
    full: MAX_PAGE_CHARS,
    check: (size, parse) => {
      const document = parse(`<h1>${HEADLINE}</h1><p></p>`);
      document.body.append(textOf(size));
      insistTooLarge(document);
    },
  },
  oneText('of sentences', textOf),
  oneText('of one word', (size) => 'x'.repeat(size)),
  oneText('of blanks', (size) => ' \n'.repeat(size / 2)),
  unread('a comment', (document, text) => document.body.append(document.createComment(text))),
  unread('a template', (document, text) => document.body.appendChild(document.createElement('template')).append(text)),
  unread('a class', (document, text) => document.querySelector('p')?.setAttribute('class', text)),
  unread('a style', (document, text) => document.querySelector('p')?.setAttribute('style', text)),
  unread('a picture’s address', putPicture),
  unread('the language', (document, text) => document.documentElement.setAttribute('lang', text)),
  unread('a title', putMeta('og:title')),
  unread('a description', putMeta('og:description')),
  unread('an author', putMeta('author')),
  unread('a date', putMeta('article:published_time')),
  unread('JSON-LD', putData),
  {
    name: 'links in one line, none of them a source',
    small: 300,
    full: 1500,
    check: (size, parse) => {
      const document = parse(`<title>${HEADLINE}</title><h1>${HEADLINE}</h1><p>${LINK.repeat(size)}</p>`);
      insist(!shouldAnalyze(document, ADDRESS), 'the prefilter finds no source');
    },
  },
  {
    name: 'links between which there is nothing else',
    small: 2001,
    full: 20_000,
    check: (size, parse) => {
      const document = parse(
        `<title>${HEADLINE}</title><h1>${HEADLINE}</h1>${LINK.replace(/>.*/, '></a>').repeat(size)}`,
      );
      insist(shouldAnalyze(document, ADDRESS), 'the prefilter leaves it to the engine, which lets the page go on');
    },
  },
];
