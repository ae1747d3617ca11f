import { LITTER_WORDS } from '../vocabulary.ts';

/** WordPress writes a post's tags and categories into its classes. */
const POST_TERMS = /\b(?:tag|category)-[^\s]+/g;

/** Which kind of litter a Box's class words name, if any: a key of {@link LITTER_WORDS}. */
export function litterIn(words: string): string | null {
  if (words === ' ') return null;
  const own = words.includes('hentry') || words.includes('type-') ? words.replace(POST_TERMS, '') : words;
  for (const name in LITTER_WORDS) if (LITTER_WORDS[name]?.test(own)) return name;
  return null;
}
