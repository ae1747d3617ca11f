import { type Key, t, word } from '../locales/t.ts';
import { printDescription } from '../rules/description.ts';
import { printRule } from '../rules/print.ts';
import type { Rule, Verb } from '../rules/rule.ts';
import { useUniqueId } from '../unique-id.ts';
import { type Correcting, useCorrections } from './correcting.ts';

/** The corrections that hold here, each with what takes it back. */
export function CorrectionsHere({ correcting }: { correcting: Correcting }) {
  const id = useUniqueId();
  const rules = useCorrections(correcting);
  if (!rules?.length) return null;
  return (
    <section class="corrections">
      <h2 id={id}>{t('popup_corrections')}</h2>
      <ul class="made" aria-labelledby={id}>
        {rules.map((rule, i) => (
          <li key={printRule(rule)}>
            <span id={`${id}-${i}`}>{ruleText(rule)}</span>
            <button
              type="button"
              name="undo"
              class="small"
              aria-describedby={`${id}-${i}`}
              onClick={() => correcting.undo(rule)}
            >
              {t('options_undo')}
            </button>
          </li>
        ))}
      </ul>
    </section>
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
