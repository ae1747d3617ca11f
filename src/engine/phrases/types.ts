/** What a phrase is about. */
export type Topic =
  | 'advertisement'
  | 'sponsored'
  | 'source'
  | 'attribution'
  | 'feedFooter'
  | 'continue'
  | 'reply'
  | 'replyNotes'
  | 'comments'
  | 'related'
  | 'share'
  | 'networks'
  | 'newsletter'
  | 'scraped';

/**
 * One language's phrases by {@link Topic}, as a reader sees them, separated by `|`. `%` stands for any words, `#`
 * for a number. Strings, because a string that is not used costs nothing.
 */
export type Pack = Readonly<Partial<Record<Topic, string>>>;

/** A {@link Pack} as fingerprints: see print.ts. */
export type PrintedPack = Readonly<Partial<Record<Topic, string>>>;
