/**
 * `make`, asked once for each key.
 *
 * @param most how many answers are kept: a page that makes up names all day long must not fill the memory
 */
export function remember<K, V>(make: (key: K) => V, most = 5000): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= most) known.clear();
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
