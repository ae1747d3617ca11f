import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, type Site } from '../../../scripts/drive/site.ts';
import { ROOT } from '../../../scripts/paths.ts';
import type { ClutterKind } from '../../../src/engine/types.ts';

export const CORPUS = join(ROOT, '../shared/corpus/dev');

/** Something labelled on a page. */
export interface Piece {
  readonly kind: ClutterKind;
  readonly text: string;
  /** All of the element is this piece; otherwise only `text` is, and the rest of the element stays. */
  readonly whole: boolean;
  /** The widest element around with the same text, where that is not `selector`’s own. */
  readonly outer?: string | null;
  readonly selector: string;
}

export interface LabelledPage {
  readonly id: string;
  readonly file: string;
  /** As it is served here: there is no https. */
  readonly url: string;
  readonly lang: string;
  readonly theme: string;
  readonly template: string;
  readonly verdictExpected: 'repost' | 'syndicated' | 'original' | 'not-article';
  readonly originalUrl: string | null;
  readonly headlineSelector: string | null;
  readonly contentRoot: string | null;
  readonly articleBlocks: readonly { readonly selector: string }[];
  readonly clutter: readonly Piece[];
}

/** The labelled pages. @throws when they are not there */
export function readLabelled(most: number): LabelledPage[] {
  const truth = join(CORPUS, 'truth.json');
  if (!existsSync(truth)) throw new Error(`no labelled pages in ${CORPUS}`);
  const pages: LabelledPage[] = JSON.parse(readFileSync(truth, 'utf8'));
  return pages.slice(0, most).map((page) => ({ ...page, url: page.url.replace(/^https:/, 'http:') }));
}

/** Serves the pages at their own addresses, with what they need, and no script of theirs runs. */
export function serve(site: Site, pages: readonly LabelledPage[]): void {
  const files = folder(CORPUS);
  const byAddress = new Map(pages.map((page) => [new URL(page.url).href, page]));
  for (const host of new Set(pages.map(({ url }) => new URL(url).host))) {
    site.host(host, (request, response, url) => {
      const page = byAddress.get(url.href);
      if (page) {
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "script-src 'none'",
        });
        response.end(readFileSync(join(CORPUS, page.file)));
      } else {
        // Relative to each page's own address.
        const assets = url.pathname.lastIndexOf('/assets/');
        const path = assets < 0 ? url.pathname : url.pathname.slice(assets);
        files(request, response, new URL(path, url));
      }
    });
  }
}
