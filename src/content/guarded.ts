/** The same function, of which no exception reaches the page's console. For everything that the browser calls. */
export const guarded =
  <A extends unknown[]>(act: (...args: A) => void) =>
  (...args: A): void => {
    try {
      act(...args);
    } catch {
      // A page that breaks us stays as it is.
    }
  };
