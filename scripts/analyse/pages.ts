import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { JSDOM, VirtualConsole } from 'jsdom';

/** A page to look at. */
export interface Named {
  /** As it was given; `-` is standard input. */
  readonly file: string;
  /** The address it is from, where somebody says. */
  readonly url?: string | undefined;
  /** The folder that `file` is relative to, when it is not found from here. */
  readonly base?: string;
  /** Without style sheets: jsdom parses each, which takes as long as the rest of the page, and the engine asks for none. */
  readonly unstyled?: boolean;
}

/** For a page that says nothing of where it is from: a host that cannot exist, and a path that is no home page's. */
const NOWHERE = 'unknown.invalid';
const SOME_PAGE = '/saved/page.html';

/**
 * The address that a page gives as its own. Taken before it is parsed, because a document is parsed at an address; it
 * cannot tell then that the page names another one as its origin.
 */
function ownAddress(html: string): string {
  const tag = /<link\b[^>]*\brel\s*=\s*["']?canonical\b[^>]*>|<meta\b[^>]*\bproperty\s*=\s*["']?og:url\b[^>]*>/i.exec(
    html,
  )?.[0];
  const address = /\b(?:href|content)\s*=\s*["']?(https?:[^"'\s>]+)/i.exec(tag ?? '')?.[1]?.replaceAll('&amp;', '&');
  return address && URL.canParse(address) ? address : `https://${mostLinked(html) ?? NOWHERE}${SOME_PAGE}`;
}

/** The host that most links and style sheets lead to: nearly always the page's own. */
function mostLinked(html: string): string | undefined {
  const counts = new Map<string, number>();
  for (const [, host] of html.matchAll(/\bhref\s*=\s*["']?https?:\/\/([\w.-]+)/gi))
    if (host) counts.set(host, (counts.get(host) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/**
 * Lines of a list: `{ "file", "url" }`. File names are relative to the current folder or the list's.
 * @throws when the list cannot be read, with the line that is wrong
 */
export function readList(path: string): Named[] {
  const lines = readFileSync(path === '-' ? 0 : path, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      const { file, url } = JSON.parse(line);
      if (typeof file !== 'string') throw new Error('no "file"');
      return [{ file, url: typeof url === 'string' ? url : undefined, base: dirname(path) }];
    } catch (error) {
      throw new Error(`${path}:${index + 1}: ${(error as Error).message}`);
    }
  });
}

function read({ file, base }: Named): Buffer {
  if (file === '-') return readFileSync(0);
  return readFileSync(base && !existsSync(file) ? resolve(base, file) : file);
}

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * A saved page has lost the header that named its encoding: what is valid UTF-8 is taken for it, as nothing else is by
 * chance. Anything else is left to what the page's `<meta>` says.
 */
export function decoded(bytes: Buffer): string | Buffer {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

const STYLES = /(<style\b[^>]*>)[\s\S]*?(<\/style>)/gi;

/**
 * Opens a page as a browser without scripts would.
 * @throws when the file cannot be read or the address is none
 */
export function openPage(page: Named): JSDOM {
  const { file } = page;
  const raw = read(page);
  const bytes = isGzip(raw) ? gunzipSync(raw) : raw;
  const url = page.url ?? ownAddress(bytes.toString('latin1'));
  const html = decoded(bytes);
  return new JSDOM(page.unstyled && typeof html === 'string' ? html.replace(STYLES, '$1$2') : html, {
    url,
    // jsdom describes every style sheet that it cannot parse, at length.
    virtualConsole: new VirtualConsole(),
    contentType: /\.xht(ml)?(\.gz)?$/.test(file) ? 'application/xhtml+xml' : 'text/html',
  });
}
