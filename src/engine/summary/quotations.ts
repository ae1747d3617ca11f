/** Marks that open or close a quotation or bracket in some language. The straight one does both. */
const MARKS = /[“”„‟«»‹›"「」『』（）()［］【】]/gu;

/** The marks that close each mark. Some open and close: then it depends on their place. */
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

/** After a space or another mark these open a quotation; elsewhere they close one. */
const CLOSE_AFTER_WORDS = '”»›"';
const SPACE_OR_MARK = /[\s(（[«“„—–-]/u;
/** More open marks are not counted: only a hostile text nests so deep. */
const MAX_DEPTH = 8;

export interface OpenMarks {
  /** Marks that are open, outermost first. */
  readonly open: readonly string[];
  /** The text closes a quotation that it does not open. */
  readonly stray: boolean;
}

export const NO_MARKS: OpenMarks = { open: [], stray: false };

/** The quotations and brackets that are open at the end of a text. @param before those that are open at its beginning */
export function marksIn(text: string, before: readonly string[] = []): OpenMarks {
  const open = [...before];
  let stray = false;
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const inner = open.at(-1);
    const previous = text[index - 1];
    if (inner && CLOSES[inner]?.includes(mark)) open.pop();
    else if (!CLOSE_AFTER_WORDS.includes(mark) || !previous || SPACE_OR_MARK.test(previous)) {
      if (mark in CLOSES && open.length < MAX_DEPTH) open.push(mark);
    } else if (mark !== '"') stray = true; // a straight one may stand for inches
  }
  return { open, stray };
}
