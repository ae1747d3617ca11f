/**
 * Dates as a template writes them: `YYYY-MM-DD`. The letters are those of Moment and Day.js, which people know from
 * Obsidian. Those libraries let pass what they do not know, and bring the months' names as a file for each language; `Intl`
 * has the names, and a wrong letter is told.
 */
import type { Cursor } from '../rules/cursor.ts';
import { TemplateSyntaxError } from './syntax-error.ts';

/** How precisely a date is known. */
export type DatePrecision = 'year' | 'month' | 'day' | 'time';
const PRECISIONS: readonly DatePrecision[] = ['year', 'month', 'day', 'time'];

export interface ClockReading {
  /** Its fields in UTC are what the clock shows. */
  readonly wall: Date;
  readonly precision: DatePrecision;
}

/** @param hasDay the format has the day too, beside which some languages write the month's name in another form */
type WriteToken = (wall: Date, language: string, hasDay: boolean) => string;

const padded =
  (length: number, field: (wall: Date) => number): WriteToken =>
  (wall) =>
    String(field(wall)).padStart(length, '0');

/** By the Gregorian calendar, as the figures are. */
const GREGORIAN: Intl.DateTimeFormatOptions = { calendar: 'gregory', timeZone: 'UTC' };

const weekday =
  (weekday: 'long' | 'short'): WriteToken =>
  (wall, language) =>
    new Intl.DateTimeFormat(language, { ...GREGORIAN, weekday }).format(wall);

const monthName =
  (month: 'long' | 'short'): WriteToken =>
  (wall, language, hasDay) => {
    const beside = new Intl.DateTimeFormat(language, { ...GREGORIAN, month, day: 'numeric' });
    const name = beside.formatToParts(wall).find(({ type }) => type === 'month')?.value ?? '';
    // In some languages it is a figure there.
    if (hasDay && /\p{L}/u.test(name)) return name;
    return new Intl.DateTimeFormat(language, { ...GREGORIAN, month }).format(wall);
  };

const halfDay = (wall: Date): number => wall.getUTCHours() % 12 || 12;
const month = (wall: Date): number => wall.getUTCMonth() + 1;

/** Letters → what they need to be known, and what they stand for. */
const TOKENS: Readonly<Record<string, readonly [needs: DatePrecision, write: WriteToken]>> = {
  YYYY: ['year', padded(4, (wall) => wall.getUTCFullYear())],
  YY: ['year', padded(2, (wall) => wall.getUTCFullYear() % 100)],
  MMMM: ['month', monthName('long')],
  MMM: ['month', monthName('short')],
  MM: ['month', padded(2, month)],
  M: ['month', padded(1, month)],
  DD: ['day', padded(2, (wall) => wall.getUTCDate())],
  D: ['day', padded(1, (wall) => wall.getUTCDate())],
  dddd: ['day', weekday('long')],
  ddd: ['day', weekday('short')],
  HH: ['time', padded(2, (wall) => wall.getUTCHours())],
  H: ['time', padded(1, (wall) => wall.getUTCHours())],
  hh: ['time', padded(2, halfDay)],
  h: ['time', padded(1, halfDay)],
  mm: ['time', padded(2, (wall) => wall.getUTCMinutes())],
  m: ['time', padded(1, (wall) => wall.getUTCMinutes())],
  ss: ['time', padded(2, (wall) => wall.getUTCSeconds())],
  s: ['time', padded(1, (wall) => wall.getUTCSeconds())],
  A: ['time', (wall) => (wall.getUTCHours() < 12 ? 'AM' : 'PM')],
  a: ['time', (wall) => (wall.getUTCHours() < 12 ? 'am' : 'pm')],
  // Between date and time.
  T: ['year', () => 'T'],
};

/** All letters that a format can have, to be shown. */
export const DATE_LETTERS = Object.keys(TOKENS).join(' ');

/** A key of `TOKENS`, or text that stays. */
export type DatePiece = { readonly token: string } | { readonly text: string };

const END = /\}\}|\n/y;
const LETTERS = /([A-Za-z])\1*/y;
const BRACKET = /\[/y;
const BRACKETED = /([^\]\n}]*)\]/y;
const OTHER = /[^A-Za-z[\n]/y;

/**
 * Reads a format up to the end of its blank. Words stand in square brackets.
 * @throws TemplateSyntaxError
 */
export function readDateFormat(cursor: Cursor): readonly DatePiece[] {
  const pieces: DatePiece[] = [];
  while (!cursor.done && !cursor.sees(END)) {
    const start = cursor.at;
    const token = cursor.take(LETTERS)?.[0];
    if (token !== undefined) {
      if (!Object.hasOwn(TOKENS, token)) throw new TemplateSyntaxError('date', start, cursor.at);
      pieces.push({ token });
    } else if (cursor.take(BRACKET)) {
      const words = cursor.take(BRACKETED);
      if (!words) throw new TemplateSyntaxError(']', start, cursor.at);
      pieces.push({ text: words[1] ?? '' });
    } else pieces.push({ text: cursor.take(OTHER)?.[0] ?? '' });
  }
  if (pieces.length === 0) throw new TemplateSyntaxError('date', cursor.at, cursor.at);
  return pieces;
}

/** The date as precisely as it is known, in the form of ISO 8601. */
export function isoDate({ wall, precision }: ClockReading): string {
  const chars = { year: 4, month: 7, day: 10, time: 19 }[precision];
  return wall.toISOString().slice(0, chars);
}

/** A date in a format. Where less is known than the format asks for, nothing is made up: it stands as it is known. */
export function formatDate(reading: ClockReading, format: readonly DatePiece[], language: string): string {
  const known = PRECISIONS.indexOf(reading.precision);
  const tokens = format.flatMap((piece) => ('token' in piece ? piece.token : []));
  if (tokens.some((token) => PRECISIONS.indexOf(TOKENS[token]?.[0] ?? 'year') > known)) return isoDate(reading);
  const hasDay = tokens.some((token) => /^D/.test(token));
  const write = (token: string) => TOKENS[token]?.[1](reading.wall, language, hasDay) ?? '';
  return format.map((piece) => ('token' in piece ? write(piece.token) : piece.text)).join('');
}
