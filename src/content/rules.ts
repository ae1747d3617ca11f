/** Wins over every rule of the page with `!important` but an inline one, and a layered one. */
export const strong = (attribute: string) => `[${attribute}]:is([${attribute}],#${attribute}${`#a`.repeat(8)})`;

/** Hidden: no place, no focus, not read aloud, not printed, not found. A transition of `display` must not delay it. */
export const hidingRules = (attribute: string): string =>
  `${strong(attribute)}{display:none!important;transition:none!important}`;
