/** What a phrase is about. In fingerprints they are known by their place here. */
export const TOPICS = [
  'source',
  'attribution',
  'feedFooter',
  'continue',
  'advertisement',
  'reply',
  'comments',
  'related',
  'share',
  'networks',
  'newsletter',
  'scraped',
] as const;
export type Topic = (typeof TOPICS)[number];

/** So many topics at the beginning are all that a glance asks for: they are read apart from the others. */
export const ASKED_FIRST = 4;

/**
 * One language's phrases by {@link Topic}, as a reader sees them, separated by `|`. `%` stands for any words, `#`
 * for a number. Strings, because a string that is not used costs nothing.
 */
export type Pack = Readonly<Partial<Record<Topic, string>>>;
