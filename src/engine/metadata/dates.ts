import { gregorian, westernDigits } from './calendars.ts';

/** Dates outside of these years are not an article's. */
const MIN_YEAR = 1990;
const MAX_YEAR = 2100;

const pad = (value: number | string) => String(value).padStart(2, '0');

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((name, i) => [name, i + 1]),
);

const ISO =
  /^(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?)?/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(z|[+-]\d{2}:?\d{2})?)?$/i;
const MAIL =
  /^(?:[a-z]{3,9},?\s+)?(?:(\d{1,2})\s+([a-z]{3})[a-z]*|([a-z]{3})[a-z]*\s+(\d{1,2})),?\s+(\d{4})(?:[,\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?)?/i;
const SLASHED = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;

function zoneOf(zone: string | undefined): string {
  if (!zone) return '';
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** Year to second, as far as they are known. */
type DateParts = (string | number | undefined)[];

function format([year, month, day, hour, minute, second]: DateParts, zone?: string): string | null {
  const [y, m, d] = gregorian(Number(year), Number(month), Number(day ?? 1));
  if (!(y >= MIN_YEAR && y <= MAX_YEAR && m >= 1 && m <= 12 && d >= 1 && d <= 31)) return null;
  if (day === undefined) return `${y}-${pad(m)}`;
  const date = `${y}-${pad(m)}-${pad(d)}`;
  if (hour === undefined || minute === undefined) return date;
  if (Number(hour) > 24 || Number(minute) > 59) return date;
  return `${date}T${pad(hour)}:${minute}${second === undefined ? '' : `:${second}`}${zoneOf(zone)}`;
}

/**
 * A date as ISO 8601, with the precision and the zone of the text: `2019-11-18`, `2019-11-18T09:30`,
 * `2019-11-18T09:30:00+01:00`. Reads ISO 8601 and similar forms, mail dates and Unix time; years of the Persian and the
 * Buddhist calendar too.
 *
 * @returns `null` for what is no date, or cannot be an article's
 */
export function isoDate(text: string): string | null {
  const trimmed = westernDigits(text.trim());
  let found = ISO.exec(trimmed);
  if (found) return format(found.slice(1, 7), found[7]);
  found = COMPACT.exec(trimmed);
  if (found) return format(found.slice(1, 7), found[7]);
  if (/^1\d{9}(?:\d{3})?$/.test(trimmed))
    return new Date(Number(trimmed.slice(0, 10)) * 1000).toISOString().replace('.000Z', 'Z');
  found = SLASHED.exec(trimmed);
  if (found) return format(found.slice(1, 7));
  found = MAIL.exec(trimmed);
  if (!found) return null;
  const [, day1, month1, month2, day2, year, hour, minute, second, half, zone] = found;
  const month = MONTHS[(month1 ?? month2 ?? '').toLowerCase()];
  if (!month) return null;
  const hours = hour && half ? String((Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)) : hour;
  return format([year, month, day1 ?? day2, hours, minute, second], zone);
}
