import { findTokens, isTemplateSyntax } from '../engine/tokens.ts';
import { type Analysis, type Clutter, FURNITURE } from '../engine/types.ts';
import type { Cleaning, PageSettings } from '../messages.ts';

/** The pieces of the kinds that the reader wants gone. */
export function ofChosenKinds(clutter: readonly Clutter[], { kindsOff, kindsOn }: PageSettings): Clutter[] {
  return clutter.filter(({ kind }) => (FURNITURE.includes(kind) ? kindsOn.includes(kind) : !kindsOff.includes(kind)));
}

/**
 * Of what the engine found, the pieces to hide. The syntax of template engines goes only where the page is cleaned and has
 * been loaded: before that, its own scripts may be about to fill it.
 */
export function piecesToHide(
  analysis: Analysis | null,
  settings: PageSettings,
  cleaning: Cleaning,
  isLoaded: boolean,
): Clutter[] {
  if (!analysis?.article) return [];
  if (cleaning === 'cleaned')
    return ofChosenKinds(analysis.clutter, settings).filter((piece) => isLoaded || !isTemplate(piece));
  if (cleaning === 'offered' && settings.adTokensAnywhere)
    return ofChosenKinds(analysis.tokens, settings).filter((piece) => !isTemplate(piece));
  return [];
}

const isTemplate = ({ kind, text }: Clutter): boolean =>
  kind === 'ad-token' && findTokens(text, true).some(isTemplateSyntax);
