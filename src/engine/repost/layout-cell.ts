import type { Article, Block } from '../types.ts';

/** The page is laid out in a table: the text itself stands in its cells. Fixture: repost/layout-table */
export const isLayoutCell = ({ body: [first] }: Pick<Article, 'body'>, { kind }: Pick<Block, 'kind'>): boolean =>
  kind === 'cell' && first?.kind === 'cell';
