import { startsCapital, startsSmall } from './scripts.ts';

interface Dateline {
  readonly form: RegExp;
  /** What must be true of the form's groups. */
  readonly accepts?: (groups: readonly string[]) => boolean;
}

const allCapitals = (text: string) => text.length > 2 && text === text.toUpperCase() && text !== text.toLowerCase();
const titleCase = (text: string) => text.split(' ').every(startsCapital);

/**
 * What stands before the first sentence of a news article: place, date, agency, reporter, the time in a live blog. Only
 * forms that do not begin a sentence.
 */
const DATELINES: readonly Dateline[] = [
  // "Berlin (dpa) - ", "(Reuters) — ", "Madrid, 3 mar (EFE).- "
  { form: /^[^()!?]{0,50}?\([^()]{2,40}\)\s?\.?\s?[-–—]{1,2}\s*/ },
  // "BUFFALO, N.Y. — ", "МОСКВА, 3 мар — ", "NEW DELHI: "
  {
    form: /^([^\s,:!?–—]+(?:\s[^\s,:!?–—]+){0,3}?)(?:,\s[^–—:!?]{2,30}?)?(?:\s[-–—]{1,2}|:)\s+/,
    accepts: ([place = '']) => allCapitals(place),
  },
  // "New York, NY – With"
  {
    form: /^([^\s,:!?–—]+(?:\s[^\s,:!?–—]+){0,2}),\s([^–—:!?,]{2,26}?)\s[–—-]{1,2}\s(?=(\S))/,
    accepts: ([place = '', region = '', next = '']) => titleCase(place) && startsCapital(region) && startsCapital(next),
  },
  // "新华社北京3月2日电（记者张三）"
  { form: /^[^，。、！？]{2,25}?[电電讯訊](?:\s*（[^（）]{2,30}）\s*|\s+)/ },
  // "(서울=연합뉴스) 홍길동 기자 = "
  { form: /^[([][^()[\]]{2,20}=[^()[\]]{2,20}[)\]]\s*(?:[^=.]{2,30}\s?=\s*)?/ },
  // "【東京】"
  { form: /^【[^】]{1,20}】\s*/ },
  // "14:05 Uhr – ", "4.30 p.m.: "
  { form: /^\d{1,2}[:.h]\d{2}(?:\s?[^\s\d:|–—-]{1,6})?\s?[-–—:|]\s+/ },
];

/** The text without the datelines at its beginning. */
export function withoutDatelines(text: string): string {
  for (const { form, accepts } of DATELINES) {
    const found = form.exec(text);
    if (!found || (accepts && !accepts(found.slice(1)))) continue;
    const rest = text.slice(found[0].length);
    // A small letter shows that the sentence goes on. "(ANSA) - ROMA, 03 MAR - " is two datelines.
    if (rest && !startsSmall(rest)) return withoutDatelines(rest);
  }
  return text;
}
