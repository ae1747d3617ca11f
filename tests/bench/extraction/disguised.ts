import { createHash } from 'node:crypto';
import { findArticle } from '../../../src/engine/article.ts';
import { readPage } from '../../../src/engine/blocks.ts';
import { readMetadata } from '../../../src/engine/metadata.ts';
import type { BenchPage } from '../pages.ts';
import type { Table } from '../table.ts';
import { type PageScore, scoreAll, scorePage } from './metric.ts';
import { opened } from './opened.ts';

const NAMES = ['class', 'id'];
const SECTIONS = 'article,aside,figure,footer,header,main,nav,section';

/** As tools that write style sheets make names up: `x1k2j3`. */
const madeUp = (names: string): string =>
  names.replace(/\S+/g, (name) => `x${createHash('sha256').update(name).digest('hex').slice(0, 6)}`);

function eachName(document: Document, change: (element: Element, attribute: string, names: string) => void): void {
  for (const attribute of NAMES)
    for (const element of document.querySelectorAll(`[${attribute}]`))
      change(element, attribute, element.getAttribute(attribute) ?? '');
}

/** What is taken from a page before the article is looked for. */
const DISGUISES: Readonly<Record<string, (document: Document) => void>> = {
  nothing: () => {},
  'meta elements, links, scripts': (document) => {
    for (const element of document.querySelectorAll('meta,link,script')) element.remove();
  },
  'sectioning elements (each a div)': (document) => {
    for (const element of document.querySelectorAll(SECTIONS)) {
      const plain = document.createElement('div');
      for (const { name, value } of element.attributes) plain.setAttribute(name, value);
      plain.append(...element.childNodes);
      element.replaceWith(plain);
    }
  },
  'names of classes and ids (made-up ones instead)': (document) =>
    eachName(document, (element, attribute, names) => element.setAttribute(attribute, madeUp(names))),
  'classes and ids': (document) => eachName(document, (element, attribute) => element.removeAttribute(attribute)),
};

function scoreOf(page: BenchPage, disguise: (document: Document) => void): PageScore {
  const { url, truth } = page;
  const document = opened(page);
  disguise(document);
  const article = findArticle(readPage(document, url), readMetadata(document, url));
  return scorePage(truth, article?.body.map(({ text }) => text).join('\n') ?? '');
}

/** How much the article stage leans on what pages say of themselves. */
export function disguisedTable(pages: readonly BenchPage[]): Table {
  return {
    title: 'The article on pages that give less away',
    columns: ['taken away', 'F1', 'precision', 'recall', 'exact'],
    rows: Object.entries(DISGUISES).map(([name, disguise]) => {
      const { f1, precision, recall, exact } = scoreAll(pages.map((page) => scoreOf(page, disguise)));
      return [name, f1.toFixed(4), precision.toFixed(4), recall.toFixed(4), exact.toFixed(2)];
    }),
    notes: ['Blocks + article in jsdom, the same pages, one thing taken from each at a time.'],
  };
}
