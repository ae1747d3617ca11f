/** Whether pages of real frameworks work with us as they do without us. What is looked at: tests/browser/frameworks. */
import { Rig } from '../../scripts/drive/rig.ts';
import type { Target } from '../../scripts/paths.ts';
import { compare, SITES_OFF, STORY_NAMES } from '../browser/frameworks/compare.ts';
import { FRAMEWORKS, versionOf } from '../browser/frameworks/frameworks.ts';
import type { Bench } from './bench.ts';
import { apply } from './navigations.ts';
import type { Table } from './table.ts';

const TITLES = { repost: 'with tokens', original: 'without' } as const;

async function tableOf(target: Target): Promise<Table> {
  const rig = await Rig.start(target);
  const rows: string[][] = [];
  const notes: string[] = [];
  try {
    await apply(rig, { sites: SITES_OFF });
    for (const framework of FRAMEWORKS)
      for (const story of STORY_NAMES) {
        const { differences, litter } = await compare(rig, framework, story);
        const { console, texts, dom, behavior, seen, restored } = differences;
        const sameness = [console, texts, dom, behavior, restored].map((found) =>
          found.length === 0 ? 'same' : 'OTHER',
        );
        const hidden = litter === 0 ? '' : `${litter - seen.length} of ${litter}`;
        rows.push([framework.name, versionOf(framework), TITLES[story], ...sameness, hidden]);
        for (const [what, found] of Object.entries(differences))
          if (found.length > 0) notes.push(`${framework.name}, ${TITLES[story]}, ${what}: ${found[0]}.`);
      }
  } finally {
    await rig.close();
  }
  return {
    title: `Pages of frameworks, with Clean Copy and without, ${target}`,
    columns: [
      'framework',
      'version',
      'page',
      'console',
      'texts its script sees',
      'DOM',
      'behavior',
      'DOM, restored',
      'litter hidden',
    ],
    rows,
    notes,
  };
}

export const frameworks: Bench = {
  name: 'frameworks',
  async run({ browsers }) {
    const tables: Table[] = [];
    for (const target of browsers) tables.push(await tableOf(target));
    return tables;
  },
};
