import { t } from '../locales/t.ts';
import { Check, type SectionProps } from './parts.tsx';

/** Whether pictures go along with what is copied and saved. */
export function Pictures({ settings: { pictures }, save }: SectionProps) {
  return (
    <section class="group">
      <Check
        name="pictures"
        label={t('options_pictures')}
        checked={pictures}
        onChange={(on) => save((now) => ({ ...now, pictures: on }))}
      />
      <p class="note">{t('options_pictures_note')}</p>
    </section>
  );
}
