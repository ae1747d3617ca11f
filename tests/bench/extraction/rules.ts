/**
 * Rules that can be left out: in a bundle made with `namedRules`, each pattern, table of patterns, limit and question at
 * the top of a module of the article stage, by its name there. Nothing in the sources knows of it.
 */

/** All rules; which is left out now; and which had a say since this was cleared. */
export const state = { names: new Set<string>(), without: '', asked: new Set<string>() };

/** Puts another value in the place of a number. */
const limits = new Map<string, (isLeftOut: boolean) => void>();

/** Limits have a say on every page. */
export const limitNames = (): string[] => [...limits.keys()];

/** Does the work with one rule left out. */
export function without<T>(rule: string, work: () => T): T {
  state.without = rule;
  limits.get(rule)?.(true);
  try {
    return work();
  } finally {
    limits.get(rule)?.(false);
    state.without = '';
  }
}

/** The alternatives of a pattern, if it is nothing but alternatives. */
function alternativesOf(source: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [sign] of source.matchAll(/\\?./gsu)) {
    if (sign === '(' || sign === '[') depth++;
    if (sign === ')' || sign === ']') depth--;
    if (sign === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/** A pattern that finds nothing while it, or one of its alternatives, is left out. */
class NamedPattern extends RegExp {
  readonly #name: string;
  readonly #parts = new Map<string, { alone: RegExp; others: RegExp }>();
  constructor(pattern: RegExp, name: string) {
    super(pattern);
    this.#name = name;
    state.names.add(name);
    const all = alternativesOf(pattern.source);
    if (all.length > 1)
      for (const part of all)
        this.#parts.set(`${name}/${part}`, {
          alone: new RegExp(part, pattern.flags.replace(/[gy]/g, '')),
          others: new RegExp(all.filter((other) => other !== part).join('|'), pattern.flags),
        });
    for (const part of this.#parts.keys()) state.names.add(part);
  }
  // `replace` and `matchAll` make another pattern of the kind by themselves.
  static override get [Symbol.species]() {
    return RegExp;
  }
  override exec(text: string): RegExpExecArray | null {
    if (state.without === this.#name) return null;
    const left = this.#parts.get(state.without);
    if (left) {
      left.others.lastIndex = this.lastIndex;
      const found = left.others.exec(text);
      this.lastIndex = left.others.lastIndex;
      return found;
    }
    const found = super.exec(text);
    if (found && !state.asked.has(this.#name)) state.asked.add(this.#name);
    if (found)
      for (const [name, { alone }] of this.#parts)
        if (!state.asked.has(name) && alone.test(text)) state.asked.add(name);
    return found;
  }
}

/** A set that has nothing while it is left out. */
class NamedSet<T> extends Set<T> {
  readonly #name: string;
  constructor(values: Iterable<T>, name: string) {
    super(values);
    this.#name = name;
    state.names.add(name);
  }
  override has(value: T): boolean {
    if (state.without === this.#name || !super.has(value)) return false;
    state.asked.add(this.#name);
    return true;
  }
}

/** What a question answers when nobody asks it, by the type that it returns. */
function silence(returns: string): { readonly answer: unknown } | null {
  if (returns === 'boolean') return { answer: false };
  if (returns === 'void') return { answer: undefined };
  return / \| null$/.test(returns) ? { answer: null } : null;
}

const isSilent = (answer: unknown) => answer === false || answer === null;

/**
 * The value as one that can be left out.
 *
 * @param returns the type that it returns, as it is written, where it is a function
 * @param put sets another value in its place
 * @public called by what `named-rules.ts` makes of a module
 */
export function named(name: string, value: unknown, returns: string, put: (value: unknown) => void): void {
  if (value instanceof RegExp) put(new NamedPattern(value, name));
  else if (value instanceof Set) put(new NamedSet(value, name));
  else if (typeof value === 'number') {
    const most = name.includes('/MAX_') ? Number.POSITIVE_INFINITY : name.includes('/MIN_') ? 0 : null;
    if (most === null) return;
    state.names.add(name);
    limits.set(name, (isLeftOut) => put(isLeftOut ? most : value));
  } else if (typeof value === 'function') {
    const silent = silence(returns);
    if (!silent) return;
    state.names.add(name);
    put((...args: unknown[]) => {
      if (state.without === name) return silent.answer;
      const answer = value(...args);
      if (!isSilent(answer)) state.asked.add(name);
      return answer;
    });
  } else if (typeof value === 'object' && value !== null) {
    const patterns = Object.entries(value).filter(([, one]) => one instanceof RegExp);
    if (patterns.length > 0)
      put({
        ...value,
        ...Object.fromEntries(patterns.map(([key, one]) => [key, new NamedPattern(one, `${name}.${key}`)])),
      });
  }
}
