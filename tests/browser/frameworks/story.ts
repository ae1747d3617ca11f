/** What the pages of the frameworks say, in our own words. */

/** One article, as data that a page's server and a page's script both have. */
export interface FrameworkStory {
  readonly headline: string;
  /** Texts that take each other's place. */
  readonly leads: readonly string[];
  /** A line, and the text behind the `<br>` that ends it. */
  readonly opening: readonly [line: string, text: string];
  readonly paragraphs: readonly string[];
  /** Entries of a list that is put into another order. */
  readonly list: readonly string[];
  /** What the next page says. */
  readonly more: readonly string[];
  /** Where the article was copied from; the copying tool's own words for it. */
  readonly source: { readonly href: string; readonly words: string } | null;
}

const LEAD =
  'The night bus to Harrow Point runs again from Monday, two winters after the last one was taken off the road.';
const FIRST =
  'It leaves the harbour at half past eleven and calls at all nine villages on the way up to the lighthouse.';
const PARAGRAPHS = [
  'The council found the money when the new ferry terminal turned out to be cheaper than planned, by four votes to three.',
  'Wilma Oakes, who drove the last bus of the old line, said that she had kept her cap in a drawer, in case they asked.',
  'Bakers and nurses had written most of the letters, because their shifts begin before the first train of the morning.',
  'Whether the bus stays beyond the spring depends on how many people sit in it; forty a night would be enough.',
];
const LIST = ['Harbour, 23:30', 'Mill Lane, 23:41', 'Lighthouse, 00:12'];
const MORE = [
  'A second bus is to be tried in the summer, when the last boat comes in an hour later than it does in the winter.',
  'It would turn round at Mill Lane, and so need no driver more than the company has today, the company said.',
];

/** The article as its own house has it. */
const ORIGINAL: FrameworkStory = {
  headline: 'The night bus to Harrow Point runs again',
  leads: [LEAD, `${LEAD} It costs three crowns.`, 'The first night bus was full.'],
  opening: ['Harrow Point', FIRST],
  paragraphs: PARAGRAPHS,
  list: LIST,
  more: MORE,
  source: null,
};

/** The same with what a copying tool leaves: its token in texts and alone in elements, and the link to the original. */
const REPOST: FrameworkStory = {
  ...ORIGINAL,
  leads: [`[ad_1] ${LEAD}`, `${LEAD} It costs three crowns. [ad_1]`, 'The first night bus was full.'],
  opening: ['[ad_1]', FIRST],
  paragraphs: ['[ad_1]', ...PARAGRAPHS, '[ad_2]'],
  list: [...LIST, '[ad_2]'],
  more: ['[ad_1]', ...MORE],
  source: { href: 'https://harrowgazette.example/2026/11/night-bus-runs-again', words: 'Source link' },
};

export const STORIES = { repost: REPOST, original: ORIGINAL } as const;
