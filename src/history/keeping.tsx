import { useRef } from 'preact/hooks';
import { t } from '../locales/t.ts';
import { Section } from './parts.tsx';
import type { ReadingHistory } from './reading-history.ts';

/** To keep everything in a file, take a file in, or forget everything. */
export function Keeping({ count, past }: { count: number; past: ReadingHistory }) {
  const file = useRef<HTMLInputElement>(null);
  const sure = useRef<HTMLDialogElement>(null);
  const forget = () => {
    sure.current?.close();
    past.forgetAll();
  };
  return (
    <Section title={t('history_keeping')}>
      <div class="buttons">
        {count > 0 && (
          <button type="button" name="save" onClick={() => past.save()}>
            {t('history_save')}
          </button>
        )}
        <button type="button" name="take-in" onClick={() => file.current?.click()}>
          {t('history_take_in')}
        </button>
        <input
          ref={file}
          type="file"
          name="file"
          accept=".json,application/json"
          hidden
          onChange={async ({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen) await past.takeIn(chosen);
            // The same file may be chosen again.
            if (file.current) file.current.value = '';
          }}
        />
        {count > 0 && (
          <button type="button" name="forget-all" onClick={() => sure.current?.showModal()}>
            {t('history_forget_all')}
          </button>
        )}
      </div>
      <dialog ref={sure} aria-labelledby="sure">
        <p id="sure">{t('history_sure')}</p>
        <div class="buttons">
          <button type="button" class="main" name="really" onClick={forget}>
            {t('history_forget_all')}
          </button>
          <button type="button" onClick={() => sure.current?.close()}>
            {t('history_cancel')}
          </button>
        </div>
      </dialog>
    </Section>
  );
}
