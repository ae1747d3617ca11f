import { describe, expect, test } from 'vitest';
import { KIND_FINDERS } from '../../../src/engine/clutter/find.ts';
import { CLUTTER_KINDS, type ClutterKind } from '../../../src/engine/types.ts';

const order = Object.keys(KIND_FINDERS) as ClutterKind[];
const pairs = order.flatMap((kind) => (KIND_FINDERS[kind].after ?? []).map((earlier) => ({ kind, earlier })));

describe('the order in which the kinds look', () => {
  test('has every kind once', () => {
    expect(order.toSorted()).toEqual(CLUTTER_KINDS.toSorted());
  });

  test.each(pairs)('$kind looks after $earlier', ({ kind, earlier }) => {
    const message = `${kind} must stand after ${earlier} in KIND_FINDERS (clutter/find.ts): its \`after\` says so`;
    expect(order.indexOf(earlier), message).toBeLessThan(order.indexOf(kind));
  });
});
