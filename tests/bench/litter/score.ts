import { hashOf, type Judgement } from './judged.ts';
import type { SeenPage } from './lines.page.ts';
import type { Looks } from './look.ts';

type Line = SeenPage['lines'][number];

/** A piece of litter and whether all of it is gone. */
export interface Piece {
  readonly kind: string;
  /** Its first line that is still seen; empty when none is. */
  readonly left: string;
}

export interface Score {
  readonly pieces: readonly Piece[];
  /** Lines of the article of which a word is gone. */
  readonly lost: readonly string[];
}

/** @throws where the page does not have the judged lines in their order */
export function scoreOf({ article, litter }: Judgement, { before, after }: Looks): Score {
  const hashes = before.lines.map(({ words }) => hashOf(words));
  const find = (wanted: readonly string[]): Line[] => {
    let from = 0;
    return wanted.map((hash) => {
      const at = hashes.indexOf(hash, from);
      if (at < 0) throw new Error(`no line ${hash} from line ${from} on`);
      from = at + 1;
      return before.lines[at] as Line;
    });
  };
  const seen = ({ first, end }: Line) => after.texts.slice(first, end).join('').replace(/\s+/g, ' ').trim();
  const lines = find(litter.flatMap(([, ...of]) => of));
  const pieces = litter.map(([kind, ...of]) => {
    const left = lines.splice(0, of.length).find((line) => /[\p{L}\p{N}]/u.test(seen(line)));
    return { kind, left: left?.words ?? '' };
  });
  return { pieces, lost: find(article).flatMap((line) => (seen(line) === line.words ? [] : [line.words])) };
}
