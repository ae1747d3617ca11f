const FIGURES = '0123456789+-−';
const SMALL = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻', sub: '₀₁₂₃₄₅₆₇₈₉₊₋₋' } as const;

/** Figures as small ones, raised or lowered; `null` for anything else. */
export function smallFigures(text: string, place: keyof typeof SMALL): string | null {
  const small = [...text].map((sign) => SMALL[place][FIGURES.indexOf(sign)]);
  return text === '' || [...text].some((sign) => !FIGURES.includes(sign)) ? null : small.join('');
}
