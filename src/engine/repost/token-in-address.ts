import { attribute, findAll } from '../dom.ts';
import { findTokens } from '../tokens.ts';

/** How the fields begin that tools fill with an address, as they stand in one. */
const FIELD_STARTS =
  '[source [original [item [feed [post [article %source %original %item %feed %post #item {source {item {feed';
const SELECTOR = FIELD_STARTS.split(' ')
  .map((start) => `a[href*="${start}_"]`)
  .join();

/** The first link whose address, or the last part of it, is a field that was never filled. Fixture: repost/token-in-address */
export function tokenInAddress(root: Document | Element): { readonly token: string; readonly link: Element } | null {
  for (const link of findAll(root, SELECTOR)) {
    const written = attribute(link, 'href')?.split('/').at(-1) ?? '';
    const [found] = findTokens(written);
    if (found && found.kind !== 'ad' && found.token === written) return { token: found.token, link };
  }
  return null;
}
