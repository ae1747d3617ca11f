import { bare } from '../bare.ts';
import { hashOf, printedSet } from '../fingerprint.ts';
import { fold } from '../fold.ts';
import { NOBODIES } from './printed.ts';

const ENTITY: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
};

/** Nothing that is said of a page is longer. */
const LONGEST = 10_000;

/** Folds white space and undoes character references that were escaped once too often. */
export const tidy = (text: string): string =>
  fold(
    text.slice(0, LONGEST).replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
      if (name) return ENTITY[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }),
  );

/** What content systems call whoever set them up: says nothing about who wrote. */
const nobodies = printedSet(NOBODIES);
const ADMIN = /^(?:(?:wp-|\w{0,6})admin\d*|administra[dt]\w*|user\d*)$/i;

/**
 * A person's or newsroom's name as a page gives it, or `null` where it is none: an address, a number, the word
 * "admin", or the site's own name.
 */
export function nameOf(text: string, sites: readonly (string | null)[]): string | null {
  const name = tidy(text)
    .replace(/^@/, '')
    .replace(/\s+,/g, ',')
    .replace(/[,;|·•/／\s]+$/, '');
  if (name.length < 2 || name.length > 120) return null;
  if (
    /^(?:https?:|www\.)|^\S+@\S+\.\S+$|^\d+$|^[\w-]{4,}\.(?:com|net|org|[a-z]{2})$|[{}<>]/i.test(name) ||
    ADMIN.test(name) ||
    nobodies.has(hashOf(name.toLowerCase()))
  )
    return null;
  const own = bare(name);
  if (own === '') return null;
  return sites.some((site) => site && bare(site) === own) ? null : name;
}
