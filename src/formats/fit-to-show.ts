/** Text from pages and the world, made fit to be shown. */
import type { ClockReading, DatePrecision } from '../templates/date-format.ts';

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

/** A date that a page gives, as precisely as it gives it. */
interface PublishedDate {
  readonly instant: Date;
  readonly precision: DatePrecision;
  /** It is a moment everywhere, to be told by the reader's own clock; else the fields in UTC are as they are written. */
  readonly isMoment: boolean;
}

/** Midnight sharp is what programs write for a date alone. `null` when it is no date. */
function readPublished(published: string): PublishedDate | null {
  const [, year, month, day, hour, minute, second, zone] = DATE.exec(published.trim()) ?? [];
  if (year === undefined) return null;
  const dateOnly = hour === undefined || (hour === '00' && minute === '00' && (second ?? '00') === '00');
  const offset = dateOnly || !zone ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2').toUpperCase();
  const time = dateOnly ? '00:00:00' : `${hour}:${minute}:${second ?? '00'}`;
  const instant = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T${time}${offset}`);
  if (Number.isNaN(instant.getTime())) return null;
  const precision = !month ? 'year' : !day ? 'month' : dateOnly ? 'day' : 'time';
  return { instant, precision, isMoment: zone !== undefined && !dateOnly };
}

const STYLES: Readonly<Record<DatePrecision, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { dateStyle: 'long' },
  time: { dateStyle: 'medium', timeStyle: 'short' },
};

/** A date in `language`, as precise as the page gives it. `null` when it is no date. */
export function dateText(published: string, language: string, timeZone?: string): string | null {
  const read = readPublished(published);
  if (!read) return null;
  const clock = read.isMoment ? timeZone : 'UTC';
  const style = STYLES[read.precision];
  return new Intl.DateTimeFormat(language, { ...style, ...(clock && { timeZone: clock }) }).format(read.instant);
}

/** What the reader's own clock shows at a moment. */
export const localReading = (moment: Date): ClockReading => ({
  wall: new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000),
  precision: 'time',
});

/** A date that a page gives, as the reader's own clock shows it. `null` when it is no date. */
export function publishedReading(published: string): ClockReading | null {
  const read = readPublished(published);
  if (!read) return null;
  return read.isMoment ? localReading(read.instant) : { wall: read.instant, precision: read.precision };
}
