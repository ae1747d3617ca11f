/**
 * What lets the reader correct a page: says what a piece is known by, shows pieces again one by one, and has the reader
 * point at others. A file of its own, which is injected beside the content script when it is asked for.
 */
import { describe } from '../rules/describe.ts';
import type { Description } from '../rules/rule.ts';
import { here } from './here.ts';
import { listen } from './listen.ts';
import { outlineOf } from './outline.ts';
import { offerAgain } from './picker/offers.ts';
import { Picker } from './picker/picker.ts';
import type { Piece } from './piece.ts';
import { piecesOf } from './report.ts';

/** In the isolated world, where no page sees it. */
const world = globalThis as { cleanCopyCorrecting?: true };

function pieces(): readonly Piece[] {
  const now = here();
  return now ? piecesOf(now) : [];
}

/** Words inside a text are known by what they say, whatever goes with them. */
function descriptionOf({ elements: [element], spans, text }: Piece): Description | null {
  if (spans.length > 0 && text !== '') return { path: [], label: text };
  return element ? describe(element) : null;
}

if (!world.cleanCopyCorrecting) {
  world.cleanCopyCorrecting = true;
  listen<'describe' | 'outlines' | 'offer-again' | 'pick'>({
    describe: ({ index, piece: { kind, text } }) => {
      const all = pieces();
      const isMeant = (piece: Piece | undefined) => piece?.kind === kind && piece.text === text;
      const piece = isMeant(all[index]) ? all[index] : all.find(isMeant);
      return piece ? descriptionOf(piece) : null;
    },
    outlines: () => pieces().map(outlineOf),
    'offer-again': () => void offerAgain(descriptionOf),
    pick: ({ what, from }) => void Picker.open(what, from === 'pointed' ? (here()?.pointed ?? null) : null),
  });
}
