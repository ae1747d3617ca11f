import { expect, test } from 'vitest';
import { nameFaults } from '../../../scripts/names.ts';

test('a type that is declared twice is named, with both places', () => {
  const files = [
    ['src/popup/a.ts', 'import x;\nexport interface View {\n}'],
    ['src/content/b.tsx', 'type View = string;'],
    ['src/content/c.ts', 'export abstract class Reader {}\ninterface Reading {}'],
  ] as const;
  expect(nameFaults(files)).toEqual(['src/content/b.tsx:1: src/popup/a.ts:2 has a type View, too']);
});

test.each(['LONGEST', 'MOST', 'FEWEST', 'MAX'])('%s alone says too little', (name) => {
  expect(nameFaults([['src/a.ts', `const ${name} = 3;`]])).toEqual([
    `src/a.ts:1: ${name} does not say of what; MAX_LABEL_CHARS would`,
  ]);
});

test('names that say enough are left alone', () => {
  const text = "const MAX_LABEL_CHARS = 3;\nimport type { View } from './a.ts';\nfunction f() {\n  const MAX = 3;\n}";
  expect(nameFaults([['src/a.ts', text]])).toEqual([]);
});
