/**
 * A text as the set of its *shingles*: each run of three words, and in scripts that are written without spaces each run
 * of four characters (Han, kana) or eight (Thai, Lao, Burmese, Khmer), as 32-bit hashes. (Broder, "On the resemblance
 * and containment of documents", 1997.)
 */

/** No shingle reaches over the end of a sentence or line: sentences may then be dropped and change places. */
const ENDS = /[.!?\n…؟۔।。！？｡]/;

/** What a word or character adds to a shingle, which is whole at {@link WHOLE}. First match counts. */
const WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/, 3],
  [/[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\ud840-\ud88f]/, 6],
];
const WORD = 8;
const WHOLE = 24;

/** Marks that one site writes and another leaves out: Arabic vowels and the tatweel, Hebrew points. */
const OPTIONAL = /[\u064b-\u065f\u0640\u0591-\u05bd\u05bf-\u05c7]/g;

/** A long text is told by its beginning. */
const MAX_SHINGLES = 10_000;

/** Shingles between two chances for the page to go on. */
const SHINGLES_PER_SLICE = 500;

interface Unit {
  readonly hash: number;
  readonly weight: number;
}

let segmenter: Intl.Segmenter | undefined;

/**
 * The distinct shingles of a text, at most {@link MAX_SHINGLES}. Yields now and then, so that a page can go on meanwhile.
 * @param text line breaks between Blocks
 */
export function* shingleSteps(text: string): Generator<undefined, Set<number>> {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  const shingles = new Set<number>();
  let run: Unit[] = [];
  let since = 0;
  for (const { segment, isWordLike } of segmenter.segment(folded(text))) {
    if (!isWordLike) {
      if (ENDS.test(segment)) run = [];
      continue;
    }
    for (const unit of unitsOf(segment)) {
      run.push(unit);
      if (whole(run)) {
        shingles.add(hashOfRun(run));
        while (whole(run)) run.shift();
      }
      if (shingles.size >= MAX_SHINGLES) return shingles;
    }
    if (++since % SHINGLES_PER_SLICE === 0) yield;
  }
  return shingles;
}

/** One way to write it: without case, width and marks that are optional. */
const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(OPTIONAL, '');

const whole = (run: readonly Unit[]) => run.reduce((sum, { weight }) => sum + weight, 0) >= WHOLE;

function unitsOf(segment: string): Unit[] {
  const weight = WEIGHTS.find(([script]) => script.test(segment))?.[1];
  return weight === undefined
    ? [{ hash: hashOf(segment), weight: WORD }]
    : [...segment].map((character) => ({ hash: hashOf(character), weight }));
}

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

const hashOfRun = (run: readonly Unit[]) => mixed(run.reduce((hash, unit) => Math.imul(hash, 31) + unit.hash, 0));

/** The last step of MurmurHash3 (Appleby): every bit depends on every other. */
export function mixed(hash: number): number {
  let bits = hash;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
