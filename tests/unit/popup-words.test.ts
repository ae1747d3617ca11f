/** Whatever the engine names has words for a reader. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULES } from '../../src/engine/repost/signals/index.ts';
import { CLUTTER_KINDS } from '../../src/engine/types.ts';

const root = join(import.meta.dirname, '../..');
const messages: Record<string, string> = JSON.parse(readFileSync(join(root, 'src/locales/en.json'), 'utf8'));
const key = (family: string, name: string) => `${family}_${name.replaceAll('-', '_')}`;

/** Reasons of their own, beside the one that each kind has. */
const reasons = readdirSync(join(root, 'src/engine/clutter'))
  .map((file) => readFileSync(join(root, 'src/engine/clutter', file), 'utf8'))
  .flatMap((source) => [...source.matchAll(/\breason: '([\w-]+)'/g)].map(([, reason]) => reason as string));

test.each([
  ...RULES.map(({ id }) => key('signal', id)),
  ...CLUTTER_KINDS.flatMap((kind) => [key('kind', kind), key('reason', kind)]),
  ...reasons.map((reason) => key('reason', reason)),
])('%s', (name) => {
  expect(messages[name]).toMatch(/\S/);
});
