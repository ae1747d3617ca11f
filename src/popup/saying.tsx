import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AddressField } from '../address-field.tsx';
import { webAddress } from '../formats/fit-to-show.ts';
import { type Key, t } from '../locales/t.ts';
import { useUniqueId } from '../unique-id.ts';
import { type Correcting, type CorrectionScope, useCorrections } from './correcting.ts';
import type { Unfolded } from './popup.tsx';
import type { ArticleReport } from './state.ts';

const SCOPES: readonly (readonly [CorrectionScope, Key])[] = [
  ['page', 'popup_for_page'],
  ['site', 'popup_for_site'],
];

interface SayingProps {
  readonly report: ArticleReport;
  readonly correcting: Correcting;
  readonly unfolded: Unfolded;
  readonly unfold: (what: Unfolded) => void;
}

/** What the reader has to say about Verdict and Original. It is taken back where the corrections are listed. */
export function Saying({ report, correcting, unfolded, unfold }: SayingProps) {
  /** What had the focus goes with what was to be said. */
  const said = () => {
    unfold(null);
    document.querySelector<HTMLElement>('[name=why], [name=more]')?.focus();
  };
  const rules = useCorrections(correcting);
  const root = useRef<HTMLDivElement>(null);
  // From the menu, the reader comes to what was chosen there.
  useLayoutEffect(() => {
    root.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
  }, [unfolded, rules === null]);
  if (!rules) return null;
  const isCopy = report.verdict.kind !== 'none';
  const choices: readonly (readonly [Unfolded, Key])[] = [
    ...(correcting.hasSaid('copy', 'not-copy')
      ? []
      : [['verdict', isCopy ? 'popup_ask_not_copy' : 'popup_ask_copy'] as const]),
    ...(correcting.hasSaid('original') || !isCopy ? [] : [['original', 'popup_other_original'] as const]),
  ];
  const isOpen = (what: Unfolded) => unfolded === what && choices.some(([choice]) => choice === what);
  return (
    <div class="saying" ref={root}>
      <div class="buttons">
        {choices.map(([what, words]) => (
          <button
            key={what}
            type="button"
            name={`say-${what}`}
            class="quiet"
            aria-expanded={isOpen(what)}
            onClick={() => unfold(isOpen(what) ? 'why' : what)}
          >
            {t(words)}
          </button>
        ))}
      </div>
      {isOpen('verdict') && (
        <div class="buttons">
          {SCOPES.map(([scope, words]) => (
            <button
              key={scope}
              type="button"
              name={`for-${scope}`}
              onClick={() => {
                said();
                correcting.correct({ verb: isCopy ? 'not-copy' : 'copy' }, scope);
              }}
            >
              {t(words)}
            </button>
          ))}
        </div>
      )}
      {isOpen('original') && (
        <OtherOriginal
          onLink={(url) => {
            said();
            correcting.correct({ verb: 'original', url }, 'page');
          }}
        />
      )}
    </div>
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
      <AddressField
        name="original"
        label={t('popup_paste_original')}
        typed={typed}
        isBad={bad}
        describedBy={error}
        onType={(text) => {
          setTyped(text);
          setBad(false);
        }}
      />
      <button type="submit" name="save-original">
        {t('options_rules_save')}
      </button>
      <p class="note" id={error} role="alert">
        {bad && t('rule_problem_address')}
      </p>
    </form>
  );
}
