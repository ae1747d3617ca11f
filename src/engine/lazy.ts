/** Makes a value when it is first asked for. For tables and patterns that most pages never need. */
export function lazy<T extends object>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
