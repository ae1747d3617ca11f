import { attribute, read } from '../dom.ts';
import { withGregorianDates } from '../metadata/calendars.ts';
import { isoDate } from '../metadata/dates.ts';
import type { Block, Page } from '../types.ts';

const pad = (value: number) => String(value).padStart(2, '0');

const YEAR_FIRST = /(?<!\d)((?:19|20)\d{2})\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})(?!\d)/;
const YEAR_LAST = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d{2})(?!\d)/;
const CLOCK = /(?<!\d)(\d{1,2})[:h時시](\d{2})\s*(a\.?m\b|p\.?m\b)?/i;

/** The month names of a language with their numbers: lower case, without a full stop, longest first. */
function monthsOf(language: string): [string, number][] {
  const names: [string, number][] = [];
  for (const month of ['long', 'short'] as const) {
    const options = { month, day: 'numeric', timeZone: 'UTC', calendar: 'gregory' } as const;
    const format = new Intl.DateTimeFormat(language, options);
    for (let i = 0; i < 12; i++) {
      const parts = format.formatToParts(new Date(Date.UTC(2020, i, 15)));
      const name =
        parts
          .find(({ type }) => type === 'month')
          ?.value.toLowerCase()
          .replace(/\.$/, '') ?? '';
      if (/^\p{L}/u.test(name) && name.length > 2) names.push([name, i + 1]);
    }
  }
  return names.sort((a, b) => b[0].length - a[0].length);
}

/** The rest of a month's name, a day and a year stand in so many UTF-16 units. */
const MAX_CHARS_AFTER_MONTH = 60;

/** A date with a month's name: "18 November 2019", "November 18, 2019", "18 de noviembre de 2019". */
function namedDate(text: string, language: string): string | null {
  const lower = text.toLowerCase();
  for (const [name, month] of monthsOf(language)) {
    const at = lower.indexOf(name);
    if (at < 0) continue;
    const before = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|er|º)?\s*(?:de\s+|of\s+)?$/.exec(lower.slice(0, at))?.[1];
    const rest = lower.slice(at + name.length, at + name.length + MAX_CHARS_AFTER_MONTH);
    const after =
      /^[\p{L}.]{0,8}\s*(?:(\d{1,2})(?!\d)(?:st|nd|rd|th)?[,\s]\s*)?(?:de\s+|del\s+|of\s+|г\.?\s*)?[,\s]*((?:19|20)\d{2})(?!\d)/u.exec(
        rest,
      );
    const day = Number(after?.[1] ?? before);
    if (after?.[2] && day >= 1 && day <= 31) return `${after[2]}-${pad(month)}-${pad(day)}`;
  }
  return null;
}

/**
 * The date in a line of the page, as ISO 8601 with the line's own precision. Without a zone: what pages show as one
 * cannot be trusted.
 *
 * @param language BCP 47: for the month names, and for whether the month stands before the day
 */
export function shownDate(line: string, language: string): string | null {
  const text = withGregorianDates(line, language);
  if (!/(?:19|20)\d{2}/.test(text)) return null;
  let day: string | null = null;
  const first = YEAR_FIRST.exec(text);
  if (first) day = isoDate(`${first[1]}-${pad(Number(first[2]))}-${pad(Number(first[3]))}`);
  const last = day ? null : YEAR_LAST.exec(text);
  if (last) {
    const [a, b] = [Number(last[1]), Number(last[2])];
    const monthFirst = a <= 12 && (b > 12 || /^en(?:-us)?$/i.test(language));
    day = isoDate(`${last[3]}-${pad(monthFirst ? a : b)}-${pad(monthFirst ? b : a)}`);
  }
  for (const tongue of day ? [] : new Set([language, 'en'])) {
    try {
      day ??= namedDate(text, tongue === 'und' ? 'en' : tongue);
    } catch {
      // Not a language tag. English is tried anyway.
    }
  }
  if (!day) return null;
  const clock = CLOCK.exec(text.replace(YEAR_FIRST, ' ').replace(YEAR_LAST, ' '));
  if (!clock || Number(clock[1]) > 23 || Number(clock[2]) > 59) return day;
  const half = clock[3]?.[0]?.toLowerCase();
  const hour = half ? (Number(clock[1]) % 12) + (half === 'p' ? 12 : 0) : Number(clock[1]);
  return `${day}T${pad(hour)}:${clock[2]}`;
}

/** The `datetime` of a `time` element in the Block. */
function machineDate(block: Block): string | null {
  for (const node of block.nodes)
    for (
      let up = read(node, 'parentElement'), i = 0;
      up && i < MAX_ELEMENTS_AROUND;
      up = read(up, 'parentElement'), i++
    ) {
      const stamp = up.localName === 'time' ? attribute(up, 'datetime') : null;
      const date = stamp && isoDate(stamp);
      if (date) return date;
    }
  return null;
}

/** The day in an article's address: `/2019/11/18/`, `/2019/sport/11/18/`. */
function urlDate(url: string): string | null {
  const found = /\/((?:19|20)\d{2})\/(?:[a-z][\w.-]*\/)?(\d{1,2})\/(\d{1,2})\//i.exec(url);
  return found && isoDate(`${found[1]}-${pad(Number(found[2]))}-${pad(Number(found[3]))}`);
}

/** Time zones and late changes bring two dates of one article no further apart. Milliseconds. */
const MAX_DISTANCE = 3 * 24 * 60 * 60 * 1000;

const MAX_DATE_LINE_CHARS = 120;
/** Elements around a text that may be the `time` element. */
const MAX_ELEMENTS_AROUND = 4;

const isNear = (one: string, other: string): boolean =>
  Math.abs(Date.parse(one.slice(0, 10)) - Date.parse(other.slice(0, 10))) <= MAX_DISTANCE;

/**
 * When the article was published: from the Blocks around headline and text, else from the address. Where the address has
 * a day, a date far from it is not the article's.
 *
 * @param around the Blocks that may have the date, likeliest first
 */
export function findDate(page: Page, around: readonly Block[], language: string): string | null {
  for (const block of around) {
    const date = machineDate(block);
    if (date) return date;
  }
  const inUrl = urlDate(page.url);
  for (const { text, length } of around) {
    const date = length <= MAX_DATE_LINE_CHARS ? shownDate(text, language) : null;
    if (date && (!inUrl || isNear(date, inUrl))) return date;
  }
  return inUrl;
}
