/**
 * Pages made up to be picked on: the same site loaded twice, before and after a deploy. Between the two all generated names
 * are others, the article is another, and the template has changed a little. What is what is known by a key, which is on
 * the page only until it has been read.
 */
import { JSDOM, VirtualConsole } from 'jsdom';

/** A page of a site, and what its pieces are. */
export interface MadePage {
  readonly document: Document;
  /** What can be picked, by key: the same key on the other page is its twin. */
  readonly pieces: ReadonlyMap<string, Element>;
  /** Elements with the same words here are as good as each other: items of one list, paragraphs of one article. */
  readonly group: ReadonlyMap<Element, string>;
}

/** How a site's build names what its template calls `promo box`, on a load. */
export type Naming = (role: string, words: readonly string[], hash: (of: string, length: number) => string) => string;

const camel = (words: readonly string[]) => words.map((word) => word.replace(/^./, (a) => a.toUpperCase())).join('');

/** What every box, bar and line of such a site is called. */
const UTILITIES: Readonly<Record<string, string>> = {
  box: 'mt-6 rounded-lg border border-gray-200 bg-white p-4 shadow-sm',
  bar: 'flex items-center justify-between bg-blue-600 px-4 py-2 text-white',
  line: 'mt-4 text-lg leading-7',
  list: 'space-y-2 divide-y',
  item: 'flex items-center gap-2 py-2',
  picture: 'w-full rounded-lg object-cover',
};

export const NAMINGS: Readonly<Record<string, Naming>> = {
  words: (_, words) => `class="${words.join('-')}"`,
  'words and a scope (Svelte)': (_, words, hash) => `class="${words.join('-')} svelte-${hash('scope', 6)}"`,
  'words and an attribute (Vue)': (_, words, hash) => `class="${words.join('-')}" data-v-${hash('scope', 8)}`,
  'CSS modules': (_, words, hash) => `class="${camel(words.slice(0, 1))}_${words.at(-1)}__${hash(words.join(), 5)}"`,
  'emotion with labels': (_, words, hash) => `class="css-${hash(words.join(), 6)}-${camel(words)}"`,
  emotion: (_, words, hash) => `class="css-${hash(words.join(), 6)}"`,
  'styled-components': (_, words, hash) =>
    `class="sc-${hash(words.join(), 6)}-0 ${hash(`${words.join()}.`, 6).replace(/\d/g, 'Q')}"`,
  Tailwind: (role) => `class="${UTILITIES[role] ?? ''}"`,
  'no classes': () => '',
};

/** What a deploy does to the template. */
export const CHANGES = ['nothing', 'a box more', 'boxes in another order', 'wrappers', 'a box gone', 'states'] as const;
export type Change = (typeof CHANGES)[number];

/** Numbers that look random and are the same each time. */
function numbers(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state / 2 ** 32;
  };
}

const WORDS =
  'harbour council bridge morning ferry teacher garden winter engine letter river market keeper window island library storm record singer valley'.split(
    ' ',
  );

/** @param load before the deploy, and after it */
export function make(naming: Naming, change: Change, load: 0 | 1): MadePage {
  const isAfter = (one: Change) => load === 1 && change === one;
  const next = numbers(load + 11);
  const some = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const words = (count: number) => Array.from({ length: count }, () => some(WORDS)).join(' ');
  const sentence = (count: number) => words(count).replace(/^./, (a) => a.toUpperCase());
  const hash = (of: string, length: number) => {
    let sum = 2_166_136_261 + load * 7919;
    for (const letter of of) sum = Math.imul(sum ^ letter.charCodeAt(0), 16_777_619);
    return ((sum >>> 0) / 2 ** 32 + 1)
      .toString(36)
      .slice(2, 2 + length)
      .padEnd(length, 'x7');
  };

  /** An element with a key; `as`: what it shares with others. */
  const piece = (tag: string, key: string, role: string, name: string, inner: string, more = '') => {
    const state = isAfter('states') && role !== 'line' ? ' is-visible' : '';
    const named = naming(role, name.split(' '), hash).replace(/(class="[^"]*)"/, `$1${state}"`);
    const made = `<${tag} data-key="${key}" ${named} ${more}>${inner}</${tag}>`;
    return isAfter('wrappers') && role === 'box' ? `<div><div>${made}</div></div>` : made;
  };
  const list = (key: string, name: string, items: readonly string[]) =>
    piece(
      'ul',
      key,
      'list',
      `${name} list`,
      items
        .map((item, i) => piece('li', `${key} item ${i}`, 'item', `${name} item`, item, `data-group="${key} item"`))
        .join(''),
    );
  const link = (text: string) => `<a href="/${load}/${text.replace(/\W+/g, '-').toLowerCase()}">${text}</a>`;
  const headed = (key: string, name: string, heading: string, inner: string, tag = 'section') =>
    piece(tag, key, 'box', `${name} box`, `<h3>${heading}</h3>${inner}`);

  const bars = [
    piece(
      'div',
      'notice bar',
      'bar',
      'notice bar',
      `<p>Read everything for a pound a month</p><button>Subscribe</button>`,
    ),
    piece(
      'div',
      'weather bar',
      'bar',
      'weather bar',
      `<span>${Math.floor(next() * 30)}°</span><span>${some(WORDS)}</span>`,
    ),
  ];
  const promoted = piece(
    'p',
    'promo line',
    'line',
    'promo line',
    `Follow us on the messenger of your choice: ${link('join the channel')}`,
  );
  const sharing = piece(
    'div',
    'share bar',
    'bar',
    'share bar',
    ['Post', 'Mail', 'Print'].map((name) => `<a href="/${load}/${name}" title="${name}"><svg></svg></a>`).join(''),
  );
  const readAlso = piece('p', 'also line', 'line', 'also line', `<b>Read also:</b> ${link(sentence(6))}`);
  const body = Array.from(
    { length: 8 + Math.floor(next() * 5) },
    (_, i) =>
      `<p ${naming('line', ['story', 'line'], hash)} data-article ${i === 1 ? 'data-key="a paragraph"' : ''}>${sentence(30)}. ${link(words(2))} ${words(9)}.</p>`,
  );
  const advert = piece(
    'figure',
    'advert picture',
    'box',
    'advert picture',
    piece(
      'img',
      'advert img',
      'picture',
      'advert img',
      '',
      `src="/ads/${Math.floor(next() * 999)}.png" alt=""`,
    ).replace('</img>', ''),
  );
  const letter = headed(
    'letter',
    'letter',
    'The morning letter',
    `<p>All that counts, at six.</p><form><input type="email"><button>Send</button></form>`,
    'div',
  );
  const table = `<table ${naming('box', ['results', 'table'], hash)}><tbody>${[0, 1, 2].map((row) => `<tr><td>${sentence(2)}</td><td>${Math.floor(next() * 99)}</td>${row === 1 ? piece('td', 'advert cell', 'item', 'sponsor cell', 'Sponsored by the ferry line') : `<td>${sentence(1)}</td>`}</tr>`).join('')}</tbody></table>`;
  const shadow = piece(
    'news-offer',
    'offer host',
    'box',
    'offer host',
    `<template>${piece('div', 'offer in a shadow root', 'box', 'offer box', `<p>Offer of the week</p>${link('See it')}`)}<slot></slot></template>`,
  );
  const photo = () =>
    `<figure data-article><img src="/photos/${Math.floor(next() * 999)}.jpg" alt=""><figcaption>${sentence(9)}</figcaption></figure>`;
  const inBody = [
    photo(),
    sharing,
    ...body.slice(0, 3),
    promoted,
    ...body.slice(3, 5),
    photo(),
    advert,
    letter,
    ...body.slice(5, 7),
    readAlso,
    table,
    shadow,
    ...body.slice(7),
  ];

  let boxes = [
    headed(
      'most read',
      'popular',
      'Most read',
      list(
        'popular',
        'popular',
        Array.from({ length: 5 }, () => link(sentence(5))),
      ),
    ),
    headed(
      'events',
      'events',
      'What is on',
      list(
        'events',
        'events',
        Array.from({ length: 3 }, () => link(sentence(3))),
      ),
    ),
    piece(
      'div',
      'advert box',
      'box',
      'advert box',
      `<iframe src="https://ads.example/slot?${Math.floor(next() * 999)}"></iframe>`,
    ),
    piece('div', 'quote box', 'box', 'quote box', `<blockquote>${sentence(8)}</blockquote>`),
    piece(
      'div',
      'picture box',
      'box',
      'picture box',
      `<a href="https://boats.example/?${Math.floor(next() * 999)}"><img src="/boats/${Math.floor(next() * 99)}.png" alt=""></a>`,
    ),
    `<div><img src="/portraits/${Math.floor(next() * 99)}.jpg" alt=""></div>`,
    piece('div', 'video box', 'box', 'video box', `<video src="/live/${Math.floor(next() * 99)}.mp4"></video>`),
    headed(
      'shop',
      'shop',
      'From our shop',
      `<img src="/shop/${Math.floor(next() * 99)}.png" alt=""><p>${sentence(3)}</p>`,
    ),
  ];
  if (isAfter('a box more')) {
    boxes = [headed('new', 'poll', 'The poll', `<p>${sentence(5)}?</p>`), ...boxes];
    bars.unshift(piece('div', 'new bar', 'bar', 'live bar', `<p>Live: ${sentence(4)}</p>`));
  }
  if (isAfter('boxes in another order')) boxes = [...boxes.slice(2), ...boxes.slice(0, 2)];
  if (isAfter('a box gone')) boxes.shift();

  const html = `<!doctype html><html lang="en"><body><div id="root">${bars.join('')}
    <header ${naming('bar', ['site', 'header'], hash)}><a href="/"><img ${naming('picture', ['site', 'logo'], hash)} src="/logo.svg" alt="The Gazette"></a>
    <nav>${list('menu', 'menu', ['News', 'Sport', 'Podcasts', 'Shop'].map(link))}</nav></header>
    <div ${naming('page', ['page', 'columns'], hash)}><main><article><h1 data-article>${sentence(7)}</h1>${inBody.join('\n')}</article>
    ${headed(
      'related',
      'related',
      'Related',
      list(
        'related',
        'related',
        Array.from({ length: 4 }, () => link(sentence(6))),
      ),
    )}</main>
    <aside>${boxes.join('\n')}</aside></div>
    <footer>${piece('div', 'footer letter', 'box', 'footer letter', '<p>Get the app</p><a href="/app">Download</a>')}<p>© The Gazette</p></footer></div></body></html>`;
  return read(html);
}

function read(html: string): MadePage {
  const { document } = new JSDOM(html, { url: 'http://made.test/', virtualConsole: new VirtualConsole() }).window;
  for (const template of document.querySelectorAll('template')) {
    template.parentElement?.attachShadow({ mode: 'open' }).append(template.content);
    template.remove();
  }
  const pieces = new Map<string, Element>();
  const group = new Map<Element, string>();
  const look = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      const { key, group: shared, article } = (element as HTMLElement).dataset;
      if (key) pieces.set(key, element);
      const known = article === undefined ? (shared ?? key) : 'article';
      if (known) group.set(element, known);
      for (const name of ['data-key', 'data-group', 'data-article']) element.removeAttribute(name);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document);
  return { document, pieces, group };
}
