/** A language's phrases as they are compared with the lines of a page. */
import { firstLetter, isMark, isUnspaced, lastLetter } from './letters.ts';
import { normalize } from './normalize.ts';
import { numbersAsSigns } from './scan.ts';
import type { Pack, Topic } from './types.ts';

/** A phrase with wildcards. */
export interface PhrasePattern {
  /** What stands between its wildcards; empty at an end where there is a wildcard. */
  readonly parts: readonly string[];
  /** A wildcard touches a letter: what fills it may be part of the same word. */
  readonly glued: boolean;
}

/** The phrases of one topic. */
export interface CompiledPhrases {
  /** Phrases without a wildcard. */
  readonly fixed: ReadonlySet<string>;
  readonly patterns: readonly PhrasePattern[];
}

/** The phrases that some packs have for a topic. */
export function compilePhrases(packs: readonly Pack[], topic: Topic): CompiledPhrases {
  const phrases = [...new Set(packs.flatMap((pack) => pack[topic]?.split('|') ?? []).map(trimmedPhrase))];
  const hasWildcard = (phrase: string) => phrase.includes('%');
  return {
    fixed: new Set(phrases.filter((phrase) => !hasWildcard(phrase)).map((phrase) => numbersAsSigns(phrase))),
    patterns: phrases.filter(hasWildcard).map((phrase) => ({
      parts: phrase.split('%').map((part) => numbersAsSigns(part.trim())),
      glued: isGlued(phrase),
    })),
  };
}

/** Without the marks around it, apart from the signs for a wildcard and a number. */
function trimmedPhrase(phrase: string): string {
  const text = normalize(phrase);
  const start = Math.min(firstLetter(text), ...['%', '#'].map((sign) => text.indexOf(sign)).filter((at) => at >= 0));
  const end = Math.max(lastLetter(text), text.lastIndexOf('%') + 1, text.lastIndexOf('#') + 1);
  return text.slice(start, end);
}

/** A wildcard touches a letter, in writing that puts spaces between words. */
const isGlued = (phrase: string): boolean =>
  [...phrase.matchAll(/%/g)].some(({ index }) => {
    const [before, after] = [phrase.charCodeAt(index - 1), phrase.charCodeAt(index + 1)];
    return (index > 0 && !isMark(before) && !isUnspaced(before)) || (index + 1 < phrase.length && !isMark(after));
  });
