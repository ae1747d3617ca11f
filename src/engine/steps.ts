/** A page with more nodes is not looked at: it is too large. */
export const MAX_PAGE_NODES = 200_000;

/** Runs a generator of slices to its end. */
export function runToCompletion<T>(slices: Generator<unknown, T>): T {
  let step = slices.next();
  while (!step.done) step = slices.next();
  return step.value;
}

/** Blocks, lines or Boxes that are looked at between two pauses. */
export const SLICE = 200;

/** The items one by one, with a pause, `undefined`, in between now and then. */
export function* inSlices<T>(items: Iterable<T>): Generator<T | undefined> {
  let count = 0;
  for (const item of items) {
    if (++count % SLICE === 0) yield undefined;
    yield item;
  }
}
