import { alphanumericKey } from '../alphanumeric-key.ts';
import { withoutReferences } from '../character-references.ts';
import { collapseWhitespace, withoutSoftHyphens } from '../whitespace.ts';

/** No text that metadata has about a page is longer. */
const MAX_TEXT_CHARS = 10_000;

/** Collapses white space and decodes character references that were escaped twice; no soft hyphens. */
export const tidy = (text: string): string =>
  withoutSoftHyphens(collapseWhitespace(withoutReferences(text.slice(0, MAX_TEXT_CHARS))));

/** Names that content systems give to accounts: they do not tell who wrote. */
const NOBODIES = new Set(
  'root|author|editor|editors|webmaster|test|guest|anonymous|unknown|none|null|undefined|no author|staff|redaktion|redaction|rédaction|redacción|redação|редакция|админ|администратор|مدير|المحرر|管理员|管理員|管理者|編集部'.split(
    '|',
  ),
);
const MIN_NAME_CHARS = 2;
const MAX_NAME_CHARS = 120;
const ADMIN = /^(?:(?:wp-|\w{0,6})admin\d*|administra[dt]\w*|user\d*)$/i;
/** "mara.lind", "page.head.author", "link78": of an account, or a blank that nobody filled in. */
const ACCOUNT = /^(?=\S*[._\d])[a-z][a-z\d]+(?:[._][a-z\d]+)*$/;

/**
 * The name of a person or a newsroom; `null` for what is none: an address, a number, "admin", or the site's own name.
 *
 * @param sites names of the site
 */
export function nameOf(text: string, sites: readonly (string | null)[]): string | null {
  const name = tidy(text)
    .replace(/^@/, '')
    .replace(/\s+,/g, ',')
    .replace(/(?<![,;|·•/／\s])[,;|·•/／\s]+$/, '');
  if (name.length < MIN_NAME_CHARS || name.length > MAX_NAME_CHARS) return null;
  if (
    /^(?:https?:|www\.)|^\S+@\S+\.\S+$|^\d+$|^[\w-]{3,}\.(?:com|net|org|[a-z]{2})$|[{}<>]/i.test(name) ||
    ADMIN.test(name) ||
    ACCOUNT.test(name) ||
    NOBODIES.has(name.toLowerCase())
  )
    return null;
  const own = alphanumericKey(name);
  if (own === '') return null;
  return sites.some((site) => site && alphanumericKey(site) === own) ? null : name;
}
