import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The two families that a build is made for. */
export const TARGETS = ['chromium', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** Where the build for `target` goes. */
export const distOf = (target: Target): string => join(ROOT, 'dist', target);
