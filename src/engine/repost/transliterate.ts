import { lazy } from '../lazy.ts';

/** Letters of Cyrillic and Greek script, each followed by the Latin ones that {@link inLatin} makes of it. */
const letters = lazy(
  (): ReadonlyMap<string, string> =>
    new Map(
      `аa бb вv гg ґg дd еe єe ёe жz зz иi іi їi йi ыi кk лl мm нn оo пp рr сs тt уu ўu фf хh цc чc шs щs ъ ь эe юu яa ђd јi љl њn ћc џd ѓg ќk ѕz
   αa βv γg δd εe ζz ηi θt ιi κk λl μm νn ξk οo πp ρr σs ςs τt υi φf χh ψp ωo`
        .split(/\s+/)
        .map((pair) => [pair[0] as string, pair.slice(1)]),
    ),
);

/** What schemes write differently, and what becomes of it. The longest first. */
const schemes = lazy((): readonly (readonly [RegExp, string])[] => [
  [/shch|sch|sh/g, 's'],
  [/zh/g, 'z'],
  [/kh|ch(?=[aou])/g, 'h'],
  [/ch|ts|tz/g, 'c'],
  [/ks|x/g, 'k'],
  [/ps/g, 'p'],
  [/th/g, 't'],
  [/[yj](?=[aeou])|i(?=[au])/g, ''],
  [/[yj]/g, 'i'],
  [/w/g, 'v'],
]);

/**
 * A word as it might stand in an address, in whatever scheme its script was written in Latin letters: the schemes'
 * differences are gone, and so are letters that stand there twice. Only for comparing.
 *
 * @param word in lower case, without marks on letters
 */
export function inLatin(word: string): string {
  const latin = [...word.replace(/ου/g, 'ou')].map((letter) => letters().get(letter) ?? letter).join('');
  return schemes()
    .reduce((text, [from, to]) => text.replace(from, to), latin)
    .replace(/(.)\1+/g, '$1');
}

/** The text has letters that {@link inLatin} knows. */
export const hasOtherScript = (text: string): boolean => /[α-ωа-џґ]/.test(text);
