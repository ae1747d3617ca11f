import type { MathTree } from './types.ts';

/** Signs with a name of their own in LaTeX. The others stand for themselves. */
const SIGNS: Readonly<Record<string, string>> = {
  '≤': '\\leq', '≥': '\\geq', '≠': '\\neq', '≈': '\\approx', '≡': '\\equiv', '∼': '\\sim', '∝': '\\propto',
  '±': '\\pm', '×': '\\times', '÷': '\\div', '⋅': '\\cdot', '·': '\\cdot', '∘': '\\circ', '−': '-', '∗': '*',
  '∑': '\\sum', '∏': '\\prod', '∫': '\\int', '∂': '\\partial', '∇': '\\nabla', '∞': '\\infty', '√': '\\surd',
  '∈': '\\in', '∉': '\\notin', '⊂': '\\subset', '⊆': '\\subseteq', '∪': '\\cup', '∩': '\\cap', '∅': '\\emptyset',
  '∀': '\\forall', '∃': '\\exists', '¬': '\\neg', '∧': '\\wedge', '∨': '\\vee', '→': '\\to', '⇒': '\\Rightarrow',
  '↔': '\\leftrightarrow', '⇔': '\\Leftrightarrow', '…': '\\ldots', '⋯': '\\cdots', '′': "'", '°': '^{\\circ}',
  'α': '\\alpha', 'β': '\\beta', 'γ': '\\gamma', 'δ': '\\delta', 'ε': '\\varepsilon', 'ϵ': '\\epsilon', 'ζ': '\\zeta',
  'η': '\\eta', 'θ': '\\theta', 'ι': '\\iota', 'κ': '\\kappa', 'λ': '\\lambda', 'μ': '\\mu', 'ν': '\\nu', 'ξ': '\\xi',
  'π': '\\pi', 'ρ': '\\rho', 'σ': '\\sigma', 'τ': '\\tau', 'υ': '\\upsilon', 'φ': '\\varphi', 'ϕ': '\\phi', 'χ': '\\chi',
  'ψ': '\\psi', 'ω': '\\omega', 'Γ': '\\Gamma', 'Δ': '\\Delta', 'Θ': '\\Theta', 'Λ': '\\Lambda', 'Π': '\\Pi',
  'Σ': '\\Sigma', 'Φ': '\\Phi', 'Ψ': '\\Psi', 'Ω': '\\Omega', 'ℏ': '\\hbar', 'ℓ': '\\ell',
  '{': '\\{', '}': '\\}', '%': '\\%', '$': '\\$', '#': '\\#', '&': '\\&', '_': '\\_', '\\': '\\backslash',
}; // biome-ignore format: a table
/** Signs over a letter, and their commands. */
const ACCENTS: Readonly<Record<string, string>> = {
  '^': '\\hat', '¯': '\\bar', '‾': '\\overline', '→': '\\vec', '⃗': '\\vec', '˙': '\\dot', '¨': '\\ddot', '~': '\\tilde', '˜': '\\tilde',
}; // biome-ignore format: a table
/** Set between its parts, and drawn by nothing. */
const INVISIBLE = /[\u2061-\u2064]/g;
const FUNCTIONS =
  /^(?:sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|arcsin|arccos|arctan|log|ln|lg|exp|lim|max|min|sup|inf|det|dim|ker|deg|gcd|arg)$/;

const wordsOf = ({ children }: MathTree): string =>
  children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');

/** Signs one by one. A command is kept apart from a letter behind it. */
const signs = (text: string): string =>
  [...text.replace(INVISIBLE, '')]
    .map((sign) => {
      const command = SIGNS[sign];
      return command ? (/[a-z]$/i.test(command) ? `${command} ` : command) : sign;
    })
    .join('');

const grouped = (tex: string): string => (/^(?:.|\\[a-zA-Z]+)$/u.test(tex.trim()) ? `{${tex.trim()}}` : `{${tex}}`);

type Writer = (parts: readonly string[], tree: MathTree) => string;
const at = (parts: readonly string[], place: number): string => parts[place] ?? '';

const text: Writer = (_, tree) => `\\text{${wordsOf(tree).replace(/[{}\\$]/g, '')}}`;
const under: Writer = (parts) => `${at(parts, 0)}_${grouped(at(parts, 1))}`;
const underAndOver: Writer = (parts) => `${at(parts, 0)}_${grouped(at(parts, 1))}^${grouped(at(parts, 2))}`;

const WRITERS: Readonly<Partial<Record<string, Writer>>> = {
  mi: (_, tree) => {
    const name = wordsOf(tree).replace(INVISIBLE, '').trim();
    if (FUNCTIONS.test(name)) return `\\${name} `;
    return [...name].length > 1 ? `\\mathrm{${signs(name)}}` : signs(name);
  },
  mn: (_, tree) => signs(wordsOf(tree).trim()),
  mo: (_, tree) => {
    const sign = signs(wordsOf(tree).trim());
    return /^(?:\\(?!hat)[a-zA-Z]+ ?|[=<>+])$/.test(sign) ? ` ${sign.trim()} ` : sign;
  },
  mtext: text,
  ms: text,
  mspace: () => ' ',
  mphantom: () => '',
  msub: under,
  msup: (parts) => `${at(parts, 0)}^${grouped(at(parts, 1))}`,
  msubsup: underAndOver,
  munder: under,
  munderover: underAndOver,
  mover: (parts, { children }) => {
    const over = children[1];
    const accent = over && typeof over !== 'string' ? ACCENTS[wordsOf(over).trim()] : undefined;
    return accent ? `${accent}{${at(parts, 0).trim()}}` : `${at(parts, 0)}^${grouped(at(parts, 1))}`;
  },
  mfrac: (parts) => `\\frac{${at(parts, 0).trim()}}{${at(parts, 1).trim()}}`,
  msqrt: (parts) => `\\sqrt{${parts.join('').trim()}}`,
  mroot: (parts) => `\\sqrt[${at(parts, 1).trim()}]{${at(parts, 0).trim()}}`,
  mtable: (parts) => `\\begin{matrix}${parts.join(' \\\\ ')}\\end{matrix}`,
  mtr: (parts) => parts.join(' & '),
  mfenced: (parts, { attributes }) =>
    `\\left${signs(attributes.open ?? '(')}${parts.join(',')}\\right${signs(attributes.close ?? ')')}`,
};

function written(tree: MathTree): string {
  const parts = tree.children.map((child) => (typeof child === 'string' ? signs(child) : written(child)));
  return WRITERS[tree.tag]?.(parts, tree) ?? parts.join('');
}

/** A formula as LaTeX, for pages that do not have its source. */
export const latexOf = (math: MathTree): string => written(math).replace(/\s+/g, ' ').trim();
