import { read } from './dom.ts';

/** White space that is not a single space: far less to put in place than all of it. */
const UNEVEN = /[^\S ]\s*| \s+/g;

/** White space folded to single spaces, trimmed. */
export const fold = (text: string): string => text.trim().replace(UNEVEN, ' ');

/** What a node says, folded. Safe for forms. */
export const foldedText = (node: Node): string => fold(read(node, 'textContent') ?? '');
