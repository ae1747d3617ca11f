/**
 * Calls `make` once for each key and remembers the answer.
 *
 * @param maxEntries when so many answers are remembered, all are forgotten: a page with ever new names must not fill
 * the memory
 */
export function memoize<K, V>(make: (key: K) => V, maxEntries = 5000): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= maxEntries) known.clear();
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}

/** Calls `make` once for each object and remembers the answer for as long as the object exists. */
export function memoizeWeak<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}
