/**
 * A list of words that is asked a few times on a page. It stays the string that it is: on every page a set of hundreds of
 * strings would take longer to make than all questions to it, and more memory than everything else.
 *
 * @param words separated by white space, in which none of them has any
 */
export function listed(words: string) {
  const isEdge = (at: number) => (words[at] ?? ' ') <= ' ';
  /** The word is one of them. */
  function has(word: string): boolean {
    if (word === '') return false;
    for (let at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1))
      if (isEdge(at - 1) && isEdge(at + word.length)) return true;
    return false;
  }
  return { has };
}
