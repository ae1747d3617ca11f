import { JSDOM, VirtualConsole } from 'jsdom';
import { decoded } from '../../../scripts/analyse/pages.ts';
import type { BenchPage } from '../pages.ts';

/** The page as jsdom reads it, its scripts left alone; what it complains of is not printed. */
export const opened = ({ html, url }: BenchPage): Document =>
  new JSDOM(decoded(html), { url, virtualConsole: new VirtualConsole() }).window.document;
