/**
 * What lets the reader correct a page: it says what a piece is known by, shows pieces again one by one, and has the reader
 * point at others. A file of its own, which is injected beside the content script when it is asked for.
 */
import { describe } from '../rules/describe.ts';
import type { Description } from '../rules/rule.ts';
import { listen } from './listen.ts';
import { outlineOf } from './outline.ts';
import { offerAgain } from './picker/offers.ts';
import { Picker } from './picker/picker.ts';
import { piecesOf } from './report.ts';
import { cleaningScript, runningScript } from './running.ts';
import type { HiddenPiece } from './types.ts';

/** In the isolated world, where no page sees it. */
const world = globalThis as { cleanCopyCorrecting?: true };

function pieces(): readonly HiddenPiece[] {
  const script = cleaningScript();
  return script ? piecesOf(script) : [];
}

/** Words inside a text are known by what they say, whatever goes with them. */
function descriptionOf({ elements: [element], spans, text }: HiddenPiece): Description | null {
  if (spans.length > 0 && text !== '') return { path: [], label: text };
  return element ? describe(element) : null;
}

if (!world.cleanCopyCorrecting) {
  world.cleanCopyCorrecting = true;
  listen<'describe' | 'outlines' | 'offer-again' | 'pick'>({
    describe: ({ index, piece: { kind, text } }) => {
      const all = pieces();
      const isMeant = (piece: HiddenPiece | undefined) => piece?.kind === kind && piece.text === text;
      const piece = isMeant(all[index]) ? all[index] : all.find(isMeant);
      return piece ? descriptionOf(piece) : null;
    },
    outlines: () => pieces().map(outlineOf),
    'offer-again': () => void offerAgain(descriptionOf),
    pick: ({ what, from }) => void Picker.open(what, from === 'pointed' ? (runningScript()?.pointed ?? null) : null),
  });
}
