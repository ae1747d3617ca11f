import { type Analysis, type Clutter, FURNITURE } from '../engine/types.ts';
import type { Cleaning } from '../messages.ts';
import type { Choice } from './flags.ts';

/** What the reader asked for on this page, which is above the settings. */
export type Asked = 'clean' | 'pause' | null;

/** What happens to the page. */
export function cleaningOf(analysis: Analysis | null, choice: Choice, asked: Asked, gaveUp: boolean): Cleaning {
  if (asked === 'pause') return 'paused';
  if (gaveUp) return 'gave-up';
  if (!analysis?.article) return 'offered';
  const all = asked === 'clean' || choice.mode === 'always' || analysis.verdict.kind === 'repost';
  return all ? 'cleaned' : 'offered';
}

/** The pieces of the kinds that the reader wants gone. */
export function ofChosenKinds(clutter: readonly Clutter[], { kindsOff, kindsOn }: Choice): Clutter[] {
  return clutter.filter(({ kind }) => (FURNITURE.includes(kind) ? kindsOn.includes(kind) : !kindsOff.includes(kind)));
}

/** The pieces to hide. */
export function piecesToHide(analysis: Analysis | null, choice: Choice, cleaning: Cleaning): Clutter[] {
  if (!analysis?.article) return [];
  if (cleaning === 'cleaned') return ofChosenKinds(analysis.clutter, choice);
  if (cleaning === 'offered' && choice.adTokensAnywhere) return ofChosenKinds(analysis.tokens, choice);
  return [];
}
