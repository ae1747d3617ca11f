/** Runs in the page: what the reader's corrections of its Site cost it. */
import { Corrections } from '../../src/content/corrections.ts';
import { describe } from '../../src/rules/describe.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { timed } from './walk.ts';

const RUNS = 5;
/** Rules of the page's Site, of which half hide something. */
const PIECES = 6;

export interface Costs {
  readonly rules: number;
  /** Milliseconds of each run, in order; the first is the first call on a fresh page. */
  readonly times: number[];
}

/** Pieces from all over the page that somebody named, as what a reader would pick is on nearly every page. */
function rulesOf(site: string): Rule[] {
  const boxes = [...document.body.querySelectorAll(':is(div, section, aside, ul, form):is([class], [id])')].filter(
    (element) => (element.textContent?.length ?? 0) < 500,
  );
  const picked = Array.from({ length: PIECES }, (_, at) => boxes[Math.floor((boxes.length * at) / PIECES)]);
  const where = { site, page: null };
  return [
    ...picked.flatMap((element, at) =>
      element ? [{ ...where, verb: at % 2 ? 'show' : 'hide', piece: describe(element) } as const] : [],
    ),
    { ...where, verb: 'keep', kind: 'comments' },
    { ...where, verb: 'copy' },
  ];
}

/** What the content script asks of them at a page load, once: for the engine, for what is to be hidden, and for more. */
export function measure(url: string): Costs {
  const rules = rulesOf(new URL(url).hostname).map((rule) => ({ ...rule, site: location.hostname }));
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++)
    timed(times, () => {
      const corrections = new Corrections(document);
      corrections.set(rules);
      return [corrections.userOverride(), corrections.applied([], null, 'cleaned'), corrections.choseMore()];
    });
  return { rules: rules.length, times };
}
