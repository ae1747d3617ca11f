import { useState } from 'preact/hooks';
import { plural, t, word } from '../locales/t.ts';
import type { ReportedPiece } from '../messages.ts';
import { useUniqueId } from '../unique-id.ts';
import type { Correcting } from './correcting.ts';

/** Pieces of one reason that are shown at first. */
const PIECES_AT_FIRST = 6;

interface PieceInReport extends ReportedPiece {
  /** In the Report. */
  readonly index: number;
}

const reasonOf = ({ kind }: ReportedPiece) => word('reason', kind) ?? word('kind', kind) ?? kind;

/** Why each piece is taken for clutter, with what it says, and how to have it back. */
export function Pieces({ pieces, correcting }: { pieces: readonly ReportedPiece[]; correcting: Correcting | null }) {
  const groups = new Map<string, PieceInReport[]>();
  for (const [index, piece] of pieces.entries()) {
    const reason = reasonOf(piece);
    groups.set(reason, [...(groups.get(reason) ?? []), { ...piece, index }]);
  }
  return (
    <ul class="pieces">
      {[...groups].map(([reason, group]) => (
        <Group key={reason} reason={reason} group={group} correcting={correcting} />
      ))}
    </ul>
  );
}

interface GroupProps {
  readonly reason: string;
  readonly group: readonly PieceInReport[];
  readonly correcting: Correcting | null;
}

function Group({ reason, group, correcting }: GroupProps) {
  const id = useUniqueId();
  const [all, setAll] = useState(false);
  const shown = all ? group : group.slice(0, PIECES_AT_FIRST);
  const [{ kind } = { kind: 'chosen' as const }] = group;
  return (
    <li>
      {reason}
      {shown.map((piece) => (
        <div class="piece" key={piece.index}>
          {/* It is cut where it ends, which is not where the interface's language ends. */}
          <q id={`${id}-${piece.index}`} dir="auto">
            {piece.text || '…'}
          </q>
          {/* What the reader chose is taken back where the corrections are listed. */}
          {correcting && piece.kind !== 'chosen' && (
            <button
              type="button"
              class="small"
              aria-describedby={`${id}-${piece.index}`}
              onClick={() => correcting.showAgain(piece.index, piece)}
            >
              {t('popup_show_again')}
            </button>
          )}
        </div>
      ))}
      {shown.length < group.length && (
        <button type="button" class="small" onClick={() => setAll(true)}>
          {plural('popup_more', group.length - shown.length)}
        </button>
      )}
      {correcting && kind !== 'chosen' && (
        <button type="button" class="small" onClick={() => correcting.correct({ verb: 'keep', kind })}>
          {t('popup_keep_kind', word('kind', kind) ?? kind)}
        </button>
      )}
    </li>
  );
}
