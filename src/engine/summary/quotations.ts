/** Marks that open or close a quotation or bracket in some language, and the straight one that does both. */
const MARKS = /[“”„‟«»‹›"「」『』（）()［］【】]/gu;

/** What closes what. Which of two a mark of both kinds is, its place tells. */
const CLOSES: Record<string, string> = {
  '“': '”“',
  '”': '”',
  '„': '“”„',
  '‟': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '"': '"',
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
  '［': '］',
  '【': '】',
};

/** Open a quotation only after a space or another mark; elsewhere they close one. */
const CLOSE_AFTER_WORDS = '”»›"';
const SPACE_OR_MARK = /[\s(（[«“„—–-]/u;
/** More are not kept: no text goes so deep, and hostile ones end here. */
const DEEPEST = 8;

export interface Marks {
  /** Those that are open, outermost first. */
  readonly open: readonly string[];
  /** A quotation was closed that the text does not open. */
  readonly stray: boolean;
}

export const NO_MARKS: Marks = { open: [], stray: false };

/** The quotations and brackets that a text leaves open, when those of `before` are open where it begins. */
export function marksIn(text: string, before: readonly string[] = []): Marks {
  const open = [...before];
  let stray = false;
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const inner = open.at(-1);
    const previous = text[index - 1];
    if (inner && CLOSES[inner]?.includes(mark)) open.pop();
    else if (!CLOSE_AFTER_WORDS.includes(mark) || !previous || SPACE_OR_MARK.test(previous)) {
      if (mark in CLOSES && open.length < DEEPEST) open.push(mark);
    } else if (mark !== '"') stray = true; // straight ones are inches too
  }
  return { open, stray };
}
