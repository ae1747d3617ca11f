/**
 * `npm run floor`: verdicts, cleaning, article texts and cases on labelled pages, which must not get worse. Exit status 1
 * when a figure is below the one in floor.json. The pages are other people's and lie beside the project, in ../shared or
 * in `--shared DIR` (or the variable SHARED); where there are none, there is nothing to hold.
 *
 * `-- --raise` records the figures that are higher than before, and new ones. It lowers none. Nothing here depends on
 * time or chance, so that the same code always gets the same figures.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../scripts/paths.ts';
import { rightCases } from './floor/cases.ts';
import { recordsOf } from './floor/records.ts';
import { type Figures, SETS } from './floor/sets.ts';

type Floor = Record<string, Record<string, number>>;

const FILE = join(ROOT, 'tests/bench/floor.json');

const { values } = parseArgs({ options: { shared: { type: 'string' }, raise: { type: 'boolean', default: false } } });
const shared = resolve(ROOT, values.shared ?? process.env.SHARED ?? '../shared');

/** Rounded down, so that a figure is never below itself. */
const rounded = (figure: number) => Math.floor(figure * 10_000) / 10_000;

async function measured(): Promise<Map<string, Figures>> {
  const sets = SETS.flatMap(({ name, open }) => {
    const set = open(shared);
    return set ? [{ name, ...set }] : [];
  });
  const pages = sets.flatMap((set) => set.pages);
  const records = pages.length > 0 ? await recordsOf(pages) : new Map();
  const figures = new Map<string, Figures>();
  for (const { name, figures: figuresOf } of sets)
    figures.set(
      name,
      figuresOf(({ file }) => {
        const record = records.get(file);
        if (!record) throw new Error(`nothing was said of ${file}`);
        return record;
      }),
    );
  const cases = rightCases(shared);
  if (cases) figures.set('cases', cases);
  return figures;
}

function main(floor: Floor, figures: ReadonlyMap<string, Figures>): void {
  for (const [set, names] of Object.entries(floor)) {
    const now = figures.get(set);
    if (!now) console.log(`${set}: these pages are not there`);
    for (const name of now ? Object.keys(names).filter((name) => !(name in now)) : []) {
      console.error(`${set}: ${name} is in floor.json and was not measured`);
      process.exitCode = 1;
    }
  }
  const next: Floor = structuredClone(floor);
  for (const [set, all] of figures)
    for (const [name, exact] of Object.entries(all)) {
      const [now, least] = [rounded(exact), floor[set]?.[name]];
      const isHigher = least === undefined || now > least;
      const isLower = least !== undefined && now < least;
      if (isHigher) next[set] = { ...next[set], [name]: now };
      if (isLower) process.exitCode = 1;
      const beside =
        least === undefined ? 'not recorded' : now === least ? '' : isLower ? `BELOW ${least}` : `above ${least}`;
      console.log(
        `${set.padEnd(24)} ${name.padEnd(28)} ${String(now).padStart(8)}  ${isHigher && values.raise ? `raised, ${beside}` : beside}`,
      );
    }
  if (values.raise) writeFileSync(FILE, `${JSON.stringify(next, null, 2)}\n`);
}

const figures = await measured();
if (figures.size === 0) console.log(`floor: no labelled pages in ${shared}, so nothing was measured`);
else main(JSON.parse(readFileSync(FILE, 'utf8')), figures);
