/**
 * `npm run bench`: every table. `npm run bench -- NAME…` runs some, `--pages DIR` names the pages (default
 * ../shared/extraction), `--most N` takes the first N pages, `--browser chromium|firefox` takes one where there are two, `felt --beside NAME=DIR` measures the
 * built extension in a folder beside ours.
 */
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { provide } from '../../scripts/browsers.ts';
import { ROOT, TARGETS } from '../../scripts/paths.ts';
import type { Bench } from './bench.ts';
import { busy } from './busy.ts';
import { cases } from './cases.ts';
import { cleaning } from './cleaning.ts';
import { copies } from './copies.ts';
import { corrected } from './corrected.ts';
import { day } from './day.ts';
import { extraction } from './extraction.ts';
import { felt } from './felt.ts';
import { flash } from './flash.ts';
import { frameworks } from './frameworks.ts';
import { growth } from './growth.ts';
import { heap } from './heap.ts';
import { litter } from './litter.ts';
import { load } from './load.ts';
import { memory } from './memory.ts';
import { packs } from './packs.ts';
import { popup } from './popup.ts';
import { roundTrips } from './round-trip.ts';
import { rules } from './rules.ts';
import { sites } from './sites.ts';
import { stages } from './stages.ts';
import { summary } from './summary.ts';
import { markdown } from './table.ts';
import { verdicts } from './verdicts.ts';

const BENCHES: readonly Bench[] = [
  extraction,
  stages,
  growth,
  summary,
  verdicts,
  cases,
  cleaning,
  litter,
  load,
  flash,
  felt,
  heap,
  busy,
  corrected,
  day,
  popup,
  packs,
  copies,
  memory,
  roundTrips,
  rules,
  sites,
  frameworks,
];

const { values, positionals } = parseArgs({
  // npm takes one `--` for itself; whoever writes another means nothing by it.
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: join(ROOT, '../shared/extraction') },
    most: { type: 'string', default: 'Infinity' },
    browser: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
    set: { type: 'string', multiple: true, default: [] },
    without: { type: 'string', multiple: true, default: [] },
    disagree: { type: 'boolean', default: false },
    beside: { type: 'string', multiple: true, default: [] },
  },
});
const beside = values.beside.map((pair) => {
  const [name = '', ...folder] = pair.split('=');
  return [name, resolve(folder.join('='))] as const;
});
const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));
const chosen = BENCHES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}: there is ${BENCHES.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const browsers = TARGETS.filter((target) => values.browser === undefined || target === values.browser);
provide(browsers);
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`);
for (const { name, run } of chosen) {
  try {
    const { only, set: sets, without, disagree } = values;
    const options = {
      pages: resolve(values.pages),
      most: Number(values.most),
      browsers,
      beside,
      only,
      sets,
      without,
      disagree,
    };
    for (const table of await run(options)) console.log(markdown(table));
  } catch (error) {
    console.error(`${name}: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
