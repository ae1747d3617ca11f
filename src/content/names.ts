const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const [MIN_LETTERS, MAX_LETTERS] = [6, 12];

/** Letters that are new on each page load, so that no page can know us by a name. */
export function randomLetters(): string {
  const [length = 0, ...bytes] = crypto.getRandomValues(new Uint8Array(MAX_LETTERS + 1));
  return bytes
    .slice(0, MIN_LETTERS + (length % (MAX_LETTERS - MIN_LETTERS + 1)))
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('');
}
