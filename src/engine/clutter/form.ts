import { attribute, closest, findAll, findFirst } from '../dom.ts';
import type { Line } from '../lines.ts';
import { anyLanguageHas } from '../phrases/index.ts';
import type { Box } from '../types.ts';
import { FORM_PURPOSE_WORDS } from '../vocabulary.ts';
import { collapsedText } from '../whitespace.ts';
import { blockBefore } from './heading.ts';
import type { ClutterContext } from './types.ts';

const BUTTON_SELECTOR = 'button,input[type=submit],input[type=button],input[type=image],[role=button]';
/** What a reader fills in. */
const ENTRY_SELECTOR =
  'input:not([type=hidden],[type=submit],[type=button],[type=image],[type=reset],[type=checkbox],[type=radio]),select,textarea,[contenteditable=true]';
/** Fields that are there to catch programs. */
const TRAP_SELECTOR =
  '[tabindex="-1"],[aria-hidden=true] *,[style*="-5000px"] *,[style*="display:none" i] *,[hidden] *';

/** A longer text in a form is a note about it. It may well say that one can leave again. Fixture: clutter/forms-notes */
const MAX_TITLE_CHARS = 100;

/** What is written on the buttons. */
export const buttonsOf = ({ element }: Box): string[] => textsOf(element, BUTTON_SELECTOR);

const textsOf = (element: Element, selector: string): string[] =>
  findAll(element, selector).flatMap((found) =>
    [collapsedText(found), attribute(found, 'value'), attribute(found, 'aria-label')].filter((text) => text !== null),
  );

/** A Box around a form with no more text than this beside it is about the form. */
const MAX_NOTE_CHARS = 200;

/** What says what a form is for: its headings, the heading before it, its buttons. Notes do not count. */
export function titlesOf(context: ClutterContext, box: Box): string[] {
  const { parent } = box;
  const around = parent && parent.length <= box.length + MAX_NOTE_CHARS ? parent : box;
  const before = blockBefore(context, box);
  const heads = [box, around].flatMap((one) =>
    context.blocksOf(one).filter((block, i) => i === 0 || block.kind === 'heading'),
  );
  // Two sentences are the article's own. Fixture: clutter/forms-notes
  const isTitle = before !== null && before.stops < 2;
  return [
    ...[...(isTitle ? [before] : []), ...heads].map(({ text }) => text),
    ...textsOf(box.element, `legend,${BUTTON_SELECTOR}`),
  ].filter((text) => text !== '' && text.length <= MAX_TITLE_CHARS);
}

/**
 * The form is for something that a reader may need: signing in, paying, giving, a petition, a question, an objection, a
 * complaint, leaving a mailing list. By its address, its names and its words, in every language that has a pack.
 * Fixtures: clutter/forms, clutter/forms-languages
 */
export function isForSomethingElse(context: ClutterContext, box: Box): boolean {
  const { element } = box;
  const form = element.localName === 'form' ? element : (findFirst(element, 'form') ?? element);
  const names = ['action', 'id', 'name', 'class'].map((name) => attribute(form, name) ?? '').join(' ');
  if (FORM_PURPOSE_WORDS.test(names.toLowerCase()) || FORM_PURPOSE_WORDS.test(box.words)) return true;
  if (findFirst(element, '[type=password],[type=file]:not([style*="display:none" i]),[autocomplete^=cc-]')) return true;
  return titlesOf(context, box).some((text) => anyLanguageHas('otherForm', text));
}

/** Fields in which an address of mail is written. */
const ADDRESS = /e-?mail|courriel|correo|^mail$/i;
/** Fields for a name. */
const NAME = /name|^(?:f|first|last|vor|nach|nom|prenom|nombre|apellido|nome|cognome|imie|ad|soyad)/i;
/** More fields than these are for something else: an address, and a first and a last name. Fixture: clutter/forms */
const MAX_NAME_FIELDS = 2;

/** The form asks for one address of mail and hardly anything else. */
export function asksForAddressAlone({ element }: Box): boolean {
  const fields = findAll(element, ENTRY_SELECTOR).filter((field) => !closest(field, TRAP_SELECTOR));
  const isAddress = (field: Element) =>
    attribute(field, 'type') === 'email' ||
    ['name', 'id', 'placeholder'].some((name) => ADDRESS.test(attribute(field, name) ?? ''));
  const others = fields.filter((field) => !isAddress(field));
  return (
    fields.length - others.length === 1 &&
    others.length <= MAX_NAME_FIELDS &&
    others.every(
      (field) =>
        field.localName === 'input' &&
        ['text', null].includes(attribute(field, 'type')) &&
        ['name', 'id', 'placeholder'].some((name) => NAME.test(attribute(field, name) ?? '')),
    )
  );
}

/** The Box has something to fill in. */
export const hasEntries = ({ element }: Box): boolean => findFirst(element, ENTRY_SELECTOR) !== null;

/** The line names a field or a group of fields. Fixture: clutter/forms */
export const standsInForm = ({ nodes: [node] }: Pick<Line, 'nodes'>): boolean =>
  !!node?.parentElement && closest(node.parentElement, 'fieldset,label,legend,option') !== null;
