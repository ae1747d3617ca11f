import { wordsIn } from './phrases/letters.ts';

/** Letters and digits only, lower case: what remains of a title or a name when its punctuation is forgotten. */
export const bare = (text: string): string => wordsIn(text.toLowerCase()).join('');
