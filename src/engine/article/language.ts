import type { Block, Direction } from '../types.ts';

/** UTF-16 units of text that are enough to tell a language. */
const SAMPLE_CHARS = 1000;

/**
 * Scripts that tell the language, or which languages it may be: first and last UTF-16 unit, languages (the commonest
 * first), and whether the script runs from right to left.
 */
const SCRIPTS: readonly (readonly [first: number, last: number, languages: string, rtl?: true])[] = [
  [0x3040, 0x30ff, 'ja'],
  [0xac00, 0xd7af, 'ko'],
  [0x4e00, 0x9fff, 'zh yue ja'],
  [0x0600, 0x06ff, 'ar fa ur ps ckb ug sd ks ku azb prs pnb', true],
  [0x0590, 0x05ff, 'he iw yi', true],
  [0x0400, 0x04ff, 'ru uk be bg sr mk kk ky mn tg tt ba os uz az bs'],
  [0x0370, 0x03ff, 'el'],
  // The scripts of India, which follow each other in blocks of one size.
  ...'hi mr ne sa kok bho mai|bn as|pa|gu|or|ta|te|kn|ml|si|th|lo'
    .split('|')
    .map((languages, i) => [0x0900 + 0x80 * i, 0x097f + 0x80 * i, languages] as const),
  [0x0530, 0x058f, 'hy'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1200, 0x137f, 'am ti'],
  [0x1780, 0x17ff, 'km'],
  [0x1000, 0x109f, 'my'],
];

/** The commonest words of each language in Latin script, as far as other languages seldom have them. */
const COMMON_WORDS: Readonly<Record<string, string>> = {
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
const MIN_COMMON_WORDS = 5;

/** The beginning of a text, with its letters counted by script. */
export interface LetterCounts {
  readonly text: string;
  /** Letters of any script. */
  readonly all: number;
  /** Letters of each of {@link SCRIPTS}. */
  readonly counts: readonly number[];
}

const LATIN = /[A-Za-z\u00c0-\u036f]+/g;
/** UTF-16 units that may be letters of the scripts. Between these ranges lie the signs that all languages share. */
const OTHER_SCRIPTS = /[\u0370-\u17ff\u3040-\ud7af]/g;

/** Counts the letters at the beginning of a text. */
export function lettersOf(body: readonly Pick<Block, 'text'>[]): LetterCounts {
  let text = '';
  for (const block of body) if (text.length < SAMPLE_CHARS) text += ` ${block.text}`;
  text = text.slice(0, SAMPLE_CHARS);
  const counts = SCRIPTS.map(() => 0);
  let all = text.length - text.replace(LATIN, '').length;
  for (const letter of text.match(OTHER_SCRIPTS) ?? []) {
    const unit = letter.charCodeAt(0);
    const script = SCRIPTS.findIndex(([first, last]) => unit >= first && unit <= last);
    if (script < 0) continue;
    all++;
    counts[script] = (counts[script] as number) + 1;
  }
  return { text, all, counts };
}

/** Where this share of a text are common words of the stated language, no other one can have three times as many. */
const CERTAIN_SHARE = 0.12;

/**
 * The language of a text in Latin script by how often the commonest words of each occur.
 *
 * @param own the stated language: another one needs three times as many common words
 */
function latinLanguage(text: string, own: string): string | null {
  const words = text.toLowerCase().split(/[^a-z\u00df-\u024f\u1e00-\u1eff]+/);
  /** How many of the words are common ones. Stops counting past `limit`. */
  const scoreOf = (language: string, limit: number) => {
    const common = new Set(COMMON_WORDS[language]?.split(' '));
    let score = 0;
    for (const word of words) if (common.has(word) && ++score > limit) break;
    return score;
  };
  const certain = Math.max(CERTAIN_SHARE * words.length, MIN_COMMON_WORDS);
  const ownScore = scoreOf(own, certain);
  if (ownScore > certain) return null;
  let [best, most] = ['', 0];
  for (const language in COMMON_WORDS) {
    const score = scoreOf(language, Infinity);
    if (score > most) [best, most] = [language, score];
  }
  return most >= MIN_COMMON_WORDS && ownScore * 3 < most ? best : null;
}

/** Common tags in canonical form: they need no `Intl`, which is slow the first time. */
const COMMON_TAGS = /^(?:en|de|fr|es|pt|it|ru|ja|ar|ko|nl|pl|tr|sv|fa|zh)(?:-(?!UK|DD|FX)[A-Z]{2})?$/;

/** A language tag in the canonical form of BCP 47; `null` where it is none. */
export function languageTag(declared: string | null): string | null {
  const tag =
    declared
      ?.trim()
      .replaceAll('_', '-')
      .replace(/[.@].*$/s, '') ?? '';
  if (COMMON_TAGS.test(tag)) return tag;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** Fewer letters do not show that the stated language is wrong. */
const MIN_LETTERS = 100;

/**
 * The language of the text: the stated one, unless the script or the commonest words show that it is wrong.
 *
 * @param declared the language that the page states
 * @returns BCP 47, `und` when unknown
 */
export function languageOf({ text, all, counts }: LetterCounts, declared: string | null): string {
  const tag = languageTag(declared);
  const base = tag?.split('-')[0] ?? '';
  for (const [i, [, , names]] of SCRIPTS.entries()) {
    const languages = names.split(' ');
    // Japanese mixes kana with Han: a little kana tells it from Chinese.
    if ((counts[i] as number) > (i === 0 ? 0.1 : 0.5) * all)
      return tag && languages.includes(base) ? tag : (languages[0] as string);
  }
  if (all < MIN_LETTERS) return tag ?? 'und';
  const own = base === 'nb' || base === 'nn' ? 'no' : base;
  return tag && !Object.hasOwn(COMMON_WORDS, own) ? tag : (latinLanguage(text, own) ?? tag ?? 'und');
}

/** The direction of the text, from its letters. */
export const directionOf = ({ all, counts }: LetterCounts): Direction =>
  SCRIPTS.reduce((sum, script, i) => sum + (script[3] ? (counts[i] as number) : 0), 0) * 2 > all ? 'rtl' : 'ltr';
