/** The text ends as a sentence does, in any script. */
export const SENTENCE_END = /[.!?…。！？｡．؟۔।॥།။]["'”’»›«“」』）)\]\s]*$/;
