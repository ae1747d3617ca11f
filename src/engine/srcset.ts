/** One address of a set, with its width in pixels, or how many times as dense as the others it is. */
export interface SetEntry {
  readonly address: string;
  readonly size: number;
}

/** What stands between two commas, or more of them. */
function withoutCommas(word: string): string {
  let [start, end] = [0, word.length];
  while (word[start] === ',') start++;
  while (end > start && word[end - 1] === ',') end--;
  return word.slice(start, end);
}

/** The addresses of a `srcset`, which may have commas in them. */
export function srcsetOf(text: string): SetEntry[] {
  const entries: SetEntry[] = [];
  const words = text.trim().split(/\s+/).reverse();
  let address = '';
  let size = 1;
  const close = () => {
    if (address !== '') entries.push({ address, size });
    [address, size] = ['', 1];
  };
  for (let word = words.pop(); word !== undefined; word = words.pop()) {
    if (address === '') {
      address = withoutCommas(word);
      if (word.endsWith(',')) close();
      continue;
    }
    const [descriptor = '', ...rest] = word.split(',');
    if (/^[\d.]+[wx]$/.test(descriptor)) size = Number.parseFloat(descriptor);
    if (rest.length > 0) close();
    // No space stands before the next address.
    if (rest.join(',') !== '') words.push(rest.join(','));
  }
  close();
  return entries;
}
