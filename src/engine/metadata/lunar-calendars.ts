/** Dates of the Islamic and the Hebrew calendar, whose months follow the moon, as pages show them. */

const DAY = 24 * 60 * 60 * 1000;
/** From a guess at the middle of a month to any day of it, and an uncertainty of the guess. Days. */
const MAX_DAYS_OFF = 400;

const pad = (value: number) => String(value).padStart(2, '0');

/** The day on which a calendar's date reads as asked, near a guess, as `2026-05-12`; `null` where there is none. */
function dayReading(calendar: string, month: 'long' | 'numeric', asked: string, guess: number): string | null {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
    year: 'numeric',
    month,
    day: 'numeric',
    timeZone: 'UTC',
  });
  const reads = (time: number) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type as string, value]));
    return `${parts.get('day')} ${parts.get('month')} ${parts.get('year') ?? parts.get('relatedYear')}`;
  };
  for (let off = 0; off <= MAX_DAYS_OFF; off++)
    for (const time of [guess + off * DAY, guess - off * DAY])
      if (reads(time) === asked) {
        const date = new Date(time);
        return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
      }
  return null;
}

// Islamic.

const ISLAMIC_MONTHS = [
  'محر[ّ]?م',
  'صفر',
  'ربيع\\s(?:ال)?[أا]ول',
  'ربيع\\s(?:(?:ال)?[آا]خر|الثاني)',
  'جماد[ىي]\\s(?:ال)?[أا]ول[ىي]',
  'جماد[ىي]\\s(?:(?:ال)?[آا]خرة|الثانية)',
  'رجب',
  'شعبان',
  'رمضان',
  'شو[ّ]?ال',
  'ذ[وي]\\sالقعدة',
  'ذ[وي]\\sالحجة',
];
const ISLAMIC_DATE = new RegExp(
  `(?<!\\d)(\\d{1,2})\\s{1,3}(?:من\\s)?(?:شهر\\s)?(?:${ISLAMIC_MONTHS.map((name) => `(${name})`).join('|')})\\s?[,،]?\\s?(14\\d{2})(?!\\d)\\s?(?:هـ?)?`,
);
/** Years of the moon are shorter, and began in 622. */
const DAYS_IN_ISLAMIC_YEAR = 354.367;
const ISLAMIC_START = Date.UTC(622, 6, 19);

/** A line with an Islamic date by name, with that date as `2026-05-12`. */
export function withoutIslamicDate(line: string): string {
  const [found, day, ...rest] = ISLAMIC_DATE.exec(line) ?? [];
  if (found === undefined) return line;
  const year = rest.at(-1);
  const month = rest.slice(0, ISLAMIC_MONTHS.length).findIndex((name) => name !== undefined);
  const days = ((Number(year) - 1 + month / ISLAMIC_MONTHS.length) * DAYS_IN_ISLAMIC_YEAR + Number(day)) | 0;
  const asked = `${Number(day)} ${month + 1} ${year}`;
  const date = dayReading('islamic-umalqura', 'numeric', asked, ISLAMIC_START + days * DAY);
  return date ? line.replace(found, ` ${date} `) : line;
}

// Hebrew.

const HEBREW_MONTHS: Readonly<Record<string, string>> = {
  תשרי: 'Tishri',
  חשוון: 'Heshvan',
  חשון: 'Heshvan',
  כסלו: 'Kislev',
  כסליו: 'Kislev',
  טבת: 'Tevet',
  שבט: 'Shevat',
  "אדר א'": 'Adar I',
  "אדר ב'": 'Adar II',
  אדר: 'Adar',
  ניסן: 'Nisan',
  אייר: 'Iyar',
  סיוון: 'Sivan',
  סיון: 'Sivan',
  תמוז: 'Tamuz',
  אב: 'Av',
  אלול: 'Elul',
};
const HEBREW_DATE = new RegExp(
  `(?<![\\u05D0-\\u05EA])([\\u05D0-\\u05EA]{1,2}(?:["'][\\u05D0-\\u05EA]?)?)\\s{1,3}ב?(${Object.keys(HEBREW_MONTHS).join('|')}),?\\s{1,3}(?:ה')?(תש[\\u05D0-\\u05EA]{0,2}"?[\\u05D0-\\u05EA])(?![\\u05D0-\\u05EA])`,
);
const LETTERS = 'אבגדהוזחטיכלמנסעפצקרשת';
const TENS_FROM = LETTERS.indexOf('י');
const HUNDREDS_FROM = LETTERS.indexOf('ק');
/** Letters of years leave the thousands out. */
const HEBREW_THOUSANDS = 5000;
/** From a Hebrew year to the Gregorian one in whose September it begins. */
const HEBREW_YEARS_AHEAD = 3761;

/** The number that letters stand for. */
const numberOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => {
    const at = LETTERS.indexOf(letter);
    if (at < 0) return sum;
    if (at >= HUNDREDS_FROM) return sum + (at - HUNDREDS_FROM + 1) * 100;
    return sum + (at >= TENS_FROM ? (at - TENS_FROM + 1) * 10 : at + 1);
  }, 0);

/** A line with a Hebrew date, with that date as `2026-05-12`. */
export function withoutHebrewDate(text: string): string {
  const line = text.replace(/[״“”]/g, '"').replace(/[׳‘’]/g, "'");
  const [found, day = '', month = '', year = ''] = HEBREW_DATE.exec(line) ?? [];
  if (found === undefined) return text;
  const number = HEBREW_THOUSANDS + numberOf(year);
  const asked = `${numberOf(day)} ${HEBREW_MONTHS[month]} ${number}`;
  const date = dayReading('hebrew', 'long', asked, Date.UTC(number - HEBREW_YEARS_AHEAD + 1, 2, 15));
  return date ? line.replace(found, ` ${date} `) : text;
}
