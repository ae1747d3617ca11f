/** ms */
const WITHIN = 60_000;

/** Counts how often the page does the same to us: a page that puts back what we hid is left alone in the end. */
export function makeRounds(now: () => number) {
  const times = new Map<unknown, number[]>();
  return {
    /** One more of `what`. @returns whether that was more than `most` within a minute */
    tooMany(what: unknown, most: number): boolean {
      const time = now();
      const its = (times.get(what) ?? []).filter((past) => time - past < WITHIN);
      its.push(time);
      // The last to come stands last, so those that are over stand first: nodes are held for a minute and no longer.
      times.delete(what);
      times.set(what, its);
      for (const [other, past] of times) {
        if (time - (past.at(-1) ?? 0) < WITHIN) break;
        times.delete(other);
      }
      return its.length > most;
    },
    reset: () => times.clear(),
  };
}
