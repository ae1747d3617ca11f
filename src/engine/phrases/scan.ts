import { firstLetter, isDigit, isMark, isUnspaced, lastLetter } from './letters.ts';
import { normalize } from './normalize.ts';

/**
 * A text in which one sign stands for each number.
 *
 * @param at gets where each unit of it, and its end, stands in the text as it was
 */
export function numbersAsSigns(text: string, at?: number[]): string {
  let changed = '';
  for (let i = 0; i < text.length; i++) {
    at?.push(i);
    const isNumber = isDigit(text.charCodeAt(i));
    changed += isNumber ? '#' : text[i];
    if (isNumber) while (isInNumber(text, i + 1)) i++;
  }
  at?.push(text.length);
  return changed;
}

/** A number goes on at `at`: with a digit, or with a mark. */
function isInNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x2c || code === 0x2e || isDigit(code);
}

/** A text that phrases are compared with: normalized, without the marks around it, each number one sign. */
export function scanOf(text: string) {
  /** The normalized text, whole. */
  const normal = normalize(text);
  /** Where what is compared stands in it. */
  const to = lastLetter(normal);
  const from = Math.min(firstLetter(normal), to);
  /** What is compared. */
  const compared = numbersAsSigns(normal.slice(from, to));
  /** Place in `normal`, counted from `from`, of each unit of what is compared, and of its end. */
  let places: number[] | undefined;

  /** Place in `normal` of the unit at `index`. */
  function at(index: number): number {
    if (!places) {
      places = [];
      numbersAsSigns(normal.slice(from, to), places);
    }
    return from + (places[index] as number);
  }

  /** Place in `normal` after the unit before `index`. */
  function endAt(index: number): number {
    if (index === 0) return at(0);
    let end = at(index - 1) + 1;
    if (compared[index - 1] === '#') while (isInNumber(normal, end)) end++;
    return end;
  }

  /** A word runs on over `index`, in writing that puts spaces between words. */
  function isInWord(index: number): boolean {
    if (index <= 0 || index >= compared.length) return false;
    const [before, after] = [compared.charCodeAt(index - 1), compared.charCodeAt(index)];
    return !isMark(before) && !isMark(after) && !isUnspaced(before) && !isUnspaced(after);
  }

  return {
    text: compared,
    /** Marks stand behind what is compared. */
    hasTail: normal.length > to,
    at,
    endAt,
    isInWord,
  };
}

export type PhraseScan = ReturnType<typeof scanOf>;
