import type { Bench } from './bench.ts';
import { inChromium } from './chromium.ts';
import type { Growth } from './growth.page.ts';
import { median } from './table.ts';

const SIZES = [3_125, 6_250, 12_500, 25_000, 50_000, 100_000, 190_000, 210_000];

/** An article with as many nodes, in paragraphs with links between lists of teasers. */
function pageOf(nodes: number): Buffer {
  const paragraph = (i: number) =>
    `<p class="text">Paragraph ${i} says something about the harbour, <a href="/a/${i}">and links it</a>, in two sentences. It ends here.</p>\n`;
  const teaser = (i: number) => `<aside><a href="/b/${i}">Another story, number ${i}</a></aside>\n`;
  // A paragraph is six nodes with the line break after it, a teaser four.
  const rounds = Math.floor(nodes / (4 * 6 + 4));
  const body = Array.from({ length: rounds }, (_, i) =>
    [...[0, 1, 2, 3].map((j) => paragraph(4 * i + j)), teaser(i)].join(''),
  );
  const title = 'A harbour that grows';
  return Buffer.from(
    `<!doctype html><title>${title}</title><body><h1>${title}</h1><article>${body.join('')}</article></body>`,
  );
}

/** How the engine's time grows with a page, and how long the page has to wait meanwhile. */
export const growth: Bench = {
  name: 'growth',
  async run() {
    const pages = SIZES.map((size) => ({
      id: String(size),
      url: 'http://growth.test/story',
      html: pageOf(size),
      truth: '',
    }));
    const answers = await inChromium<Growth>(pages, 'tests/bench/growth.page.ts');
    return [
      {
        title: 'The engine as a page grows, Chromium',
        columns: ['nodes', 'ms', 'µs a node', 'longest wait ms'],
        rows: answers.map(({ nodes, tooLarge, times, wait }) => [
          tooLarge ? `${nodes} (too large)` : nodes,
          median(times).toFixed(1),
          ((1000 * median(times)) / nodes).toFixed(2),
          wait.toFixed(1),
        ]),
        notes: ['Blocks, article and verdict; the median of three. Wait: between two chances for the page to go on.'],
      },
    ];
  },
};
