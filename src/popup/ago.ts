/** How long ago something was, as one says it. */
import { language } from '../locales/t.ts';

const SECOND = 1000;
/** The largest unit of which there is at least one counts. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400 * SECOND],
  ['month', 30 * 86_400 * SECOND],
  ['day', 86_400 * SECOND],
  ['hour', 3600 * SECOND],
  ['minute', 60 * SECOND],
];

/**
 * "2 days ago", "yesterday", "now".
 * @param time ms since 1970
 */
export function ago(time: number, now = Date.now(), tag = language()): string {
  const passed = Math.max(0, now - time);
  const [unit, length] = UNITS.find(([, length]) => passed >= length) ?? ['second', Number.POSITIVE_INFINITY];
  return new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(-Math.floor(passed / length), unit);
}
