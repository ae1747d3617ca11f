/** What a phrase is about. In this order, what most packs have first, the topics of a {@link PrintedPack} follow each other. */
export const TOPICS = [
  'source',
  'advertisement',
  'related',
  'share',
  'reply',
  'newsletter',
  'attribution',
  'continue',
  'scraped',
  'feedFooter',
  'comments',
  'networks',
] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * One language's phrases by {@link Topic}, as a reader sees them, separated by `|`. `%` stands for any words, `#`
 * for a number. Strings, because a string that is not used costs nothing.
 */
export type Pack = Readonly<Partial<Record<Topic, string>>>;

/** A {@link Pack} as fingerprints, a word for each topic: see print.ts. */
export type PrintedPack = string;
