import { JSDOM, VirtualConsole } from 'jsdom';

/** A document as a browser without scripts has it. jsdom's complaints about a page are not of interest. */
export const open = (html: string, url = 'https://paper.example/news/story', contentType = 'text/html'): Document =>
  new JSDOM(html, { url, contentType, virtualConsole: new VirtualConsole() }).window.document;
