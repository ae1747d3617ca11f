import type { Corrections } from './corrections.ts';
import type { Engine } from './engine.ts';
import type { Reading } from './reading.ts';

/** What looks at the page, once there was reason to. */
export const engine = () => (globalThis as { cleanCopyEngine?: Engine }).cleanCopyEngine;

/** What the popup has injected beside the content script, once it has. */
export const reading = () => (globalThis as { cleanCopyReading?: Reading }).cleanCopyReading;

/** What the reader corrected, where the Site has corrections. */
export const corrections = () => (globalThis as { cleanCopyCorrections?: Corrections }).cleanCopyCorrections;
