/**
 * Which class names and ids somebody thought of, and which a program made up: those are others after the next change of
 * the site.
 */

/** What a thing is at the moment, not what it is. */
const STATES =
  /^(?:is|has|js|no)-|(?:^|[-_])(?:active|open(?:ed)?|closed?|visible|invisible|hidden|(?:un|lazy-?)?load(?:ed|ing)?|lazy|current|selected|sticky|stuck|fixed|collapsed?|expanded|first|last|odd|even|shown?|hide|in-?view|animated?|ready|clearfix)$/i;

/** How much of a name is words: all of it, enough of it to go by, nothing. */
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
  const parts = partsOf(name).filter((part) => part !== '');
  return Math.min(...parts.map(worthOfPart)) as Worth;
}

/** The beginning that a name has in common with others of its kind: `ad-` of `ad-1625`, `Card_more__` of `Card_more__3xY1z`. */
export function beginningOf(name: string): string | null {
  const beginning = /^[A-Za-z][A-Za-z\d]*(?:[-_]+[A-Za-z]+)*[-_]+(?=[A-Za-z\d]*\d[A-Za-z\d]*(?:[-_]|$))/.exec(
    name,
  )?.[0];
  if (!beginning || beginning.replace(/[-_]/g, '').length < 5) return null;
  return worthOf(beginning.replace(/[-_]+$/, '')) > 0 ? beginning : null;
}
