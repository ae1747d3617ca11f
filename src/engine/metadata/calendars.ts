/** Dates of other calendars than the Gregorian, and digits of other scripts. */
import { withoutHebrewDate, withoutIslamicDate } from './lunar-calendars.ts';

/** The zeros of scripts with digits of their own. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10];
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;

/** The text with its digits as 0 to 9. */
export const westernDigits = (text: string): string =>
  text.replace(OTHER_DIGIT, (digit) => {
    const code = digit.codePointAt(0) as number;
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/** Years of the Persian calendar, and of the Buddhist one, in which an article can have been published: 1991 to 2100. */
const isPersianYear = (year: number): boolean => year >= 1370 && year <= 1479;
const isBuddhistYear = (year: number): boolean => year >= 2533 && year <= 2643;
const BUDDHIST_YEARS_AHEAD = 543;
/** From a Persian year to the Gregorian one in whose March it begins. */
const PERSIAN_YEARS_BEHIND = 621;
const DAYS_IN_FIRST_HALF = 186;
const DAY = 24 * 60 * 60 * 1000;

let persian: Intl.DateTimeFormat | undefined;

/** The first day of a Persian year, at midnight UTC. It begins with the spring, on one of four days. */
function persianNewYear(year: number): number {
  persian ??= new Intl.DateTimeFormat('en-u-ca-persian', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const days = [19, 20, 21, 22].map((day) => Date.UTC(year + PERSIAN_YEARS_BEHIND, 2, day));
  return days.find((day) => persian?.format(day) === '1/1') ?? (days[2] as number);
}

/** Year, month and day of the Gregorian calendar. What is one already, or no date of these calendars, stays. */
export function gregorian(year: number, month: number, day: number): [number, number, number] {
  if (isBuddhistYear(year)) return [year - BUDDHIST_YEARS_AHEAD, month, day];
  if (!isPersianYear(year) || month < 1 || month > 12 || day < 1 || day > 31) return [year, month, day];
  const before = month <= 6 ? (month - 1) * 31 : DAYS_IN_FIRST_HALF + (month - 7) * 30;
  const date = new Date(persianNewYear(year) + (before + day - 1) * DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

const ARABIC_LANGUAGE = /^(?:ar|ur)\b/i;
const HEBREW_LANGUAGE = /^(?:he|iw)\b/i;
const GREGORIAN_YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/;
/** Years of an emperor or of the republic, before a year of its own: the year before their first. */
const ERAS: readonly (readonly [name: RegExp, before: number])[] = [
  [/令和\s?(\d{1,2}|元)(?=\s?年)/, 2018],
  [/平成\s?(\d{1,2}|元)(?=\s?年)/, 1988],
  [/(?:中[華华])?民[國国]\s?(\d{2,3})(?=\s?年)/, 1911],
];
const PERSIAN_LANGUAGE = /^(?:fa|ps|prs|az-arab)\b/i;
const BUDDHIST_LANGUAGE = /^(?:th|lo)\b/i;
const NUMERIC_PERSIAN = /(?<!\d)(1[34]\d{2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/;
const BUDDHIST_YEAR = /(?<!\d)2[56]\d{2}(?!\d)/g;
/** "Of the Buddhist era", before a year. */
const BUDDHIST_ERA = /พ\.?\s?ศ\.?/;

/** The Persian month names of a language, with their numbers. */
const persianMonths = (language: string): Map<string, number> => {
  const names = new Map<string, number>();
  for (const tag of [language, 'fa', 'fa-AF']) {
    const format = new Intl.DateTimeFormat(`${tag}-u-ca-persian`, { month: 'long', timeZone: 'UTC' });
    // The middle of each Persian month of a year that began on 20 March 2020.
    for (let month = 1; month <= 12; month++) names.set(format.format(Date.UTC(2020, month + 2, 5)), month);
  }
  return names;
};

const pad = (value: number) => String(value).padStart(2, '0');
const iso = (year: string, month: number, day: string): string => {
  const [y, m, d] = gregorian(Number(year), month, Number(day));
  return `${y}-${pad(m)}-${pad(d)}`;
};

/**
 * A line with a date of another calendar, with that date as `2026-05-12` or its year as the Gregorian one. Only in
 * languages whose countries use it: elsewhere 1405 is a year long ago, and 2569 none. Names of eras say themselves what they are.
 */
export function withGregorianDates(text: string, language: string): string {
  const digits = westernDigits(text);
  const line = ERAS.reduce(
    (whole, [name, before]) =>
      whole.replace(name, (_, year: string) => String(before + (year === '元' ? 1 : Number(year)))),
    digits,
  );
  if (ARABIC_LANGUAGE.test(language)) return GREGORIAN_YEAR.test(line) ? line : withoutIslamicDate(line);
  if (HEBREW_LANGUAGE.test(language)) return GREGORIAN_YEAR.test(line) ? line : withoutHebrewDate(line);
  if (BUDDHIST_LANGUAGE.test(language))
    return line.replace(BUDDHIST_ERA, '').replace(BUDDHIST_YEAR, (year) => String(Number(year) - BUDDHIST_YEARS_AHEAD));
  if (!PERSIAN_LANGUAGE.test(language) || !/1[34]\d{2}/.test(line)) return line;
  const numeric = line.replace(NUMERIC_PERSIAN, (_, year, month, day) => iso(year, Number(month), day));
  if (numeric !== line) return numeric;
  for (const [name, month] of persianMonths(language)) {
    const named = new RegExp(
      `(?<!\\d)(\\d{1,2})\\s*(?:اُم|ام|م)?\\s*${name}\\s*(?:ماه)?\\s*(?:سال)?[\\s،,]*(1[34]\\d{2})(?!\\d)`,
    );
    const replaced = line.replace(named, (_, day, year) => iso(year, month, day));
    if (replaced !== line) return replaced;
  }
  return line;
}
