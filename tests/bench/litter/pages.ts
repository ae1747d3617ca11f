import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer-core';
import { ROOT } from '../../../scripts/paths.ts';
import { typeOf } from '../chromium.ts';

const FOLDER = join(ROOT, '../shared/reposts');

/** A repost as somebody met it. */
export interface RealRepost {
  readonly file: string;
  readonly url: string;
  readonly html: Buffer;
}

interface Truth {
  readonly file: string;
  readonly url: string;
  readonly label: string;
}

/** Those of the real pages that are labelled a repost. @throws when there are none */
export function readReposts(most: number): RealRepost[] {
  const truth = join(FOLDER, 'truth.jsonl');
  if (!existsSync(truth)) throw new Error(`no labelled pages in ${FOLDER}`);
  const lines = readFileSync(truth, 'utf8').trim().split('\n');
  return lines
    .map((line): Truth => JSON.parse(line))
    .filter(({ label }) => label === 'repost')
    .slice(0, most)
    .map(({ file, url }) => ({
      file,
      url,
      html: gunzipSync(readFileSync(join(FOLDER, file))),
    }));
}

/**
 * Opens the page at its own address. Nothing else is loaded, and no script of the page runs. The browser asks some hosts
 * by https only, so the answer cannot come from the site that other benchmarks have.
 */
export async function openReal(browser: Browser, { url, html }: RealRepost): Promise<Page> {
  const tab = await browser.newPage();
  await tab.setRequestInterception(true);
  tab.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.frame() === tab.mainFrame();
    const headers = { 'content-security-policy': "script-src 'none'" };
    const answer = { status: 200, contentType: typeOf(html), headers, body: html };
    (isPage ? request.respond(answer) : request.abort()).catch(() => {});
  });
  await tab.goto(url, { waitUntil: 'load' });
  return tab;
}
