import type { Line } from '../lines.ts';
import type { Phrases } from '../phrases/index.ts';
import type { Article, Block, Box, Metadata, Page, Signal } from '../types.ts';
import type { SignalId } from './weights.ts';

/** A link to another site. */
export interface LinkOut {
  readonly element: HTMLAnchorElement;
  /** White space collapsed. */
  readonly linkText: string;
  /** Where it leads in the end; `null` where a redirector hides it. */
  readonly url: URL | null;
  /** Host of the redirector that hides it. */
  readonly via: string | null;
}

/** A {@link Line} with its links to other sites, without those to places where people post. */
export interface LineOut extends Line {
  readonly out: readonly LinkOut[];
}

/** The part of a {@link LineOut} that rules about its structure read. */
export type LineStructure = Pick<LineOut, 'out' | 'links' | 'text' | 'linkLength'> & {
  readonly block: Pick<Block, 'kind'>;
};

/** Everything a Signal reads. Made once for each article. What takes time is made when it is first asked for. */
export interface SignalContext {
  readonly page: Page;
  readonly metadata: Metadata;
  readonly article: Article;
  readonly phrases: Phrases;
  /** The Blocks of the article's own element. */
  readonly scope: Pick<Box, 'first' | 'end'>;
  /** Lines from the headline to the first sentences of the body, without code and quotations. */
  readonly head: readonly LineOut[];
  /** Lines at the end of the body and after it, up to the comments, without code and quotations. */
  readonly tail: readonly LineOut[];
  /** Links of the body's Box to other sites, without share buttons. */
  readonly linksOut: readonly LinkOut[];
  /** How many links of the body's Box stay on the page's own site. */
  readonly linksIn: number;
  /** The host belongs to the owner of the page's site: by its name, or because the site's navigation or logo links it. */
  isOwn(host: string): boolean;
  /** How many links of the site's own navigation, logo and footer lead to the host's site. */
  linksInChrome(host: string): number;
  /** The Box is, or lies in, a part of the page with other people's words, or with a row of other things. */
  isAside(box: Box): boolean;
  /** The lines of a Block. */
  linesOf(block: Block): readonly LineOut[];
}

/** Where a Signal says the article came from. At least one of `url`, `via`, `publisher` is set. */
export interface Naming {
  readonly url?: URL | null;
  readonly via?: string | null;
  readonly publisher?: string | null;
  readonly link?: Element;
}

/** What a Signal saw. */
export interface Evidence {
  /** A quote from the page. */
  readonly quote: string;
  /** Where it stands, when it has a place on the page. */
  readonly node?: Node | null | undefined;
  readonly names?: Naming;
}

/** One Signal: one file. */
export interface SignalRule {
  /** Name of the file. */
  readonly id: SignalId;
  /** `repost` when left out. */
  readonly direction?: Signal['direction'];
  /** @param named where the Signals before it in the list say the article came from, in order */
  find(context: SignalContext, named: readonly SignalNaming[]): Evidence | null;
}

/** Where a Signal says the article came from, with its id. */
export type SignalNaming = Naming & { readonly id: SignalId };

/** An open credit or a licence has that link: what else there is to it was said openly. Fixture: repost/licensed */
export const isCredited = (named: readonly SignalNaming[], { element }: LinkOut): boolean =>
  named.some(({ id, link }) => (id === 'licence' || id === 'open-credit') && link === element);

/** Evidence that a link leads to where the article came from. */
export const linkEvidence = (quote: string, link: LinkOut, publisher?: string | null): Evidence => {
  const { url, via, element } = link;
  return { quote, node: element, names: { url, via, publisher: publisher || null, link: element } };
};
