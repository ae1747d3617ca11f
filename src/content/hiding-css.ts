/**
 * Wins over every rule of the page with `!important`, except inline ones and ones in a cascade layer. Nothing in it is the
 * same on two pages: a page that reads its own sheets learns no more than that something was hidden.
 */
export const strongSelector = (attribute: string) => `[${attribute}]:is([${attribute}],${`#${attribute}`.repeat(9)})`;

/** Hidden: no place, no focus, not read aloud, not printed, not found. A transition of `display` must not delay it. */
export const hidingRules = (attribute: string): string =>
  `${strongSelector(attribute)}{display:none!important;transition:none!important}`;

/** Words in a text: in no color, whatever the page says. */
export const wordRules = (highlight: string): string =>
  `::highlight(${highlight}){color:transparent!important;-webkit-text-fill-color:transparent!important;-webkit-text-stroke-color:transparent!important;background:none!important;text-shadow:none!important;text-decoration:none!important}`;
