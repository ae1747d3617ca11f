/** What a Signal adds to the score of its direction, as log-odds. */
export interface Weight {
  /** What the ways of the copying tools suggest. */
  readonly prior: number;
  /** The most it may ever weigh. */
  readonly most: number;
  /** What the labelled pages suggest: written here by `npm run fit -- --write`. The engine uses this one. */
  readonly fitted: number;
}

const w = (prior: number, most: number, fitted = prior): Weight => ({ prior, most, fitted });

/** Where the score of each direction starts: low, so that the Verdict without Signals is `none`. */
export const START = { repost: w(-4, 0, -4.1), syndicated: w(-4, 0, -3.4) } as const;

/** The weight of each Signal, by its id. A Signal without a weight does not compile. */
export const WEIGHTS = {
  'template-token': w(4.5, 6, 4.5),
  'source-link': w(5.5, 6.5, 6.5),
  attribution: w(5.3, 6, 6),
  'feed-footer': w(5.5, 6.5, 5.5),
  'continues-elsewhere': w(4.8, 6, 5.7),
  'source-named': w(3, 4, 2.6),
  'closing-link': w(5, 6, 6),
  'opening-link': w(5.5, 6, 5.4),
  'same-address': w(2, 3, 2.4),
  'canonical-elsewhere': w(3, 4, 3.4),
  'address-elsewhere': w(2.5, 4, 2.5),
  'lone-link': w(1.5, 3, 1.2),
  'source-unlinked': w(1, 2, 0.6),
  licence: w(8, 9, 8),
  'open-credit': w(6, 8, 6.2),
  'agency-dateline': w(5, 7, 5.7),
  'agency-byline': w(4.5, 7, 5.1),
  'agency-credit': w(4.5, 7, 5.8),
  'publisher-elsewhere': w(1.5, 3, 1.5),
  'scraped-interface': w(2.5, 4, 2.5),
  'headline-twice': w(1, 2, 1),
  'links-elsewhere': w(1.5, 3, 1.6),
  'pictures-elsewhere': w(0.5, 1, 0.6),
  'pictures-of-original': w(1.5, 3, 2.4),
  'copying-tool': w(2, 4, 2.1),
  'placeholder-byline': w(0.5, 1, 1),
  'dateline-against-byline': w(0.5, 1, 0.5),
  'own-address': w(0.3, 0.5, 0.5),
  'own-publisher': w(0.5, 0.8, 0.5),
  'own-links': w(1, 2, 1.1),
  'named-author': w(0.8, 1.2, 1.2),
  'press-contact': w(3, 4, 3),
  'own-source': w(3, 4, 3),
  'other-kind': w(3, 4, 3),
  'quotes-openly': w(2, 3, 1.9),
} as const satisfies Readonly<Record<string, Weight>>;

/** Name of a file in `signals/`. */
export type SignalId = keyof typeof WEIGHTS;

/** From this probability of a repost on the Verdict is `likely-repost`. */
export const MIN_LIKELY_REPOST = 0.5;
/** From this one on it is `repost`. */
export const MIN_REPOST = 0.7;
