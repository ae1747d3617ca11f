/** The templates that a copy and a file are made with, and what is wrong with one. */
import type { Settings, TemplatePlace } from '../settings/schema.ts';
import { type FrontMatterLine, readFrontMatter } from './front-matter.ts';
import { readPieces, type TemplatePiece } from './pieces.ts';
import { PRESETS, type TemplateTexts } from './presets.ts';
import { type ExpectedInTemplate, TemplateSyntaxError } from './syntax-error.ts';
import { FACTS, IN_TEXT, type Variable } from './variables.ts';

/** Templates, read. */
export interface Templates {
  readonly fileName: readonly TemplatePiece[];
  readonly frontMatter: readonly FrontMatterLine[];
  readonly text: readonly TemplatePiece[];
}

/** What is wrong with a template, and where. */
export interface TemplateFault {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** Offsets into the template; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly expected: ExpectedInTemplate;
}

/** What a template may ask for in each place. */
export const ALLOWED: Readonly<Record<TemplatePlace, readonly Variable[]>> = {
  fileName: FACTS,
  frontMatter: FACTS,
  text: IN_TEXT,
};

/** Each throws TemplateSyntaxError where a template is wrong. */
export const READERS: { readonly [Place in TemplatePlace]: (template: string) => Templates[Place] } = {
  fileName: (template) => readPieces(template, ALLOWED.fileName),
  frontMatter: (template) => readFrontMatter(readPieces(template, ALLOWED.frontMatter), template.length),
  text: (template) => readPieces(template, ALLOWED.text),
};

/** `null` where nothing is wrong. */
export function templateFault(place: TemplatePlace, template: string): TemplateFault | null {
  try {
    READERS[place](template);
    return null;
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error;
    const { start, end, expected } = error;
    const before = template.slice(0, start);
    return { line: before.split('\n').length, column: start - before.lastIndexOf('\n'), start, end, expected };
  }
}

const readAll = (texts: TemplateTexts): Templates => ({
  fileName: READERS.fileName(texts.fileName),
  frontMatter: READERS.frontMatter(texts.frontMatter),
  text: READERS.text(texts.text),
});

/** What is used until the reader chooses others. */
export const STANDARD: Templates = readAll(PRESETS.standard);

type Chosen = Pick<Settings, 'templates' | 'ownTemplates'>;

/** The texts of the templates that the reader has chosen. */
export function chosenTexts({ templates, ownTemplates }: Chosen): TemplateTexts {
  return templates === 'own' ? { ...PRESETS.standard, ...ownTemplates } : PRESETS[templates];
}

/** The templates that the reader has chosen. Those that are wrong are told, and the standard ones take their place. */
export function chosenTemplates(chosen: Chosen): {
  readonly templates: Templates;
  readonly wrong: readonly TemplatePlace[];
} {
  const texts = chosenTexts(chosen);
  const wrong = (Object.keys(texts) as TemplatePlace[]).filter((place) => templateFault(place, texts[place]) !== null);
  const right = Object.fromEntries(wrong.map((place) => [place, PRESETS.standard[place]]));
  return { templates: readAll({ ...texts, ...right }), wrong };
}
