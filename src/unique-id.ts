import { useState } from 'preact/hooks';

let last = 0;

/**
 * An id that no other element of the page has. Preact's own `useId` counts anew after every third `render` of a page, so
 * that what comes later gets ids that are there already.
 */
export const useUniqueId = (): string => useState(() => `unique-${++last}`)[0];
