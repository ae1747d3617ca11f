/** Text from pages and the world, made fit to be shown. */

/** Characters that change the direction of text beside them, and control characters: a page could fake words with them. */
const TRICKS = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

const MAX_NAME_CHARS = 80;
const MAX_HOST_CHARS = 48;

/** A name from a page, on one line, without characters that could turn our own words around it. */
export function plainName(name: string): string {
  const plain = name.replace(TRICKS, ' ').replace(/\s+/g, ' ').trim();
  return plain.length > MAX_NAME_CHARS ? `${plain.slice(0, MAX_NAME_CHARS - 1).trimEnd()}…` : plain;
}

/** The address when it is one that a tab may be opened with: http or https. */
export function webAddress(url: string | null | undefined): URL | null {
  const parsed = url ? URL.parse(url) : null;
  return parsed && /^https?:$/.test(parsed.protocol) && parsed.hostname ? parsed : null;
}

/**
 * The host as a reader can trust it: international names in their ASCII form, so that no letter only looks like
 * another; no user-info; of a very long host the end, which says whose it is.
 */
export function safeHost(address: URL): string {
  const host = address.host.replace(/^www\.(?=[^.]+\.)/, '');
  return host.length > MAX_HOST_CHARS ? `…${host.slice(1 - MAX_HOST_CHARS)}` : host;
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/i;

/**
 * A date in `language`, as precise as the page gives it. A time with a zone is told by the reader's own clock, without
 * one as it is written; midnight sharp is what programs write for a date alone. `null` when it is no date.
 */
export function dateText(published: string, language: string, timeZone?: string): string | null {
  const [, year, month, day, hour, minute, second, zone] = DATE.exec(published.trim()) ?? [];
  if (year === undefined) return null;
  const dateOnly = hour === undefined || (hour === '00' && minute === '00' && (second ?? '00') === '00');
  const offset = dateOnly || !zone ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2').toUpperCase();
  const time = dateOnly ? '00:00' : `${hour}:${minute}`;
  const instant = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T${time}:00${offset}`);
  if (Number.isNaN(instant.getTime())) return null;
  const precision: Intl.DateTimeFormatOptions = !month
    ? { year: 'numeric' }
    : !day
      ? { year: 'numeric', month: 'long' }
      : dateOnly
        ? { dateStyle: 'long' }
        : { dateStyle: 'medium', timeStyle: 'short' };
  const clock = offset !== 'Z' || (zone && !dateOnly) ? timeZone : 'UTC';
  return new Intl.DateTimeFormat(language, { ...precision, ...(clock && { timeZone: clock }) }).format(instant);
}
