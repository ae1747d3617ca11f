export interface ReadText {
  readonly text: string;
  readonly standfirst: string | null;
}

/** What an extractor takes for the article, and says of it. */
export interface Reading extends ReadText {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

export const NOTHING: Reading = {
  text: '',
  standfirst: null,
  headline: null,
  byline: null,
  published: null,
  language: null,
};

export const OTHERS = ['readability', 'defuddle'] as const;
export type Other = (typeof OTHERS)[number];
