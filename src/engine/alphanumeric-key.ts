import { wordsIn } from './phrases/letters.ts';

/** The text's letters and digits, lower case, without anything else: for comparing titles and names. */
export const alphanumericKey = (text: string): string => wordsIn(text.toLowerCase()).join('');
