import { expect, test } from 'vitest';
import { srcsetOf } from '../../src/engine/srcset.ts';

test.each<[string, readonly (readonly [string, number])[]]>([
  ['', []],
  ['a.jpg', [['a.jpg', 1]]],
  [
    'a.jpg 400w, b.jpg 800w',
    [
      ['a.jpg', 400],
      ['b.jpg', 800],
    ],
  ],
  [
    'a.jpg, b.jpg 2x',
    [
      ['a.jpg', 1],
      ['b.jpg', 2],
    ],
  ],
  [
    'a.jpg 1x,b.jpg 1.5x',
    [
      ['a.jpg', 1],
      ['b.jpg', 1.5],
    ],
  ],
  [
    'https://x.example/w_300,h_200/a.jpg 300w, /c.jpg 600w',
    [
      ['https://x.example/w_300,h_200/a.jpg', 300],
      ['/c.jpg', 600],
    ],
  ],
  [' , a.jpg 400w 300h , ', [['a.jpg', 400]]],
  [',,,', []],
])('srcset %j', (text, entries) => {
  expect(srcsetOf(text).map(({ address, size }) => [address, size])).toEqual(entries);
});
