import fc from 'fast-check';
import type { Browser, Page } from 'puppeteer-core';
import { launch } from '../../scripts/drive/launch.ts';
import { Site } from '../../scripts/drive/site.ts';
import type { Target } from '../../scripts/paths.ts';
import { bundle } from '../bench/chromium.ts';
import { documents } from './documents.ts';
import type { Batch } from './fuzz.page.ts';

/** A page of a real browser that documents are looked at in. */
export interface Fuzz {
  batch(seed: number, runs: number): Promise<Batch>;
  /** What is wrong with a document; `null`: nothing. */
  one(html: string): Promise<string | null>;
  /** What is wrong with one of huge.ts at its full size; `null`: nothing. */
  huge(name: string): Promise<string | null>;
  close(): Promise<void>;
}

/** The documents of a batch. As a property they come out the same as in it. */
function documentsOf(seed: number, runs: number): string[] {
  const property = fc.property(documents, (_html: string) => {});
  return fc.sample(property, { seed, numRuns: runs }).map(([html]) => html);
}

export async function startFuzz(target: Target): Promise<Fuzz> {
  const script = await bundle('tests/fuzz/fuzz.page.ts');
  const site = await Site.start();
  const home = 'http://fuzz.test/';
  site.page(home, '<!doctype html><title>fuzz</title>');
  let browser: Browser;
  let tab: Page;
  const open = async () => {
    browser = await launch(target, { headless: true, site, alone: true });
    tab = await browser.newPage();
  };
  await open();
  /** A fresh page each time, so that nothing of the last documents is left. @throws where it does not answer */
  const call = async <T>(expression: string): Promise<T> => {
    try {
      await tab.goto(home);
      return (await tab.evaluate(`(() => { ${script}; return ${expression}; })()`)) as T;
    } catch (error) {
      browser.process()?.kill('SIGKILL');
      await open();
      throw error;
    }
  };
  const one = (html: string) => call<string | null>(`bench.one(${JSON.stringify(html)})`);
  return {
    one,
    huge: (name) => call<string | null>(`bench.huge(${JSON.stringify(name)})`),
    async batch(seed, runs) {
      try {
        return await call<Batch>(`bench.batch(${seed}, ${runs})`);
      } catch (error) {
        for (const html of documentsOf(seed, runs)) {
          const wrong = await one(html).catch(String);
          if (wrong) return { articles: 0, littered: 0, failure: { html, error: wrong } };
        }
        throw error;
      }
    },
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}
