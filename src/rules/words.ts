/**
 * Which class names and ids somebody thought of, and which a program made up: those are others after the next change of
 * the site.
 */

/** Names of a state that changes, such as `active`. */
const STATES =
  /^(?:is|has|js|no)-|(?:^|[-_])(?:active|open(?:ed)?|closed?|visible|invisible|hidden|(?:un|lazy-?)?load(?:ed|ing)?|lazy|current|selected|sticky|stuck|fixed|collapsed?|expanded|first|last|odd|even|shown?|hide|in-?view|animated?|ready|clearfix)$/i;

/**
 * How a thing looks, as styles for every purpose call it (Tailwind, Bootstrap): a site has a hundred boxes that are
 * `rounded-lg`.
 */
const LOOKS = new RegExp(
  `^(?:${[
    '(?:text|font|leading|tracking|rounded|shadow|border|ring|max-w|min-w|max-h|min-h|w|h|[mp][a-z]?|gap|size|z|order|opacity)-(?:xs|sm|md|lg|xl|base|full|screen|none|auto|fit|min|max|px)',
    'text-(?:start|end|left|right|center|justify|wrap|nowrap|balance|truncate|ellipsis|muted|uppercase|lowercase|capitalize|decoration-none)',
    'font-(?:thin|extralight|light|normal|medium|semibold|bold|extrabold|black|sans|serif|mono)',
    'f[sw]-[a-z]+',
    '(?:leading|tracking)-(?:tight|tighter|snug|normal|relaxed|loose|wide|wider|widest)',
    '(?:bg|from|via|to|fill|stroke)-[a-z]+',
    '(?:text|border|ring|divide)-(?:[a-z]+-)?(?:white|black|current|inherit|transparent|primary|secondary|accent|foreground|background|light|dark)',
    '(?:border|rounded|divide|space|overflow|inset|resize|snap)-[xytrblse]{1,2}(?:-[a-z]+)?',
    '(?:align-)?(?:items|self|content|justify(?:-content|-items|-self)?|place(?:-content|-items|-self)?)-(?:start|end|center|between|around|evenly|stretch|baseline|normal|auto)',
    '(?:d|flex|inline|grid|table)-(?:none|flex|grid|block|inline(?:-block|-flex)?|row|col|column|wrap|nowrap|fill|auto|initial|flow(?:-[a-z]+)?|(?:row|col|column)-reverse|grow|shrink)(?:-[a-z]+)?',
    'object-(?:contain|cover|fill|none|center|top|bottom|left|right|scale-down)',
    '(?:overflow|overscroll)(?:-[xy])?-(?:auto|hidden|clip|visible|scroll|contain)',
    '(?:whitespace|break|cursor|select|pointer-events|float|clear|aspect|list|align|decoration|underline|outline|transition|ease|animate|backdrop|mix-blend|will-change|sr|not-sr)-[a-z]+(?:-[a-z]+)?',
  ].join('|')})$`,
);
/** Called so for its looks where it has other such names beside it, and for what it is elsewhere. */
const LOOKS_AMONG_LOOKS =
  /^(?:flex|grid|block|inline|hidden|relative|absolute|static|border|rounded|shadow|truncate|uppercase|lowercase|capitalize|italic|underline|antialiased|container|row|col|group|peer|transition|transform|contents|table|prose|grow|shrink)$/;

/** The same with a measure, or for some windows only: `mt-6`, `bg-blue-600`, `w-[30rem]`, `md:flex`. */
const MEASURE =
  /^-?(?:[mpg][a-z]?|[whz]|size|(?:min|max)-[wh]|gap(?:-[xy])?|space-[xy]|inset(?:-[xy])?|top|right|bottom|left|start|end|basis|leading|tracking|order|opacity|duration|delay|scale|rotate|translate-[xy]|grid-(?:cols|rows)|cols?(?:-[a-z]+)*|row(?:-[a-z]+)*|rounded|columns|line-clamp|(?:text|bg|border|ring|divide|from|via|to|fill|stroke|shadow|outline|decoration)(?:-[a-z]+)*)-(?:\d{1,4}|\[.*\])(?:\/\d+)?$|^[a-z\d-]+:/;

/** What programs put before a name that they make up: emotion, styled-components, styled-jsx, JSS, Svelte, Astro. */
const MADE_UP = /^(?:css|sc|jsx|jss|svelte|astro|emotion)-/;
/** What styled-components sets beside its first: letters of both cases. */
const MADE_UP_BESIDE = /^[A-Za-z]{5,8}$/;
const STYLED = /(?:^|-)sc-[\dA-Za-z]/;

/** Where in a name made up of two the words are. Each gives what of it stays. */
const PARTLY_MADE_UP: readonly RegExp[] = [
  // CSS modules: `Card_more__3xY1z`.
  /^([A-Za-z][A-Za-z\d-]*_[A-Za-z][A-Za-z\d-]*__)[\w-]{5,6}$/,
  // Of Vite: `_more_1x2y3_12`. Of Turbopack: `card-module__3xY1zQ__more`.
  /^(_[A-Za-z][\w-]*?_)[\da-z]{5}_\d+$/,
  /^([A-Za-z][\w-]*-module__)[\w-]{6}(__[A-Za-z]\w*)$/,
  // emotion: `css-1x2y3z-Card`. styled-components: `Card__More-sc-1x2y3z-0`.
  /^css-[\da-z]{5,8}(-[A-Za-z][\w-]+)$/,
  /^([A-Za-z]\w*-sc-)[\dA-Za-z]+-\d+$/,
];

/** How much of a name consists of words: 2 all of it, 1 enough to use it, 0 too little. */
export type Worth = 2 | 1 | 0;

/** Of a part between hyphens, underscores and changes of case. */
function worthOfPart(part: string): Worth {
  if (/^[A-Z]?[a-z]+$|^[A-Z]+$/.test(part)) return part.length > 3 && !/[aeiouy]/i.test(part) ? 0 : 2;
  // `mc4wp`, `col2`, `html5`: one number, in small letters.
  return /^[a-z]+\d[a-z]{0,3}$/.test(part) && part.length <= 6 ? 1 : 0;
}

/** `relatedPosts` is two words; `bdVaJa` is none. */
function partsOf(name: string): string[] {
  return name.split(/[-_]+/).flatMap((part) => {
    const humps = part.split(/(?<=[a-z])(?=[A-Z])/);
    return humps.length > 2 && humps.some(({ length }) => length < 3) ? [`0${part}`] : humps;
  });
}

/** What a class name or an id is worth in a description. */
export function worthOf(name: string): Worth {
  if (name.length < 3 || name.length > 60 || STATES.test(name) || !/^[A-Za-z][\w-]*$/.test(name)) return 0;
  if (MADE_UP.test(name) || PARTLY_MADE_UP.some((form) => form.test(name))) return 0;
  const parts = partsOf(name).filter((part) => part !== '');
  return Math.min(...parts.map(worthOfPart)) as Worth;
}

/** The classes of an element that may be names: not those that say how it looks, or that a program made up with another. */
export function namesAmong(words: readonly string[]): string[] {
  const others = words.filter((word) => !LOOKS.test(word) && !MEASURE.test(word));
  const byLooks = others.length < words.length;
  const styled = words.some((word) => STYLED.test(word));
  return others.filter((word) => !(byLooks && LOOKS_AMONG_LOOKS.test(word)) && !(styled && MADE_UP_BESIDE.test(word)));
}

/**
 * What a name has in common with others of its kind: `ad-` of `ad-1625`, `Card_more__` of `Card_more__3xY1z`. It may be two
 * parts of it.
 */
export function partsInCommon(name: string): string[] {
  for (const form of PARTLY_MADE_UP) {
    const [, ...parts] = form.exec(name) ?? [];
    if (parts.length > 0) return parts;
  }
  const beginning = beginningOf(name);
  return beginning ? [beginning] : [];
}

function beginningOf(name: string): string | null {
  if (MADE_UP.test(name)) return null;
  const beginning = /^[A-Za-z][A-Za-z\d]*(?:[-_]+[A-Za-z]+)*[-_]+(?=[A-Za-z\d]*\d[A-Za-z\d]*(?:[-_]|$))/.exec(
    name,
  )?.[0];
  if (!beginning || beginning.replace(/[-_]/g, '').length < 5) return null;
  return worthOf(beginning.replace(/[-_]+$/, '')) > 0 ? beginning : null;
}
