import { CLUTTER_KINDS, type ClutterKind, FURNITURE } from '../engine/types.ts';
import { t, word } from '../locales/t.ts';
import type { Settings } from '../settings/schema.ts';
import { Check, type SectionProps } from './parts.tsx';

const byDefault = (kind: ClutterKind) => !FURNITURE.includes(kind);

/** The settings with a kind hidden or not; only what differs from its default is kept. */
function withKind(settings: Settings, kind: ClutterKind, hidden: boolean): Settings {
  const { [kind]: _, ...others } = settings.kinds;
  return { ...settings, kinds: hidden === byDefault(kind) ? others : { ...others, [kind]: hidden } };
}

/** What is hidden on a page that is cleaned. */
export function Kinds({ settings, save }: SectionProps) {
  const check = (kind: ClutterKind) => (
    <Check
      key={kind}
      name={`kind-${kind}`}
      label={word('kind', kind) ?? kind}
      checked={settings.kinds[kind] ?? byDefault(kind)}
      onChange={(hidden) => save((now) => withKind(now, kind, hidden))}
    />
  );
  return (
    <>
      <p class="note">{t('options_kinds_note')}</p>
      <div class="kinds">{CLUTTER_KINDS.filter(byDefault).map(check)}</div>
      <Check
        name="ad-tokens-anywhere"
        label={t('options_ad_tokens')}
        checked={settings.adTokensAnywhere}
        onChange={(adTokensAnywhere) => save((now) => ({ ...now, adTokensAnywhere }))}
      />
      <fieldset>
        <legend>{t('options_furniture')}</legend>
        <div class="kinds">{FURNITURE.map(check)}</div>
      </fieldset>
    </>
  );
}
