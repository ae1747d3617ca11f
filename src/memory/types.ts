/** The memory's types, for other folders. Nothing in this file runs. */
export type { Met } from './article.ts';
export type { Trouble } from './database.ts';
export type { Match } from './memory.ts';
