import { useState } from 'preact/hooks';
import { type Key, t, word } from '../locales/t.ts';
import type { Report } from '../messages.ts';
import { printDescription } from '../rules/description.ts';
import { printRule } from '../rules/print.ts';
import type { Rule, Verb } from '../rules/rule.ts';
import { useUniqueId } from '../unique-id.ts';
import { type Correcting, useCorrections } from './correcting.ts';
import { ReportView } from './report-view.tsx';

/** What is wrong on the page put right, what was put right so far, and how to tell us. */
export function CorrectSection({ report, correcting }: { report: Report; correcting: Correcting }) {
  const [telling, setTelling] = useState(false);
  return (
    <section class="correct">
      <h2 id="correct">{t('popup_correct')}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs */}
      <div class="buttons" role="group" aria-labelledby="correct">
        <button type="button" onClick={() => correcting.pick('hide')}>
          {t('menu_hide')}
        </button>
        <button type="button" onClick={() => correcting.pick('article')}>
          {t('popup_choose_article')}
        </button>
        <button type="button" aria-expanded={telling} onClick={() => setTelling(!telling)}>
          {t('popup_report')}
        </button>
      </div>
      {telling && <ReportView report={report} correcting={correcting} />}
      <Made correcting={correcting} />
    </section>
  );
}

/** The corrections that hold here, each with what takes it back. */
function Made({ correcting }: { correcting: Correcting }) {
  const id = useUniqueId();
  const rules = useCorrections(correcting);
  if (!rules?.length) return null;
  return (
    <>
      <h2 id="made">{t('popup_corrections')}</h2>
      <ul class="made" aria-labelledby="made">
        {rules.map((rule, i) => (
          <li key={printRule(rule)}>
            <span id={`${id}-${i}`}>{ruleText(rule)}</span>
            <button type="button" class="small" aria-describedby={`${id}-${i}`} onClick={() => correcting.undo(rule)}>
              {t('options_undo')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const TEXTS: Readonly<Record<Verb, Key>> = {
  hide: 'rule_hide',
  show: 'rule_show',
  keep: 'rule_keep',
  copy: 'popup_copy_of',
  'not-copy': 'popup_not_copy',
  original: 'rule_original',
  article: 'rule_article',
};

function ruleText(rule: Rule): string {
  const text = TEXTS[rule.verb];
  if ('piece' in rule) return t(text, printDescription(rule.piece));
  if (rule.verb === 'keep') return t(text, word('kind', rule.kind) ?? rule.kind);
  return rule.verb === 'original' ? t(text, rule.url) : t(text);
}
