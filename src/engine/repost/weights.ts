/**
 * How much each Signal weighs, as log-odds: what it adds to the score of its direction. `prior` is what the ways of
 * the copying tools let expect, `most` how much it may ever weigh, `fitted` what labelled pages made of it
 * (`npm run fit`).
 */
export interface Weight {
  readonly prior: number;
  readonly most: number;
  readonly fitted: number;
}

const w = (prior: number, most: number, fitted = prior): Weight => ({ prior, most, fitted });

/** Where the scores of the directions start: without Signals the Verdict is `none`. */
export const START = { repost: w(-4, 0, -4.2), syndicated: w(-4, 0, -4.1) } as const;

/** In the order of the list of Signals: in the bundles they have no names. */
// prettier-ignore
export const WEIGHTS: Readonly<Record<string, Weight>> = {
  'template-token': w(4.5, 6, 4.5),
  'source-link': w(4.5, 6, 4.5),
  attribution: w(5.3, 6, 5.3),
  'feed-footer': w(5, 6, 5),
  'continues-elsewhere': w(4.3, 5, 4.9),
  'source-named': w(3, 4, 3.1),
  'closing-link': w(2, 3, 2),
  'same-address': w(2.5, 4, 2.3),
  'canonical-elsewhere': w(3, 4, 3),
  'address-elsewhere': w(2.5, 4, 2.5),
  'lone-link': w(1.5, 3, 1.2),
  'source-unlinked': w(1, 2, 0.8),
  licence: w(8, 9, 8),
  'agency-dateline': w(5, 7, 5),
  'agency-byline': w(4.5, 7, 4.5),
  'agency-credit': w(4.5, 7, 4.5),
  'publisher-elsewhere': w(1.5, 3, 1.5),
  'scraped-interface': w(2.5, 4, 2.5),
  'headline-twice': w(1, 2, 0.7),
  'links-elsewhere': w(1.5, 3, 1.4),
  'pictures-elsewhere': w(0.5, 1, 0.8),
  'pictures-of-original': w(1.5, 3, 2.2),
  'copying-tool': w(2, 4, 2),
  'placeholder-byline': w(0.5, 1, 1),
  'dateline-against-byline': w(0.5, 1, 0.5),
  'own-address': w(0.3, 0.5, 0.5),
  'own-publisher': w(0.8, 1.5, 1.2),
  'own-links': w(1, 2, 0.9),
  'press-contact': w(3, 4, 3),
  'quotes-openly': w(2, 3, 2),
};

/** From this probability of a repost on the Verdict is `likely-repost`, and `repost`. */
export const LIKELY = 0.5;
export const SURE = 0.7;
