/** What a phrase is about. */
export const TOPICS = [
  'source',
  'attribution',
  'feedFooter',
  'continue',
  'advertisement',
  /** Advertisement that says who paid for what. Each is in `advertisement` too. */
  'paidFor',
  'reply',
  'comments',
  'related',
  'share',
  'networks',
  'newsletter',
  'scraped',
  /** What a form is for that is neither for comments nor for a newsletter. Asked with `anyLanguageHas`. */
  'otherForm',
  /** What stands where a text ends for those who do not pay. Asked with `anyLanguageHas`. */
  'barrier',
] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * One language's phrases by {@link Topic}, as a reader sees them, separated by `|`. `%` is a wildcard for any words, `#`
 * stands for a number.
 */
export type Pack = Readonly<Partial<Record<Topic, string>>>;
