import { t } from '../locales/t.ts';
import { LOOKS, type Look } from '../settings/schema.ts';
import { update } from '../settings/store.ts';
import { Check, Section, type SectionProps } from './parts.tsx';

const NAMES = { system: 'options_look_system', light: 'options_look_light', dark: 'options_look_dark' } as const;

/** The toolbar button, and light or dark for popup and options. */
export function Looks({ settings }: SectionProps) {
  return (
    <Section title={t('options_look')}>
      <fieldset class="choices">
        <legend>{t('options_colours')}</legend>
        {LOOKS.map((look: Look) => (
          <label class="check" key={look}>
            <input
              type="radio"
              name="look"
              value={look}
              checked={settings.look === look}
              onChange={() => update((now) => ({ ...now, look }))}
            />
            <span>{t(NAMES[look])}</span>
          </label>
        ))}
      </fieldset>
      <Check
        name="badge"
        label={t('options_badge')}
        checked={settings.badge}
        onChange={(badge) => update((now) => ({ ...now, badge }))}
      />
    </Section>
  );
}
