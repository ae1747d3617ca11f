/** Beginnings of the names of the rules that are left out in turn. Put in by `wantedRules`. */
export const WANTED: readonly string[] = [];
