import type { Block, Direction } from '../types.ts';

/** So much text is enough to tell a language. */
const SAMPLE = 1000;

/**
 * Scripts that tell the language, or the family of those that share them: first and last UTF-16 unit, languages (the
 * commonest first), and whether they run from right to left.
 */
const SCRIPTS: readonly (readonly [first: number, last: number, languages: string, rtl?: true])[] = [
  [0x3040, 0x30ff, 'ja'],
  [0xac00, 0xd7af, 'ko'],
  [0x4e00, 0x9fff, 'zh yue ja'],
  [0x0600, 0x06ff, 'ar fa ur ps ckb ug sd ks ku azb prs pnb', true],
  [0x0590, 0x05ff, 'he iw yi', true],
  [0x0400, 0x04ff, 'ru uk be bg sr mk kk ky mn tg tt ba os uz az bs'],
  [0x0370, 0x03ff, 'el'],
  // From here on, one behind the other.
  ...'hi mr ne sa kok bho mai|bn as|pa|gu|or|ta|te|kn|ml|si|th|lo'
    .split('|')
    .map((languages, i) => [0x0900 + 0x80 * i, 0x097f + 0x80 * i, languages] as const),
  [0x0530, 0x058f, 'hy'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1200, 0x137f, 'am ti'],
  [0x1780, 0x17ff, 'km'],
  [0x1000, 0x109f, 'my'],
];

/** Words that every text of a language in Latin script is full of, and others seldom have. */
const COMMON: Readonly<Record<string, string>> = {
  en: 'the of and to that is was for with his this from are they have not',
  de: 'der die und das ist nicht den von mit sich des auf für ein dem',
  fr: 'le les des et est que dans une pour qui pas sur plus avec aux',
  es: 'el los y que las por una con del para como más pero sus fue está',
  pt: 'que não uma os com para mais como dos das foi são pelo ao também',
  it: 'il che di per non una sono della del con gli più anche alla dei',
  nl: 'het een van en dat niet zijn op voor met aan ook werd door maar',
  sv: 'och att det som en på är för med inte den har till av om',
  da: 'og at det som er på til af ikke den med har blev',
  no: 'og at det som er på til av ikke den med har ble seg',
  fi: 'ja on ei että oli se hän mutta joka ovat myös kun niin ole kuin',
  pl: 'nie się na jest że to jak ale przez było oraz jego tym dla po',
  cs: 'se na je že to jako ale byl pro jeho nebo podle také které jsem',
  tr: 've bir bu için ile olarak daha çok olan gibi kadar sonra ise ama dedi',
  id: 'yang dan di untuk dengan tidak ini itu dari pada dalam akan juga oleh ada',
  vi: 'và của là có không được trong một cho người những các với đã này',
  ro: 'și în că nu este care pentru cu din mai fost sunt prin după această',
  hu: 'az hogy nem és egy volt is meg csak már még ez mint',
};

/** So many common words tell a language. */
const ENOUGH = 5;

/** What the first of an article's text is written in. */
export interface Letters {
  readonly text: string;
  /** Letters of any script. */
  readonly all: number;
  /** Of each of the scripts. */
  readonly counts: readonly number[];
}

const LATIN = /[A-Za-z\u00c0-\u036f]+/g;
/** Units that can be letters of the scripts: between those are the signs of all languages. */
const OTHERS = /[\u0370-\u17ff\u3040-\ud7af]/g;

/** Counts the letters of the first of an article's text. */
export function lettersOf(body: readonly Pick<Block, 'text'>[]): Letters {
  let text = '';
  for (const block of body) if (text.length < SAMPLE) text += ` ${block.text}`;
  text = text.slice(0, SAMPLE);
  const counts = SCRIPTS.map(() => 0);
  let all = text.length - text.replace(LATIN, '').length;
  for (const letter of text.match(OTHERS) ?? []) {
    const unit = letter.charCodeAt(0);
    const script = SCRIPTS.findIndex(([first, last]) => unit >= first && unit <= last);
    if (script < 0) continue;
    all++;
    counts[script] = (counts[script] as number) + 1;
  }
  return { text, all, counts };
}

/** No other language's commonest words are three times as frequent as one's own that are this share of a text. */
const PLENTY = 0.12;

/**
 * The language of a text in Latin script by how often the commonest words of each occur.
 *
 * @param own the language that it is said to be in, which has to be less than a third of another to be wrong
 */
function latinLanguage(text: string, own: string): string | null {
  const words = text.toLowerCase().split(/[^a-z\u00df-\u024f\u1e00-\u1eff]+/);
  /** How many of the words are common ones, counted no further than past `enough`. */
  const scoreOf = (language: string, enough: number) => {
    const common = new Set(COMMON[language]?.split(' '));
    let score = 0;
    for (const word of words) if (common.has(word) && ++score > enough) break;
    return score;
  };
  const plenty = Math.max(PLENTY * words.length, ENOUGH);
  const ownScore = scoreOf(own, plenty);
  if (ownScore > plenty) return null;
  let [best, most] = ['', 0];
  for (const language in COMMON) {
    const score = scoreOf(language, Infinity);
    if (score > most) [best, most] = [language, score];
  }
  return most >= ENOUGH && ownScore * 3 < most ? best : null;
}

/** Tags that are written as they should be, old names aside: the first time that `Intl` is asked takes its time. */
const COMMONEST = /^(?:en|de|fr|es|pt|it|ru|ja|ar|ko|nl|pl|tr|sv|fa|zh)(?:-(?!UK|DD|FX)[A-Z]{2})?$/;

/** A BCP 47 tag as it should be written, or `null`. */
export function languageTag(declared: string | null): string | null {
  const tag =
    declared
      ?.trim()
      .replaceAll('_', '-')
      .replace(/[.@].*$/, '') ?? '';
  if (COMMONEST.test(tag)) return tag;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * The language of the text: the declared one, unless its script or its commonest words say that this is wrong.
 *
 * @param declared what the page says
 * @returns BCP 47, `und` when unknown
 */
export function languageOf({ text, all, counts }: Letters, declared: string | null): string {
  const tag = languageTag(declared);
  const base = tag?.split('-')[0] ?? '';
  for (const [i, [, , names]] of SCRIPTS.entries()) {
    const languages = names.split(' ');
    // Japanese mixes its scripts, so a little kana tells it from Chinese.
    if ((counts[i] as number) > (i === 0 ? 0.1 : 0.5) * all)
      return tag && languages.includes(base) ? tag : (languages[0] as string);
  }
  if (all < 100) return tag ?? 'und';
  const own = base === 'nb' || base === 'nn' ? 'no' : base;
  return tag && !Object.hasOwn(COMMON, own) ? tag : (latinLanguage(text, own) ?? tag ?? 'und');
}

/** Which way the text runs, from its letters. */
export const directionOf = ({ all, counts }: Letters): Direction =>
  SCRIPTS.reduce((sum, script, i) => sum + (script[3] ? (counts[i] as number) : 0), 0) * 2 > all ? 'rtl' : 'ltr';
