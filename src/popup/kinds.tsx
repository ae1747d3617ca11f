import { useState } from 'preact/hooks';
import { number, plural, t, word } from '../locales/t.ts';
import type { PieceKind, ReportedPiece } from '../messages.ts';
import { useUniqueId } from '../unique-id.ts';
import type { Correcting } from './correcting.ts';
import { Menu } from './menu.tsx';
import type { ArticleReport } from './state.ts';

/** Pieces of one kind that are shown at first. */
const PIECES_AT_FIRST = 6;

interface PieceInReport extends ReportedPiece {
  /** In the Report. */
  readonly index: number;
}

interface KindsProps {
  readonly report: ArticleReport;
  readonly correcting: Correcting | null;
}

/** How many pieces of each kind, most first. */
export function Kinds({ report: { pieces, cleaning }, correcting }: KindsProps) {
  const kinds = new Map<PieceKind, PieceInReport[]>();
  for (const [index, piece] of pieces.entries()) {
    const group = kinds.get(piece.kind) ?? [];
    kinds.set(piece.kind, [...group, { ...piece, index }]);
  }
  return (
    <ul class="kinds">
      {[...kinds]
        .sort(([, a], [, b]) => b.length - a.length)
        .map(([kind, group]) => (
          <Kind key={kind} kind={kind} group={group} isHidden={cleaning === 'cleaned'} correcting={correcting} />
        ))}
    </ul>
  );
}

interface KindProps {
  readonly kind: PieceKind;
  readonly group: readonly PieceInReport[];
  readonly isHidden: boolean;
  readonly correcting: Correcting | null;
}

/** One kind: why it is clutter, what its pieces say, and how to have them back. */
function Kind({ kind, group, isHidden, correcting }: KindProps) {
  const id = useUniqueId();
  const [isOpen, setOpen] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const name = word('kind', kind) ?? kind;
  const reason = word('reason', kind);
  return (
    <li class="kind">
      <div class="line">
        <button
          type="button"
          name={`kind-${kind}`}
          class="quiet"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {name} <b>{number(group.length)}</b>
        </button>
        {/* What the reader chose is taken back where the corrections are listed. */}
        {correcting && kind !== 'chosen' && (
          <Menu
            name="kind-menu"
            label={t('popup_kind_menu', name)}
            button={<span aria-hidden="true">⋯</span>}
            isOpen={isMenuOpen}
            onOpen={setMenuOpen}
            entries={[
              {
                name: `keep-${kind}`,
                label: t('popup_never_here'),
                act: () => correcting.correct({ verb: 'keep', kind }),
              },
            ]}
          />
        )}
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <>
            {reason && <p class="note">{reason}</p>}
            <Pieces group={group} correcting={isHidden && kind !== 'chosen' ? correcting : null} />
          </>
        )}
      </div>
    </li>
  );
}

interface PiecesProps {
  readonly group: readonly PieceInReport[];
  /** `null` where there is nothing to bring back. */
  readonly correcting: Correcting | null;
}

function Pieces({ group, correcting }: PiecesProps) {
  const id = useUniqueId();
  const [all, setAll] = useState(false);
  const shown = all ? group : group.slice(0, PIECES_AT_FIRST);
  return (
    <>
      <ul class="pieces">
        {shown.map(({ index, kind, text }) => (
          <li class="piece" key={index}>
            {/* It is cut where it ends, which is not where the interface's language ends. */}
            <q id={`${id}-${index}`} dir="auto">
              {text || '…'}
            </q>
            {correcting && (
              <button
                type="button"
                name="show-piece"
                class="small"
                aria-describedby={`${id}-${index}`}
                onClick={() => correcting.showAgain(index, { kind, text })}
              >
                {t('popup_show')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < group.length && (
        <button type="button" class="small" onClick={() => setAll(true)}>
          {plural('popup_more', group.length - shown.length)}
        </button>
      )}
    </>
  );
}
