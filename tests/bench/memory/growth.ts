/** By how much what was measured grows when there are ten times as many articles. */
import { median } from '../table.ts';

type Measured<What extends string> = Readonly<Record<What, readonly number[]>> & { readonly count: number };

export const times = (now: number, then: number): string => `× ${(now / then).toFixed(1)}`;

/** Each with the one that has a tenth of its articles, where there is one. */
export const tenfold = <F extends { readonly count: number }>(found: readonly F[]): [few: F, many: F][] =>
  found.flatMap((many) => {
    const few = found.find(({ count }) => count > 0 && 10 * count === many.count);
    return few ? [[few, many]] : [];
  });

/** A row for each, with the growth of every median and nothing for the worst beside it. */
export const growthRows = <What extends string>(
  found: readonly Measured<What>[],
  what: readonly (readonly [What, ...string[]])[],
): string[][] =>
  tenfold(found).map(([few, many]) => [
    `${few.count.toLocaleString('en')} to ${many.count.toLocaleString('en')}`,
    ...what.flatMap(([key]) => [times(median(many[key]), median(few[key])), '']),
  ]);
