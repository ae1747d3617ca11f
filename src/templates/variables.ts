/** What a template can ask for. */

/** How a variable's value is made fit for the place it stands in. */
type VariableKind =
  /** Somebody's words: what would mean something there is escaped. */
  | 'words'
  | 'address'
  /** Takes a format: `{{date:YYYY-MM-DD}}`. */
  | 'date'
  /** Made for the format that is copied; in the copied text alone. */
  | 'made';

export const VARIABLES = {
  title: 'words',
  author: 'words',
  /** The site's name, as the page gives it. */
  publisher: 'words',
  /** The page's host without `www.`. */
  site: 'words',
  /** The page's address. */
  url: 'address',
  /** The original's address; nothing where that is unknown. */
  original: 'address',
  /** The original's address; where that is unknown, the page's. */
  source: 'address',
  /** The page's address where it is not the source. */
  copied_from: 'address',
  /** When it is copied. */
  date: 'date',
  /** When the page says that it was published. */
  published: 'date',
  language: 'words',
  /** The gist; where there is none, the publisher's description. */
  summary: 'words',
  /** The Verdict's kind, as docs/architecture.md has them. */
  verdict: 'words',
  /** The headline as a heading. */
  heading: 'made',
  /** The article's text. */
  content: 'made',
  /** "Original: …" or "Page: …", in the reader's language. */
  credit: 'made',
} as const satisfies Readonly<Record<string, VariableKind>>;

export type Variable = keyof typeof VARIABLES;
type VariableOf<Kind extends VariableKind> = {
  [Name in Variable]: (typeof VARIABLES)[Name] extends Kind ? Name : never;
}[Variable];
export type MadeVariable = VariableOf<'made'>;
/** What is known of an article, whatever the format. */
export type Fact = Exclude<Variable, MadeVariable>;

const ALL = Object.keys(VARIABLES) as Variable[];
export const FACTS = ALL.filter((name): name is Fact => VARIABLES[name] !== 'made');
export const IN_TEXT: readonly Variable[] = ALL;
