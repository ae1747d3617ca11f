import { useState } from 'preact/hooks';
import { t } from '../locales/t.ts';
import { withEdited } from '../rules/lines.ts';
import { changeRules } from '../settings/corrections.ts';
import { same } from '../settings/same.ts';
import type { SectionProps } from './parts.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RuleList } from './rule-list.tsx';

/** What was done last, said aloud, and the lines as they were before. */
interface CorrectionsNews {
  readonly text: string;
  readonly before?: readonly string[];
}

/** The corrections that a reader made: each with what takes it back, and all of them as text. */
export function Corrections({ settings: { rules } }: SectionProps) {
  const [news, setNews] = useState<CorrectionsNews>({ text: '' });

  async function change(make: (lines: readonly string[]) => readonly string[], text: string): Promise<void> {
    let before: readonly string[] = [];
    try {
      await changeRules(false, (lines) => {
        before = lines;
        return make(lines);
      });
      setNews({ text, before });
    } catch {
      setNews({ text: t('options_failed') });
    }
  }

  const { before } = news;
  return (
    <>
      <p class="note">{t('options_rules_note')}</p>
      <RuleList
        rules={rules}
        onRemove={(line) => change((lines) => lines.filter((l) => l !== line), t('options_removed', line))}
      />
      <p class="news" role="status">
        {news.text && <span>{news.text}</span>}
        {before && !same(before, rules) && (
          <button type="button" onClick={() => change(() => before, t('options_rules_saved'))}>
            {t('options_undo')}
          </button>
        )}
      </p>
      <RuleEditor
        rules={rules}
        onSave={(lines, base) => change((now) => withEdited(now, base, lines), t('options_rules_saved'))}
      />
    </>
  );
}
