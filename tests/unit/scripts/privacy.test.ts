/** What docs/privacy.md says of permissions, against the manifest of each browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifestOf } from '../../../scripts/manifest.ts';
import { ROOT, type Target } from '../../../scripts/paths.ts';

/** The first cell of each line under `| permission |`: what is named there, and the browsers in brackets behind it. */
function told(): { name: string; only: string | undefined }[] {
  const text = readFileSync(join(ROOT, 'docs', 'privacy.md'), 'utf8');
  const cells = [...text.matchAll(/^\| ([^|]*`[^|]*) \|/gm)].map((match) => match[1] ?? '');
  return cells.map((cell) => ({
    name: /`([^`]+)`/.exec(cell)?.[1] ?? '',
    only: /\((Chromium|Firefox)\)/.exec(cell)?.[1]?.toLowerCase(),
  }));
}

test.each<Target>(['chromium', 'firefox'])('each permission in %s is told of, and no other', (target) => {
  const { permissions, host_permissions } = manifestOf(target);
  const names = told()
    .filter(({ only }) => only === undefined || only === target)
    .map(({ name }) => name);
  expect(names.sort()).toEqual([permissions, host_permissions].flat().sort());
});
