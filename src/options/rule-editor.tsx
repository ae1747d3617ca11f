import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Key, t } from '../locales/t.ts';
import { VERBS } from '../rules/parse.ts';
import { printRules, type RuleFault, readRules } from '../rules/text.ts';
import { useUniqueId } from '../unique-id.ts';

/** Faults that are listed; the others come up when these are mended. */
const MAX_LISTED_FAULTS = 20;

const REASONS: Readonly<Record<RuleFault['reason'], Key>> = {
  site: 'rule_problem_site',
  verb: 'rule_problem_verb',
  piece: 'rule_problem_piece',
  label: 'rule_problem_piece',
  kind: 'rule_problem_kind',
  address: 'rule_problem_address',
  long: 'rule_problem_piece',
  more: 'rule_problem_piece',
};

interface RuleEditorProps {
  readonly rules: readonly string[];
  /** @param base what the reader saw when beginning to write */
  readonly onSave: (lines: readonly string[], base: readonly string[]) => void;
}

/** All corrections as one text. What is wrong in it is marked, and nothing is kept until that is mended. */
export function RuleEditor({ rules, onSave }: RuleEditorProps) {
  const [text, setText] = useState(printRules(rules));
  /** The rules that the text was made of. */
  const [base, setBase] = useState(rules);
  const [area, marks] = [useRef<HTMLTextAreaElement>(null), useRef<HTMLDivElement>(null)];
  const [id, list] = [useUniqueId(), useUniqueId()];
  const { lines, faults } = useMemo(() => readRules(text), [text]);
  const isChanged = text !== printRules(base);

  // What changes elsewhere is taken over, unless the reader is writing: before the reader can have begun.
  useLayoutEffect(() => {
    if (isChanged) return;
    setText(printRules(rules));
    setBase(rules);
  }, [rules]);

  function save(): void {
    setBase(lines);
    setText(printRules(lines));
    onSave(lines, base);
  }

  async function add(file: File | undefined): Promise<void> {
    if (!file) return;
    const more = await file.text();
    setText((now) => `${now}${now === '' || now.endsWith('\n') ? '' : '\n'}${more}`);
  }

  function goTo({ start, end }: RuleFault): void {
    area.current?.focus();
    area.current?.setSelectionRange(start, Math.max(end, start));
  }

  return (
    <details class="rule-editor">
      <summary>{t('options_rules_text')}</summary>
      <div class="marked">
        <div class="marks" ref={marks} aria-hidden="true" dir="ltr">
          <Marked text={text} faults={faults} />
        </div>
        <textarea
          id={id}
          ref={area}
          name="rules"
          rows={10}
          dir="ltr"
          wrap="off"
          spellcheck={false}
          autocapitalize="off"
          aria-label={t('options_rules_text')}
          aria-invalid={faults.length > 0}
          aria-describedby={list}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onScroll={({ currentTarget: { scrollLeft, scrollTop } }) => marks.current?.scrollTo(scrollLeft, scrollTop)}
        />
      </div>
      <ul class="faults" id={list}>
        {faults.slice(0, MAX_LISTED_FAULTS).map((fault) => (
          <li key={fault.line}>
            <button type="button" class="error" onClick={() => goTo(fault)}>
              {t('options_rules_line', String(fault.line + 1), t(REASONS[fault.reason], VERBS))}
            </button>
          </li>
        ))}
      </ul>
      <div class="row start">
        <button type="button" class="main" disabled={!isChanged || faults.length > 0} onClick={save}>
          {t('options_rules_save')}
        </button>
        <label class="file">
          <input
            type="file"
            accept=".txt,text/plain"
            name="rules-file"
            onChange={({ currentTarget }) => {
              add(currentTarget.files?.[0]);
              currentTarget.value = '';
            }}
          />
          <span>{t('options_rules_import')}</span>
        </label>
        <button type="button" disabled={rules.length === 0} onClick={() => saveAs(printRules(rules))}>
          {t('options_rules_export')}
        </button>
      </div>
    </details>
  );
}

/** The text once more, behind the field, for the marks under what is wrong. */
function Marked({ text, faults }: { text: string; faults: readonly RuleFault[] }) {
  let at = 0;
  const parts = faults.map(({ line, start, end }) => {
    const before = text.slice(at, start);
    at = Math.max(end, start);
    return [before, <mark key={line}>{text.slice(start, at) || ' '}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

function saveAs(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = 'clean-copy-corrections.txt';
  link.click();
}
