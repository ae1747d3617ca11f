import { useRef } from 'preact/hooks';
import { type Key, number, t } from '../locales/t.ts';
import { isTemplate, MAX_TEMPLATE_CHARS, type TemplatePlace } from '../settings/schema.ts';
import { DATE_LETTERS } from '../templates/date-format.ts';
import { ALLOWED, type TemplateFault, templateFault } from '../templates/templates.ts';
import { useUniqueId } from '../unique-id.ts';

export const TEMPLATE_NAMES: Readonly<Record<TemplatePlace, Key>> = {
  fileName: 'template_file_name',
  frontMatter: 'template_front_matter',
  text: 'template_text',
};

const ROWS: Readonly<Record<TemplatePlace, number>> = { fileName: 1, frontMatter: 9, text: 6 };

/** From left to right in any language: a bracket would be turned round. */
const asCode = (text: string): string => `\u2066${text}\u2069`;

function expectedText(place: TemplatePlace, { expected }: TemplateFault): string {
  if (expected === 'variable') return t('template_expected_variable', asCode(ALLOWED[place].join(', ')));
  if (expected === 'date') return t('template_expected_date', asCode(DATE_LETTERS));
  return expected === 'entry' ? t('template_expected_entry') : t('template_expected_sign', asCode(expected));
}

interface TemplateFieldProps {
  readonly place: TemplatePlace;
  readonly text: string;
  readonly onInput: (text: string) => void;
  /** The reader has left the field. */
  readonly onLeave: () => void;
}

/** One template to be written, and what is wrong with it. */
export function TemplateField({ place, text, onInput, onLeave }: TemplateFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const error = useUniqueId();
  const isKept = isTemplate(text);
  const fault = templateFault(place, text);

  function goTo({ start, end }: TemplateFault): void {
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  }

  return (
    <div class="template">
      <label class="field">
        <span>{t(TEMPLATE_NAMES[place])}</span>
        <textarea
          ref={area}
          name={`template-${place}`}
          rows={ROWS[place]}
          dir="auto"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={text}
          aria-invalid={fault !== null || !isKept}
          aria-describedby={error}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
          onChange={onLeave}
        />
      </label>
      <div id={error}>
        {!isKept && <p class="error">{t('template_refused', number(MAX_TEMPLATE_CHARS))}</p>}
        {fault && (
          <button type="button" class="error" name={`fault-${place}`} onClick={() => goTo(fault)}>
            <span class="place">{t('options_import_place', number(fault.line), number(fault.column))}</span>{' '}
            {expectedText(place, fault)} {t('template_until')}
          </button>
        )}
      </div>
    </div>
  );
}
