const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const [MIN_LETTERS, MAX_LETTERS] = [6, 12];

/** Letters that are new on each page load, so that no page can know us by a name. */
export function randomLetters(): string {
  const below = (end: number) => Math.floor(Math.random() * end);
  const length = MIN_LETTERS + below(MAX_LETTERS - MIN_LETTERS + 1);
  return Array.from({ length }, () => LETTERS[below(LETTERS.length)]).join('');
}
