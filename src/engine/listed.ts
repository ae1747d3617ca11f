/**
 * A list of words that is asked a few times on a page. It stays one string: on every page a set of hundreds of strings
 * would take longer to make than all questions to it, and more memory than everything else.
 *
 * @param words separated by white space, in which none of them has any
 */
export function listed(words: string) {
  let spaced: string | undefined;
  /** The word is one of them. */
  function has(word: string): boolean {
    spaced ??= ` ${words.trim().replace(/\s+/g, ' ')} `;
    return spaced.includes(` ${word} `);
  }
  return { has };
}
