/** How many answers are kept: a page that makes up names all day long must not fill the memory. */
const MOST = 5000;

/** `make`, asked once for each key. */
export function remember<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= MOST) known.clear();
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}

/** `make`, asked once for each object, as long as that lives. */
export function rememberFor<K extends object, V>(make: (key: K) => V): (key: K) => V {
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
