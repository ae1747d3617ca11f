import { ABBREVIATIONS, ABBREVIATIONS_BEFORE_NUMBERS, ORDINAL_LANGUAGES, SMALL_LETTERS } from './abbreviations.ts';
import { marksIn, NO_MARKS } from './quotations.ts';
import { LETTER, SPACE_ENDS_SENTENCES, STARTS_WITH_SPACED_LETTER, startsCapital, startsSmall } from './scripts.ts';
import { wordsOf } from './words.ts';

/** A quotation that does not end within this is not kept together. UTF-16 units. */
const MAX_QUOTATION_CHARS = 600;
/** How much of a sentence's end is looked at to tell whether it ends there. UTF-16 units. */
const TAIL_CHARS = 60;

/** A longer run of Thai or Lao is cut at its spaces, which end sentences there. */
const MAX_RUN_WORDS = 30;

/** The last word before a full stop, with the full stops inside it. */
const LAST_WORD = /([^\s"'’“”„«»()[\]/–—-]+)[.۔]["”’»)]*$/;
/** A single letter after a number is a unit or stands for "year": "в 2019 г.", "12.3.2024 م." */
const AFTER_NUMBER = /\d\s*\S\.$/;
/** "市长J. K. 李" */
const INITIAL_AFTER_HAN = /^[\u3040-\u9fff]+(?=[A-Z]$)/;
/** One letter with its combining marks. */
const ONE_LETTER = /^.[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f]*$/u;
const LETTERS_OF_ACRONYM = /^[^.۔]{1,2}(?:[.۔][^.۔]{1,2})+$/;
const ORDINAL = /(?:^|[^\d.,:–-])\d{1,2}\.$/;
/** Marks that close the sentence before. */
const CLOSING_MARKS = /^["'”’»)\]]*\s*/;
/** Punctuation that continues a sentence. */
const CONTINUES = /^[,;:]\s/;
/** A dash continues the sentence, unless it begins what the next person says. */
const DASH = /^[–—]\s?/;
const STARTS_WITH_NUMBER = /^\d/;
/** "…。」と言った": in Japanese a sentence continues after a quotation without a space. */
const JAPANESE_QUOTED = /[。！？][」』]$/;
const JAPANESE_CONTINUES = /^(?:と|って|など)/;
/** Where no space is between, the segmenter leaves a mark that opens the next sentence with the one before. */
const OPENS_THE_NEXT = /(?:[「『（【《〈]|(?<=[。！？])[“‘])+$/;
/** Where a space is before it, the segmenter leaves a mark that closes a sentence with the next one: "« Fini. » Pourquoi ?" */
const CLOSES_THE_LAST = /^[”»]\s+/;
/** The segmenter does not end a sentence at an ellipsis, nor before a dash. */
const UNSEEN_END = /(?:…["”’»)]*|[.!?]["”’»)]*(?=\s[–—]))\s+(?=["“„«¿¡(–—\s]*(\S))/g;

const segmenters = new Map<string, Intl.Segmenter>();

/** The language's sentence segmenter, made when first asked for: the first one takes up to 29 ms. */
function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    } catch {
      segmenter = new Intl.Segmenter('und', { granularity: 'sentence' }); // not a language tag
    }
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** The word before a full stop is a single letter, capital or without case. */
const isInitial = (word: string) => ONE_LETTER.test(word) && LETTER.test(word) && !startsSmall(word);

/** The small letter stands for a word: "z. B.", "в г. Озёрске". */
const standsForWord = (letter: string, language: string) => SMALL_LETTERS[language]?.includes(letter) ?? false;

/** Whether the sentence goes on after `tail`, where the segmenter ends it. */
function continuesAfter(tail: string, after: string, language: string): boolean {
  const rest = after.replace(CLOSING_MARKS, '');
  const afterDash = rest.replace(DASH, '');
  if (startsSmall(rest) || CONTINUES.test(rest) || (afterDash !== rest && !startsCapital(afterDash))) return true;
  const before = tail.trimEnd();
  if (before === tail && STARTS_WITH_SPACED_LETTER.test(after)) return true;
  if (JAPANESE_QUOTED.test(before) && JAPANESE_CONTINUES.test(after)) return true;
  if (ORDINAL.test(before) && ORDINAL_LANGUAGES.has(language)) return true;
  const word = LAST_WORD.exec(before)?.[1]?.replace(INITIAL_AFTER_HAN, '');
  if (!word) return false;
  const isUnit = AFTER_NUMBER.test(before) && !startsCapital(word);
  if (!isUnit && (isInitial(word) || standsForWord(word, language))) return true;
  if (ABBREVIATIONS.has(word.toLowerCase())) return true;
  if (LETTERS_OF_ACRONYM.test(word) && LETTER.test(word) && word === word.toUpperCase()) return true;
  return ABBREVIATIONS_BEFORE_NUMBERS.has(word.toLowerCase()) && STARTS_WITH_NUMBER.test(after);
}

/** Cuts a long run of a script in which a space ends a sentence. */
function cutAtSpaces(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let words = 0;
  for (const piece of text.split(/(?<=\s)/)) {
    part += piece;
    words += wordsOf(piece).length;
    if (words < MAX_RUN_WORDS / 2) continue;
    parts.push(part);
    [part, words] = ['', 0];
  }
  if (part) parts.push(part);
  return parts;
}

/** A sentence as it stands in its text. */
export interface SentenceText {
  readonly text: string;
  /** Each quotation and bracket that is opened or closed in it is both opened and closed in it. */
  readonly whole: boolean;
}

/** Where a sentence may begin: where the segmenter says so, and where it misses a beginning. */
function possibleStarts(text: string, language: string): number[] {
  const starts = new Set<number>();
  for (const { segment, index } of segmenterFor(language).segment(text)) {
    const opening = OPENS_THE_NEXT.exec(text.slice(Math.max(0, index - TAIL_CHARS), index))?.[0].length ?? 0;
    const closing = CLOSES_THE_LAST.exec(segment)?.[0].length ?? 0;
    starts.add(index - opening + (startsSmall(segment.slice(closing)) ? 0 : closing));
  }
  for (const { 0: end, 1: next = '', index } of text.matchAll(UNSEEN_END))
    if (startsCapital(next)) starts.add(index + end.length);
  return [...starts].sort((a, b) => a - b);
}

/** The boundaries of a text's sentences, corrected, from 0 to the text's length. */
function boundaries(text: string, language: string): number[] {
  const base = language.split('-')[0]?.toLowerCase() ?? 'und';
  const bounds = [0];
  let marks = NO_MARKS;
  let hasLetters = false;
  const starts = possibleStarts(text, language);
  for (const [i, index] of starts.entries()) {
    const segment = text.slice(index, starts[i + 1]);
    const start = bounds.at(-1) as number;
    const inner = marksIn(segment, marks.open);
    if (index > start) {
      const tail = text.slice(Math.max(start, index - TAIL_CHARS), index);
      const closesQuotation = inner.open.length < marks.open.length && index - start < MAX_QUOTATION_CHARS;
      if (hasLetters && !closesQuotation && !continuesAfter(tail, segment, base)) {
        bounds.push(index);
        hasLetters = false;
      }
    }
    hasLetters ||= LETTER.test(segment);
    marks = inner;
  }
  bounds.push(text.length);
  return bounds;
}

/**
 * Cuts a Block's text into sentences, trimmed, in order. Takes `Intl.Segmenter` and corrects what its rules cannot know:
 * abbreviations, initials, ordinals, list numbers, quotations of several sentences, scripts in which a space ends a
 * sentence.
 *
 * @param language BCP 47 tag of the text, `und` when unknown
 */
export function sentencesOf(text: string, language: string): SentenceText[] {
  const bounds = boundaries(text, language);
  let before = NO_MARKS;
  return bounds
    .slice(1)
    .map((end, i) => text.slice(bounds[i], end))
    .flatMap((s) => (SPACE_ENDS_SENTENCES.test(s) && wordsOf(s).length > MAX_RUN_WORDS ? cutAtSpaces(s) : [s]))
    .map((s) => {
      const marks = marksIn(s, before.open);
      const whole = before.open.length === 0 && marks.open.length === 0 && !marks.stray;
      before = marks;
      return { text: s.trim(), whole };
    })
    .filter((piece) => piece.text !== '');
}
