/** The reader's corrections as data. As text, one line each, they are read by parse.ts and written by print.ts. */
import type { ClutterKind } from '../engine/types.ts';
import type { Site } from '../settings/site.ts';

/** Where a rule holds. */
export interface RuleScope {
  /** Covers its subdomains. */
  readonly site: Site;
  /** Path and query of the one page that is meant; `null`: every page of the Site. */
  readonly page: string | null;
}

/**
 * What a piece of a page is known by. `path` are selectors; each is looked for in the open shadow roots of what the one
 * before it finds, the first in the document. `label` is what the piece is called or says, see label.ts. At least one
 * of them says something.
 */
export interface Description {
  readonly path: readonly string[];
  readonly label: string | null;
}

export type Correction =
  /** Hide these pieces. */
  | { readonly verb: 'hide'; readonly piece: Description }
  /** Never hide these pieces. */
  | { readonly verb: 'show'; readonly piece: Description }
  /** Never hide this kind. */
  | { readonly verb: 'keep'; readonly kind: ClutterKind }
  /** The article is a copy, or is none. */
  | { readonly verb: 'copy' | 'not-copy' }
  /** Where the article came from: an http or https address. */
  | { readonly verb: 'original'; readonly url: string }
  /** This is the article's body. */
  | { readonly verb: 'article'; readonly piece: Description };

export type Rule = RuleScope & Correction;

export type Verb = Correction['verb'];
