import { useState } from 'preact/hooks';
import { type Key, t } from '../locales/t.ts';
import type { Rule, Verb } from '../rules/rule.ts';
import { useUniqueId } from '../unique-id.ts';
import { type Correcting, type CorrectionScope, useCorrections } from './correcting.ts';
import { webAddress } from './format.ts';
import type { ArticleReport } from './state.ts';

const SCOPES: readonly (readonly [CorrectionScope, Key])[] = [
  ['page', 'popup_for_page'],
  ['site', 'popup_for_site'],
];

/** The rule that decides: what is said of the page outranks what is said of its Site, and of several the last. */
const deciding = (rules: readonly Rule[], ...verbs: Verb[]): Rule | undefined => {
  const all = rules.filter(({ verb }) => verbs.includes(verb));
  return all.findLast(({ page }) => page !== null) ?? all.at(-1);
};

/** What the reader has to say about Verdict and Original, and what takes it back. */
export function Saying({ report, correcting }: { report: ArticleReport; correcting: Correcting }) {
  const rules = useCorrections(correcting);
  const [open, setOpen] = useState<'verdict' | 'original' | null>(null);
  const toggle = (what: typeof open) => setOpen(open === what ? null : what);
  // What takes a saying back must not come as another button under the reader's finger.
  if (!rules) return null;
  const { kind } = report.verdict;
  const isCopy = kind !== 'none';
  const said = deciding(rules, 'copy', 'not-copy');
  const linked = deciding(rules, 'original');
  return (
    <div class="saying">
      <div class="buttons">
        {said ? (
          <Undo label={t('options_undo')} onClick={() => correcting.undo(said)} />
        ) : (
          <button type="button" class="quiet" aria-expanded={open === 'verdict'} onClick={() => toggle('verdict')}>
            {t(isCopy ? 'popup_not_copy' : 'popup_copy_of')}
          </button>
        )}
        {linked ? (
          <Undo label={t('popup_undo_original')} onClick={() => correcting.undo(linked)} />
        ) : (
          isCopy && (
            <button type="button" class="quiet" aria-expanded={open === 'original'} onClick={() => toggle('original')}>
              {t('popup_other_original')}
            </button>
          )
        )}
      </div>
      {open === 'verdict' && !said && (
        <div class="buttons">
          {SCOPES.map(([scope, words]) => (
            <button
              key={scope}
              type="button"
              onClick={() => {
                setOpen(null);
                correcting.correct({ verb: isCopy ? 'not-copy' : 'copy' }, scope);
              }}
            >
              {t(words)}
            </button>
          ))}
        </div>
      )}
      {open === 'original' && !linked && (
        <OtherOriginal
          onLink={(url) => {
            setOpen(null);
            correcting.correct({ verb: 'original', url }, 'page');
          }}
        />
      )}
    </div>
  );
}

function Undo({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" class="quiet" onClick={onClick}>
      {label}
    </button>
  );
}

/** A field for the address of the right original. */
function OtherOriginal({ onLink }: { onLink: (url: string) => void }) {
  const [typed, setTyped] = useState('');
  const [bad, setBad] = useState(false);
  const error = useUniqueId();
  function submit(event: Event): void {
    event.preventDefault();
    const address = webAddress(typed.trim());
    setBad(address === null);
    if (address) onLink(address.href);
  }
  return (
    <form class="link" onSubmit={submit} noValidate>
      <label>
        <span>{t('popup_paste_original')}</span>
        <input
          type="url"
          name="original"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          value={typed}
          aria-invalid={bad}
          aria-describedby={error}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setBad(false);
          }}
        />
      </label>
      <button type="submit">{t('options_rules_save')}</button>
      <p class="note" id={error} role="alert">
        {bad && t('rule_problem_address')}
      </p>
    </form>
  );
}
