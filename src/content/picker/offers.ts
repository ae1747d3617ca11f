import type { Description } from '../../rules/rule.ts';
import { send } from '../api.ts';
import { rectOf } from '../nodes.ts';
import { runningScript } from '../running.ts';
import type { HiddenPiece } from '../types.ts';
import { Layer } from './layer.ts';
import { OFFERS } from './style.ts';
import { direction, word } from './words.ts';

let open: Layer | null = null;

/** A button on each piece that is shown outlined, which has it shown from now on. They go when the reader has seen enough. */
export async function offerAgain(describe: (piece: HiddenPiece) => Description | null): Promise<void> {
  open?.remove();
  const layer = await Layer.open(document, OFFERS);
  open = layer;
  layer.document.documentElement.dir = direction();
  const buttons = new Map<HiddenPiece, HTMLElement>();
  const add = (piece: HiddenPiece) => {
    const button = layer.document.createElement('button');
    button.type = 'button';
    button.textContent = word('popup_show_again');
    button.title = piece.text;
    button.addEventListener('click', () => {
      const description = describe(piece);
      if (!description) return;
      const correction = { verb: 'show', piece: description } as const;
      void send({ type: 'correct', correction });
    });
    layer.document.body.append(button);
    buttons.set(piece, button);
  };
  layer.eachFrame(() => {
    const hiding = runningScript()?.hiding;
    if (!hiding?.isPeeking) return layer.remove();
    const pieces = hiding.pieces.filter((piece) => piece.kind !== 'chosen');
    for (const [piece, button] of buttons) {
      if (pieces.includes(piece)) continue;
      button.remove();
      buttons.delete(piece);
    }
    for (const piece of pieces) if (!buttons.has(piece)) add(piece);
    place(layer, buttons);
  });
}

/** At the end of each piece's first line, away from where its name stands. The layer is there for the reader only where the buttons are. */
function place({ frame }: Layer, buttons: ReadonlyMap<HiddenPiece, HTMLElement>): void {
  const rects = [...buttons].map(([piece, button]) => ({
    button,
    rect: placeOf(piece),
    isRtl: isRtl(piece),
    width: button.offsetWidth,
  }));
  const taken: DOMRect[] = [];
  const holes = rects.map(({ button, rect, isRtl, width }) => {
    const height = button.offsetHeight;
    // Beside what is too narrow to be read under it.
    const beside = rect.width < width * 2 ? width : 0;
    const end = isRtl ? rect.left - beside : Math.min(rect.right + beside, innerWidth) - width;
    const x = Math.max(0, Math.min(end, innerWidth - width));
    const y = freeBelow(new DOMRect(x, rect.top, width, height), taken);
    button.style.transform = `translate(${x}px, ${y}px)`;
    button.hidden = rect.width === 0;
    if (button.hidden) return '';
    taken.push(new DOMRect(x, y, width, height));
    return `M${x - 4} ${y - 4}h${width + 8}v${height + 8}h${-width - 8}z`;
  });
  frame.style.setProperty('clip-path', `path("${holes.join('') || 'M0 0'}")`, 'important');
}

/** From where on there is room: two short lines have their buttons one below the other, not one upon the other. */
function freeBelow({ x, y: from, width, height }: DOMRect, taken: readonly DOMRect[]): number {
  let y = from;
  for (const other of taken) {
    const isBeside = x >= other.right || other.left >= x + width;
    if (!isBeside && y < other.bottom && other.top < y + height) y = other.bottom;
  }
  return y;
}

function isRtl({ elements: [element], spans: [span] }: HiddenPiece): boolean {
  const around = span ? span.node.parentElement : element;
  return around ? getComputedStyle(around).direction === 'rtl' : false;
}

function placeOf({ elements: [element], spans: [span] }: HiddenPiece): DOMRect {
  if (!span) return element ? rectOf(element) : new DOMRect();
  const range = new Range();
  range.setStart(span.node, Math.min(span.start, span.node.length));
  range.setEnd(span.node, Math.min(span.end, span.node.length));
  return range.getBoundingClientRect();
}
