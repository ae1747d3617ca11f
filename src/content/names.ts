const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Letters that are other ones on each page load, so that no page can know us by a name. */
export function randomLetters(): string {
  const [length = 0, ...bytes] = crypto.getRandomValues(new Uint8Array(13));
  return bytes
    .slice(0, 6 + (length % 7))
    .map((byte) => LETTERS[byte % 26])
    .join('');
}
