import { ABBREVIATIONS, ABBREVIATIONS_BEFORE_NUMBERS, ORDINAL_LANGUAGES, SMALL_LETTERS } from './abbreviations.ts';
import { marksIn, NO_MARKS } from './quotations.ts';
import { LETTER, SPACE_ENDS_SENTENCES, STARTS_WITH_SPACED_LETTER, startsCapital, startsSmall } from './scripts.ts';
import { wordsOf } from './words.ts';

/** No quotation is followed further than this to find where it ends, UTF-16 units. */
const LONGEST_QUOTATION = 600;
/** So much of a sentence's end tells whether it ends. */
const TAIL = 60;

/** A run of Thai or Lao with more words than this is cut at its spaces, which end sentences there. */
const LONG_RUN = 30;

/** The last word before a full stop, with the full stops inside it. */
const LAST_WORD = /([^\s"'’“”„«»()[\]/–—-]+)[.۔]["”’»)]*$/;
/** A letter alone after a figure is a unit, or a year: "в 2019 г.", "12.3.2024 م." */
const AFTER_NUMBER = /\d\s*\S\.$/;
/** "市长J. K. 李" */
const INITIAL_AFTER_HAN = /^[\u3040-\u9fff]+(?=[A-Z]$)/;
/** One letter with its combining marks. */
const ONE_LETTER = /^.[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f]*$/u;
const LETTERS_OF_ACRONYM = /^[^.۔]{1,2}(?:[.۔][^.۔]{1,2})+$/;
const ORDINAL = /(?:^|[^\d.,:–-])\d{1,2}\.$/;
/** What closes the sentence before, or goes on with it. */
const CLOSING_MARKS = /^["'”’»)\]]*\s*/;
const GOES_ON = /^[,;:]\s/;
/** A dash goes on with the sentence, but for one that begins what the next person says. */
const DASH = /^[–—]\s?/;
const STARTS_WITH_NUMBER = /^\d/;
/** "…。」と言った", "…." followed by 라고: what goes on without a space. */
const JAPANESE_QUOTED = /[。！？][」』]$/;
const JAPANESE_CONTINUES = /^(?:と|って|など)/;
/** The segmenter leaves a mark that opens the next sentence with the one before, where no space is between. */
const OPENS_THE_NEXT = /(?:[「『（【《〈]|(?<=[。！？])[“‘])+$/;
/** It leaves a mark that closes a sentence with the next one, where a space is before it: "« Fini. » Pourquoi ?" */
const CLOSES_THE_LAST = /^[”»]\s+/;
/** It sees no end in an ellipsis, nor before a dash. */
const UNSEEN_END = /(?:…["”’»)]*|[.!?]["”’»)]*(?=\s[–—]))\s+(?=["“„«¿¡(–—\s]*(\S))/g;

const segmenters = new Map<string, Intl.Segmenter>();

/** The language's sentence segmenter, made when first asked for: the first of a process costs up to 29 ms. */
function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    } catch {
      segmenter = new Intl.Segmenter('und', { granularity: 'sentence' }); // the page's language tag is not one
    }
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** Whether a word before a full stop is one letter, capital or without case. */
const isInitial = (word: string) => ONE_LETTER.test(word) && LETTER.test(word) && !startsSmall(word);

/** Whether a small letter stands for a word: "z. B.", "в г. Озёрске". */
const standsForWord = (letter: string, language: string) => SMALL_LETTERS[language]?.includes(letter) ?? false;

/** Whether the segmenter's boundary after `tail`, the end of a sentence, is none. */
function goesOn(tail: string, after: string, language: string): boolean {
  const rest = after.replace(CLOSING_MARKS, '');
  const spoken = rest.replace(DASH, '');
  if (startsSmall(rest) || GOES_ON.test(rest) || (spoken !== rest && !startsCapital(spoken))) return true;
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

/** Cuts a long run of a script that ends sentences with a space. */
function cutAtSpaces(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let words = 0;
  for (const piece of text.split(/(?<=\s)/)) {
    part += piece;
    words += wordsOf(piece).length;
    if (words < LONG_RUN / 2) continue;
    parts.push(part);
    [part, words] = ['', 0];
  }
  if (part) parts.push(part);
  return parts;
}

/** A stretch of a text, as it stands there. */
export interface Piece {
  readonly text: string;
  /** No quotation or bracket of the text is open where it begins or ends, and it closes none that it does not open. */
  readonly whole: boolean;
}

/** Where a sentence may begin: where the segmenter says so, and where it does not see it. */
function possibleStarts(text: string, language: string): number[] {
  const starts = new Set<number>();
  for (const { segment, index } of segmenterFor(language).segment(text)) {
    const opening = OPENS_THE_NEXT.exec(text.slice(Math.max(0, index - TAIL), index))?.[0].length ?? 0;
    const closing = CLOSES_THE_LAST.exec(segment)?.[0].length ?? 0;
    starts.add(index - opening + (startsSmall(segment.slice(closing)) ? 0 : closing));
  }
  for (const { 0: end, 1: next = '', index } of text.matchAll(UNSEEN_END))
    if (startsCapital(next)) starts.add(index + end.length);
  return [...starts].sort((a, b) => a - b);
}

/** The boundaries of a text's sentences, repaired, from 0 to its length. */
function boundaries(text: string, language: string): number[] {
  const base = language.split('-')[0]?.toLowerCase() ?? 'und';
  const bounds = [0];
  let marks = NO_MARKS;
  let spoken = false;
  const starts = possibleStarts(text, language);
  for (const [i, index] of starts.entries()) {
    const segment = text.slice(index, starts[i + 1]);
    const start = bounds.at(-1) as number;
    const inner = marksIn(segment, marks.open);
    if (index > start) {
      const tail = text.slice(Math.max(start, index - TAIL), index);
      const closesQuotation = inner.open.length < marks.open.length && index - start < LONGEST_QUOTATION;
      if (spoken && !closesQuotation && !goesOn(tail, segment, base)) {
        bounds.push(index);
        spoken = false;
      }
    }
    spoken ||= LETTER.test(segment);
    marks = inner;
  }
  bounds.push(text.length);
  return bounds;
}

/**
 * Cuts a Block's text into sentences: `Intl.Segmenter`, with repairs for what its rules cannot know (abbreviations,
 * initials, ordinals, list numbers, quotations of several sentences, scripts that end sentences with a space).
 * Trimmed, in order.
 *
 * @param language BCP 47 tag of the text, `und` when unknown
 */
export function sentencesOf(text: string, language: string): Piece[] {
  const bounds = boundaries(text, language);
  let before = NO_MARKS;
  return bounds
    .slice(1)
    .map((end, i) => text.slice(bounds[i], end))
    .flatMap((s) => (SPACE_ENDS_SENTENCES.test(s) && wordsOf(s).length > LONG_RUN ? cutAtSpaces(s) : [s]))
    .map((s) => {
      const marks = marksIn(s, before.open);
      const whole = before.open.length === 0 && marks.open.length === 0 && !marks.stray;
      before = marks;
      return { text: s.trim(), whole };
    })
    .filter((piece) => piece.text !== '');
}
