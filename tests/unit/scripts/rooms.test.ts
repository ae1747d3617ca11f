import { expect, test } from 'vitest';
import { offences } from '../../../scripts/rooms.ts';

test.each([
  ['src/engine/a.ts', "import { t } from '../content/b.ts';"],
  ['src/engine/a.ts', "import type { Mode } from '../settings/schema.ts';"],
  ['src/engine/deep/a.ts', "import * as v from 'valibot';"],
  ['src/settings/a.ts', "import { CLUTTER_KINDS } from '../engine/types.ts';"],
  ['src/messages.ts', "import { CLUTTER_KINDS } from './engine/types.ts';"],
  ['src/content/a.ts', "import { MODES } from '../settings/schema.ts';"],
  ['src/content/a.ts', "import { type Mode, MODES } from '../settings/schema.ts';"],
  ['src/content/a.ts', "import browser from 'webextension-polyfill';"],
  ['src/content/a.ts', "const late = await import('../popup/state.ts');"],
  ['src/background/a.ts', "export { analyse } from '../engine/analyse.ts';"],
  ['src/popup/a.tsx', "import {\n  one,\n  two,\n} from '../options/b.ts';"],
  ['src/options/a.tsx', "import '../content/main.ts';"],
  ['src/cellar/a.ts', 'export {};'],
  ['src/rules/a.ts', "import { MODES } from '../settings/schema.ts';"],
  ['src/popup/a.tsx', 'element.innerHTML = text;'],
  ['src/popup/a.tsx', 'element.outerHTML += text;'],
  ['src/content/a.ts', "place.insertAdjacentHTML('beforeend', text);"],
  ['src/background/a.ts', "await fetch('https://a.test/');"],
  ['src/engine/a.ts', 'eval(text);'],
  ['src/engine/repost/a.ts', "import { b } from '../clutter/b.ts';"],
  ['src/engine/clutter/kind.ts', "import type { B } from '../repost/b.ts';"],
])('%s may not: %s', (path, text) => {
  expect(offences(path, text)).toHaveLength(1);
});

test.each([
  ['src/engine/repost/a.ts', "import { fold } from '../fold.ts';"],
  ['src/messages.ts', "import type { Report } from './engine/types.ts';"],
  [
    'src/content/a.ts',
    "import { analyse } from '../engine/analyse.ts';\nimport type { Mode } from '../settings/schema.ts';",
  ],
  ['src/content/a.ts', "import { type Mode } from '../settings/schema.ts';"],
  [
    'src/background/a.ts',
    "import browser from 'webextension-polyfill';\nimport { MODES } from '../settings/schema.ts';",
  ],
  ['src/background/a.ts', "import { CLUTTER_KINDS } from '../engine/types.ts';"],
  ['src/rules/a.ts', "import { siteOf } from '../settings/site.ts';"],
  ['src/content/a.ts', "import { find } from '../rules/find.ts';"],
  ['src/popup/a.tsx', "import { useState } from 'preact/hooks';\nimport { t } from '../locales/t.ts';"],
  ['src/engine/a.ts', '// element.innerHTML = text, as others do\nif (a.outerHTML === b) return;'],
])('%s may: %s', (path, text) => {
  expect(offences(path, text)).toEqual([]);
});
