import { number, t } from '../locales/t.ts';
import { MAX_REMEMBERED_ARTICLES } from '../settings/schema.ts';
import { useUniqueId } from '../unique-id.ts';
import { Check, type SectionProps } from './parts.tsx';

/** How many articles may be remembered: docs/measurements.md has what each costs. */
const MAX_ARTICLES_CHOICES = [1000, 10_000, 30_000, MAX_REMEMBERED_ARTICLES];

/** Whether articles that were read are remembered, how many, and the way to them. */
export function Remembering({ settings: { remember, rememberMost }, save }: SectionProps) {
  const id = useUniqueId();
  const choices = [...new Set([...MAX_ARTICLES_CHOICES, rememberMost])].sort((a, b) => a - b);
  return (
    <>
      <p class="note">{t('options_remember_note')}</p>
      <Check
        name="remember"
        label={t('options_remember_check')}
        checked={remember === 'on'}
        onChange={(on) => save((now) => ({ ...now, remember: on ? 'on' : 'off' }))}
      />
      <div class="row start">
        <label for={id}>{t('options_remember_most')}</label>
        <select
          id={id}
          name="remember-most"
          value={rememberMost}
          onChange={({ currentTarget }) => save((now) => ({ ...now, rememberMost: Number(currentTarget.value) }))}
        >
          {choices.map((most) => (
            <option key={most} value={most} selected={most === rememberMost}>
              {number(most)}
            </option>
          ))}
        </select>
      </div>
      <p>
        <a href="history.html">{t('history_title')}</a>
      </p>
    </>
  );
}
