/** What may have been injected beside the content script. It stands in the isolated world, where no page sees it. */
import type { Corrections } from './corrections.ts';
import type { ReadingTools } from './types.ts';

/** There once the popup has been opened over the page. */
export const readingTools = () => (globalThis as { cleanCopyReading?: ReadingTools }).cleanCopyReading;

/** There where the Site has corrections. */
export const corrections = () => (globalThis as { cleanCopyCorrections?: Corrections }).cleanCopyCorrections;
