/** What is seen of litter while a page streams in over three seconds, how long after it, and how much of it jumps. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURES, Rig } from '../../scripts/drive/rig.ts';
import { seenText } from '../../scripts/drive/seen-text.ts';
import type { Site } from '../../scripts/drive/site.ts';
import type { Target } from '../../scripts/paths.ts';
import type { Bench } from './bench.ts';

/** ms in which a page arrives, and after its load event, and the parts that it comes in. */
const WHOLE = 3000;
const AFTER = 1500;
const PARTS = 12;

/** What goes with a repost's tokens: the headline once more, a row for sharing, related articles, a newsletter, the form. */
const LITTER = '.entry-content > h2:first-child, .share-row, .related, .newsletter, #respond';

/**
 * Counts frames in which litter is laid out, notes when the rest was last seen, and sums the browser's own layout shifts, where it has them. It looks when
 * a frame has been painted: before, other callbacks of the same frame may still take something away.
 */
const RECORDER = `<script>
  window.flash = { frames: 0, tokens: 0, screen: 0, page: 0, shift: 0, known: PerformanceObserver.supportedEntryTypes.includes('layout-shift') };
  const look = () => {
    const text = (${seenText})();
    flash.frames++;
    if (/\\[ad_\\d\\]/.test(text)) flash.tokens++;
    const parsed = performance.timing.domContentLoadedEventStart - performance.timing.navigationStart;
    const since = parsed > 0 ? performance.now() - parsed : 0;
    const seen = [...document.querySelectorAll('${LITTER}')].filter((element) => element.checkVisibility());
    if (seen.length > 0) flash.page = since;
    if (seen.some((element) => element.getBoundingClientRect().top < innerHeight)) flash.screen = since;
    requestAnimationFrame(painted);
  };
  const channel = new MessageChannel();
  channel.port1.onmessage = look;
  const painted = () => channel.port2.postMessage(null);
  requestAnimationFrame(painted);
  if (flash.known) new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) flash.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
</script>`;
interface Flash {
  readonly frames: number;
  readonly tokens: number;
  /** When litter was last seen in the first screen, and anywhere: milliseconds after the page had been parsed. */
  readonly screen: number;
  readonly page: number;
  readonly shift: number;
  readonly known: boolean;
}

/** A picture that does not come shifts the page by itself, sooner or later. */
const PICTURE = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 800 360'/>";
const read = (name: string) =>
  readFileSync(join(FIXTURES, name), 'utf8')
    .replace('<link rel="stylesheet" href="theme.css">', RECORDER)
    .replace(/src="picture-[^"]*"/g, `src="${PICTURE}"`);
const withoutTokens = (html: string) => html.replace(/\[ad_\d\](?:<br ?\/?>)?/g, '');

/** The evidence is in the first part of a page, or at its end alone. */
const PAGES: readonly (readonly [name: string, html: () => string])[] = [
  ['Arabic repost, evidence first', () => read('repost-ar.html')],
  ['English repost, evidence first', () => read('repost-en.html')],
  ['English repost, evidence last', () => withoutTokens(read('repost-en.html'))],
  ['English original', () => read('original-en.html')],
];
const addressOf = (index: number) => `http://flash${index}.test/news/story`;

function serve(site: Site): void {
  for (const [index, [, html]] of PAGES.entries()) {
    site.page(addressOf(index), (_request, response) => {
      const bytes = Buffer.from(html());
      const size = Math.ceil(bytes.length / PARTS);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      const send = (part: number) => {
        response.write(bytes.subarray(part * size, (part + 1) * size));
        if (part + 1 < PARTS) setTimeout(send, WHOLE / PARTS, part + 1);
        else response.end();
      };
      send(0);
    });
  }
}

/** How the background is when a page begins to arrive. */
type Background = 'awake' | 'asleep';

async function flashes(rig: Rig, background: Background | null): Promise<Flash[]> {
  const all: Flash[] = [];
  for (const index of PAGES.keys()) {
    if (background === 'asleep') await rig.killBackground();
    const page = await rig.open(addressOf(index));
    await new Promise((done) => setTimeout(done, AFTER));
    all.push((await page.evaluate('window.flash')) as Flash);
    await page.close();
  }
  return all;
}

async function rowsOf(target: Target): Promise<(string | number)[][]> {
  const rig = await Rig.start(target, { extension: null, site: serve });
  try {
    const alone = await flashes(rig, null);
    await rig.install();
    const shift = ({ known, shift: sum }: Flash) => (known ? sum.toFixed(4) : '');
    const rows: (string | number)[][] = [];
    for (const background of ['awake', 'asleep'] as const) {
      const ours = await flashes(rig, background);
      for (const [i, [name]] of PAGES.entries()) {
        const [before, after] = [alone[i] as Flash, ours[i] as Flash];
        rows.push([
          name,
          target,
          background,
          after.frames,
          before.tokens,
          after.tokens,
          after.screen.toFixed(0),
          after.page.toFixed(0),
          shift(before),
          shift(after),
        ]);
      }
    }
    return rows;
  } finally {
    await rig.close();
  }
}

export const flash: Bench = {
  name: 'flash',
  async run({ browsers }) {
    const rows: (string | number)[][] = [];
    for (const target of browsers) rows.push(...(await rowsOf(target)));
    return [
      {
        title: `A page that streams in over ${WHOLE / 1000} s: frames with a token, when the rest goes, and layout shift`,
        columns: [
          'page',
          'browser',
          'background',
          'frames',
          'tokens alone',
          'tokens with us',
          'first screen ms',
          'whole page ms',
          'shift alone',
          'shift with us',
        ],
        rows,
        notes: [
          `Sent in ${PARTS} equal parts. A frame is counted once it has been painted. Milliseconds: when other litter (the headline once more, a row for sharing, related articles, a newsletter, the comment form) was last seen, counted from when the page had been parsed; on an original it is to be seen. Asleep: the background was ended before the page was opened. Shift: the sum of the browser’s own layout-shift entries, until ${AFTER} ms after the load event; Firefox has none.`,
        ],
      },
    ];
  },
};
