import { expect, test } from 'vitest';
import { diagram } from '../../../scripts/diagram.ts';

test('an arrow for code, a dotted one for types, none inside a room or to a package', () => {
  const files = [
    ['src/popup/a.tsx', "import type { Mode } from '../settings/schema.ts';\nimport { useState } from 'preact/hooks';"],
    [
      'src/popup/b.tsx',
      "import { load } from '../settings/store.ts';\nimport type { Verdict } from '../engine/types.ts';",
    ],
    [
      'src/popup/c.tsx',
      "import { A } from './a.tsx';\nimport { t } from '../locales/t.ts';\n// import '../rules/x.ts'",
    ],
    ['src/settings/store.ts', "import * as v from 'valibot';"],
    ['src/locales/t.ts', ''],
    ['src/engine/types.ts', ''],
    ['src/rules/x.ts', ''],
  ] as const;
  expect(diagram(files).split('\n')).toEqual([
    '```mermaid',
    'flowchart TD',
    '  popup --> locales & settings',
    '  popup -.-> engine',
    '  settings',
    '  locales',
    '  engine',
    '  rules',
    '```',
  ]);
});
