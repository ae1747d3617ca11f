import { t } from '../locales/t.ts';
import { LOOKS, TEXT_SIZES } from '../settings/schema.ts';
import { Check, Choices, type SectionProps } from './parts.tsx';

const COLORS = { system: 'options_look_system', light: 'options_look_light', dark: 'options_look_dark' } as const;
const SIZES = {
  normal: 'options_text_size_normal',
  large: 'options_text_size_large',
  largest: 'options_text_size_largest',
} as const;

/** The toolbar button, and light or dark, large or small, for popup and options. */
export function Looks({ settings, save }: SectionProps) {
  return (
    <>
      <Choices
        name="look"
        legend={t('options_colours')}
        values={LOOKS}
        value={settings.look}
        label={(look) => t(COLORS[look])}
        onChange={(look) => save((now) => ({ ...now, look }))}
      />
      <Choices
        name="text-size"
        legend={t('options_text_size')}
        values={TEXT_SIZES}
        value={settings.textSize}
        label={(size) => t(SIZES[size])}
        onChange={(textSize) => save((now) => ({ ...now, textSize }))}
      />
      <Check
        name="badge"
        label={t('options_badge')}
        checked={settings.badge}
        onChange={(badge) => save((now) => ({ ...now, badge }))}
      />
      <Check
        name="notice"
        label={t('options_notice')}
        checked={settings.notice}
        onChange={(notice) => save((now) => ({ ...now, notice }))}
      />
    </>
  );
}
