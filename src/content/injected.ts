import type { Reading } from './reading.ts';

/** What the popup has injected beside the content script, once it has. */
export const reading = () => (globalThis as { cleanCopyReading?: Reading }).cleanCopyReading;
