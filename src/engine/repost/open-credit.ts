import { memoizeWeak } from '../memoize.ts';
import { authorOf } from './bylines.ts';
import templateToken from './signals/template-token.ts';
import { type SourceLine, sourceLines } from './source-lines.ts';
import type { SignalContext } from './types.ts';

/**
 * The sentence that says where the article first appeared, on a page that hides nothing: it names its author, and states
 * its own address. Partners and authors who publish twice write so; copying tools leave tokens, or an account's name.
 */
export const openCredit = memoizeWeak((context: SignalContext): SourceLine | null => {
  const { metadata, isOwn } = context;
  const credit = sourceLines(context).find(({ kind }) => kind === 'sentence');
  const address = metadata.canonical ?? metadata.openGraphUrl;
  if (!credit || !address || !isOwn(new URL(address).hostname)) return null;
  return authorOf(context) && !templateToken.find(context) ? credit : null;
});
