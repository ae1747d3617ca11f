import type { Corrections } from './corrections.ts';
import type { Reading } from './reading.ts';

/** What the popup has injected beside the content script, once it has. */
export const reading = () => (globalThis as { cleanCopyReading?: Reading }).cleanCopyReading;

/** What the reader corrected, where the Site has corrections. */
export const corrections = () => (globalThis as { cleanCopyCorrections?: Corrections }).cleanCopyCorrections;
