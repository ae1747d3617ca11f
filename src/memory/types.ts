/** What others say of the memory's things. Nothing in this file runs. */
export type { Met } from './article.ts';
export type { Trouble } from './database.ts';
export type { Match } from './memory.ts';
