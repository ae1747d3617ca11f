/** Formulas as pages have them: plain MathML, KaTeX, MathJax. A formula is there up to three times; it is taken once. */
import { attribute, findAll, findFirst, holds, parentOf, read } from './dom.ts';
import { latexOf } from './latex.ts';
import { linear } from './linear-formula.ts';
import type { Formula, MathTree } from './types.ts';
import { collapsedText, collapseWhitespace } from './whitespace.ts';

const FORMULA_SELECTOR =
  '.katex-display,.katex,mjx-container,.MathJax_Display,.MathJax,.MathJax_SVG,.MathJax_CHTML,.MathJax_Preview,.mwe-math-element,math,script[type^="math/tex"],img[alt]';
const TEX_SELECTOR = 'annotation[encoding="application/x-tex"],annotation[encoding="TeX"],annotation[encoding="LaTeX"]';
/** What stands in `semantics` beside the formula. */
const ANNOTATION = /^annotation(?:-xml)?$/;

const FORMULA_TAGS = /^(?:math|mjx-container)$/;
const FORMULA_CLASS =
  /(?:^|\s)(?:katex|katex-display|MathJax|MathJax_(?:Display|SVG|CHTML|Preview)|mwe-math-element)(?:$|\s)/;
/** Pictures of formulas, by what programs that draw them call them. */
const FORMULA_PICTURE =
  /(?:^|\s)(?:tex|latex|mathtex|math-?(?:inline|display|image|img)?|equation|mwe-math-fallback-image-\w+|ql-img-\w+-(?:formula|equation))(?:$|\s)/;
const TEX_SIGNS = /[\\^_=+<>|{}/-]|^\S{1,3}$/;
/** LaTeX between its marks. */
const MARKED_TEX = /^(?:\$\$?([^$]+)\$\$?|\\\((.+)\\\)|\\\[(.+)\\\])$/;

/** The LaTeX that stands for a picture of a formula; `null` for any other picture. */
function texOfPicture(picture: Element): string | null {
  const alt = collapsedAlt(picture);
  const marked = MARKED_TEX.exec(alt);
  if (marked) return (marked[1] ?? marked[2] ?? marked[3] ?? '').trim();
  return FORMULA_PICTURE.test(attribute(picture, 'class') ?? '') && TEX_SIGNS.test(alt) ? alt : null;
}
const collapsedAlt = (picture: Element): string => collapseWhitespace(attribute(picture, 'alt') ?? '');

const isFormula = (element: Element): boolean =>
  (element.localName === 'img' && texOfPicture(element) !== null) ||
  FORMULA_TAGS.test(element.localName) ||
  FORMULA_CLASS.test(attribute(element, 'class') ?? '') ||
  (element.localName === 'script' && (attribute(element, 'type') ?? '').startsWith('math/tex'));
/** Elements between a part of a formula that has text and the formula itself. */
const MAX_DEPTH_OF_TEXT = 40;
/** Elements around one that is no part of a formula, up to the formula that it might have been in. */
const MAX_ELEMENTS_BETWEEN = 3;

/** The whole formula that an element is in, or is; `null` for anything else. Looks no further up than it must. */
export function formulaAround(element: Element): Element | null {
  let found: Element | null = null;
  let beyond = 0;
  for (let up: Element | null = element, i = 0; up && i < MAX_DEPTH_OF_TEXT; up = parentOf(up), i++) {
    if (isFormula(up)) found = up;
    beyond = isFormula(up) || PART_OF_FORMULA.test(up.localName) ? 0 : beyond + 1;
    // Drawn formulas are many spans deep.
    if (beyond > MAX_ELEMENTS_BETWEEN && up.localName !== 'span') break;
  }
  return found;
}

const PART_OF_FORMULA = /^(?:m[a-z]+|mjx-[\w-]+|semantics|annotation)$/;

/** Each formula inside an element, in order. */
export const formulasIn = (element: Element): Element[] =>
  findAll(element, FORMULA_SELECTOR).filter((found) => formulaAround(found) === found && !isAside(found));

/** MathJax 2 keeps the source of a formula in a script behind what it drew, and what it showed before that beside it. */
const isAside = (element: Element): boolean =>
  /MathJax_Preview/.test(attribute(element, 'class') ?? '') ||
  (element.localName === 'script' &&
    /MathJax/.test(attribute(read(element, 'previousElementSibling') ?? element, 'class') ?? ''));

/** What one reads of a formula: its MathML without what is said about it, else what is drawn. */
export function isFormulaText(node: Text, formula: Element): boolean {
  if (isAside(formula)) return false;
  const math = mathOf(formula);
  const around = read(node, 'parentElement');
  if (!math || read(math, 'textContent')?.trim() === '') return true;
  if (!around || !holds(math, around)) return false;
  for (let at: Element | null = around; at && at !== math; at = read(at, 'parentElement'))
    if (ANNOTATION.test(at.localName)) return false;
  return true;
}

const mathOf = (formula: Element): Element | null =>
  formula.localName === 'math' ? formula : findFirst(formula, 'math');

/** MathJax 2's script with a formula's source. */
function scriptOf(formula: Element): Element | null {
  if (formula.localName === 'script') return formula;
  for (let at: Element | null = formula, i = 0; at && i < 2; at = read(at, 'nextElementSibling'), i++)
    if (at.localName === 'script' && attribute(at, 'type')?.startsWith('math/tex')) return at;
  return null;
}

/** The formula as plain data. `null` where nothing can be made of it. */
export function readFormula(formula: Element): Formula | null {
  // MathJax 2 may have its MathML as text alone.
  const math = mathOf(formula);
  const script = scriptOf(formula);
  const mathml = math && mathTree(math);
  const stated =
    (math && findFirst(math, TEX_SELECTOR)?.textContent) ||
    script?.textContent ||
    attribute(formula, 'data-latex') ||
    attribute(findFirst(formula, '[data-latex]') ?? formula, 'data-latex') ||
    (math && attribute(math, 'alttext')) ||
    texIn(formula);
  const tex = (stated || (mathml ? latexOf(mathml) : '')).replace(/\s+/g, ' ').trim();
  const isDisplay =
    attribute(formula, 'display') === 'true' ||
    /(?:^|\s)(?:katex-display|MathJax_Display)(?:$|\s)/.test(attribute(formula, 'class') ?? '') ||
    /-display(?:ed-equation)?(?:$|\s)/.test(attribute(formula, 'class') ?? '') ||
    /mode=display/.test(script ? (attribute(script, 'type') ?? '') : '') ||
    (math !== null && attribute(math, 'display') === 'block');
  if (tex === '' && !mathml) return null;
  return { tex, mathml, isDisplay };
}

/** The LaTeX of the picture that a formula is, or has in it. */
const texIn = (formula: Element): string | null => {
  const picture = formula.localName === 'img' ? formula : findFirst(formula, 'img[alt]');
  return picture && texOfPicture(picture);
};

/** A formula in a line of plain text: `v=d/t`, `πr²`. `null` where it is not in MathML. */
export function formulaText(formula: Element): string | null {
  const math = mathOf(formula);
  return math && linear(mathTree(math));
}

/** Elements of MathML that draw a formula, and hold nothing else. */
const MATH_TAGS = new Set(
  'math mrow mi mn mo mtext mspace ms msub msup msubsup mfrac msqrt mroot mover munder munderover mtable mtr mtd mstyle mpadded mphantom mmultiscripts mprescripts menclose mfenced merror'.split(
    ' ',
  ),
);
const MATH_ATTRIBUTES = [
  'display',
  'mathvariant',
  'stretchy',
  'accent',
  'fence',
  'separator',
  'open',
  'close',
  'linethickness',
];
/** Deeper than any formula. */
const MAX_DEPTH = 60;

function mathTree(element: Element, depth = 0): MathTree {
  const attributes: Record<string, string> = {};
  for (const name of MATH_ATTRIBUTES) {
    const value = attribute(element, name);
    if (value !== null && /^[\w\s.%()[\]{}|,;-]{0,30}$/.test(value)) attributes[name] = value;
  }
  const children = [...element.children];
  return {
    tag: element.localName as MathTree['tag'],
    attributes,
    children:
      children.length === 0
        ? [collapsedText(element)].filter(Boolean)
        : depth > MAX_DEPTH
          ? []
          : children.flatMap((child) => mathChildren(child, depth)),
  };
}

/** What is no element of a formula gives way to what is in it; of `semantics` only the formula itself stays. */
function mathChildren(child: Element, depth: number): MathTree[] {
  const tag = child.localName;
  if (MATH_TAGS.has(tag)) return [mathTree(child, depth + 1)];
  if (ANNOTATION.test(tag) || depth > MAX_DEPTH) return [];
  return [...child.children].flatMap((inner) => mathChildren(inner, depth + 1));
}
