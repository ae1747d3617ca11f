import { type ClutterKind, FURNITURE } from '../../../src/engine/types.ts';
import type { LabelledPage, Piece } from './corpus.ts';
import type { Place, Seen } from './look.page.ts';

/** What must stay on every page. */
export const STAYS = ['headline', 'article', 'caption', 'navigation'] as const;
type Stays = (typeof STAYS)[number];

/** Where the parts of a page are that must stay, and the labelled pieces, in their order. */
export type Places = Readonly<Record<Stays, readonly Place[]> & { pieces: readonly (Place | null)[] }>;

/** A page without the extension, and the same page with it. */
export interface Looks {
  readonly before: Seen;
  readonly after: Seen;
  readonly places: Places;
}

/** Something that is not seen any more. */
export interface Gone {
  readonly kind: ClutterKind | Stays | 'rest';
  readonly text: string;
}

/** What became of one page. */
export interface Outcome {
  readonly page: LabelledPage;
  /** Each labelled piece of the kinds that go by default, and whether it is still seen. */
  readonly pieces: readonly { readonly piece: Piece; readonly seen: boolean }[];
  /** What must stay and has gone; on a page that is not to be cleaned, all that has gone but ad tokens. */
  readonly lost: readonly Gone[];
  /** What else has gone and is not labelled: neither the article's nor navigation. */
  readonly further: readonly Gone[];
  /** The tallest empty stretch in the article's column, px. */
  readonly gap: { readonly before: number; readonly after: number };
}

interface Labelled {
  readonly piece: Piece;
  readonly place: Place;
}

const letters = (text: string) => text.replace(/\s+/g, '');
const holdsText = ({ first, end }: Place, text: number) => first <= text && text < end;
const holdsElement = ({ from, to }: Place, element: number) => from <= element && element < to;

/** What became of a page. */
export function compare(page: LabelledPage, looks: Looks): Outcome {
  const { before, after, places } = looks;
  const labelled = page.clutter.map((piece, i): Labelled => {
    const place = places.pieces[i];
    if (!place) throw new Error(`${page.id}: nothing at ${piece.selector}`);
    return { piece, place };
  });
  const goes = labelled.filter(({ piece }) => !FURNITURE.includes(piece.kind));
  const clean = page.verdictExpected === 'repost';
  const mayGo = clean ? goes : goes.filter(({ piece }) => piece.kind === 'ad-token');
  const gone = [...goneTexts(looks, labelled, mayGo), ...goneElements(looks, labelled, mayGo)];
  const mustStay = ({ kind }: Gone) => !clean || [...STAYS, ...FURNITURE].some((name) => name === kind);
  return {
    page,
    pieces: goes.map((one) => ({ piece: one.piece, seen: isSeen(one, before, after, labelled) })),
    lost: gone.filter(mustStay),
    further: gone.filter((one) => !mustStay(one)),
    gap: { before: before.gap, after: after.gap },
  };
}

function goneTexts(
  { before, after, places }: Looks,
  labelled: readonly Labelled[],
  mayGo: readonly Labelled[],
): Gone[] {
  return before.texts.flatMap((was, i) => {
    const is = after.texts[i] ?? '';
    const around = was === is ? [] : mayGo.filter(({ place }) => holdsText(place, i));
    if (was === is || around.some(({ piece }) => piece.whole)) return [];
    if (!isMissing(was, is + around.map(({ piece }) => piece.text).join(''))) return [];
    return [{ kind: kindOf(places, labelled, (place) => holdsText(place, i)), text: was.trim() }];
  });
}

const WORDS: Readonly<Record<string, string>> = { m: 'picture or control', r: 'separator' };

/** Pictures and controls; on pages that are not to be cleaned boxes too. */
function goneElements(
  { before, after, places }: Looks,
  labelled: readonly Labelled[],
  mayGo: readonly Labelled[],
): Gone[] {
  return [...before.elements].flatMap((was, i) => {
    const boxes = mayGo.every(({ piece }) => piece.kind === 'ad-token');
    if (was === '0' || after.elements[i] !== '0' || (was === '1' && !boxes)) return [];
    const holds = (place: Place) => holdsElement(place, i);
    if (mayGo.some(({ piece, place }) => piece.whole && holds(place))) return [];
    return [{ kind: kindOf(places, labelled, holds), text: `(${WORDS[was] ?? 'box'})` }];
  });
}

function kindOf(places: Places, labelled: readonly Labelled[], holds: (place: Place) => boolean): Gone['kind'] {
  const label = labelled.findLast(({ piece, place }) => piece.whole && holds(place))?.piece.kind;
  return label ?? STAYS.find((name) => places[name].some(holds)) ?? 'rest';
}

/** Whether `was` has letters that are not in `rest`. */
function isMissing(was: string, rest: string): boolean {
  const left = new Map<string, number>();
  for (const letter of letters(rest)) left.set(letter, (left.get(letter) ?? 0) + 1);
  return [...letters(was)].some((letter) => {
    const count = left.get(letter) ?? 0;
    left.set(letter, count - 1);
    return count <= 0;
  });
}

function isSeen({ piece, place }: Labelled, before: Seen, after: Seen, all: readonly Labelled[]): boolean {
  const textsOf = ({ texts }: Seen) => texts.slice(place.first, place.end);
  if (piece.whole) return /[^0]/.test(after.elements.slice(place.from, place.to)) || textsOf(after).some(Boolean);
  // The same words may stand there once more as the article's.
  const times = (seen: Seen) => letters(textsOf(seen).join('')).split(letters(piece.text)).length - 1;
  const labels = all.filter(
    (one) => !one.piece.whole && one.place.from === place.from && one.piece.text === piece.text,
  );
  return times(after) > times(before) - labels.length;
}
