import type { ClutterContext } from './types.ts';

/** Somebody else's article: what links this site, and says whose rights they are, is not part of it. */
export const isCopy = ({ verdict }: ClutterContext): boolean =>
  verdict.kind === 'repost' || verdict.kind === 'likely-repost';
