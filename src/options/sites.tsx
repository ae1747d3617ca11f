import { useId, useState } from 'preact/hooks';
import { t } from '../locales/t.ts';
import type { Mode } from '../settings/schema.ts';
import type { Site } from '../settings/site.ts';
import { withMode } from '../settings/site.ts';
import { update } from '../settings/store.ts';
import { AddSite } from './add-site.tsx';
import { ModeSelect, Section, type SectionProps } from './parts.tsx';
import { SiteList } from './site-list.tsx';

/** What was done last, said aloud, and what undoes it. */
interface News {
  readonly text: string;
  readonly undo?: { readonly site: Site; readonly mode: Mode };
}

/** Where Clean Copy runs. */
export function Sites({ settings }: SectionProps) {
  const id = useId();
  const [news, setNews] = useState<News>({ text: '' });

  async function change(site: Site, mode: Mode | null, done: News): Promise<void> {
    try {
      await update((now) => withMode(now, site, mode));
      setNews(done);
    } catch {
      setNews({ text: t('options_failed') });
    }
  }

  const undo = news.undo;
  return (
    <Section title={t('options_sites')} note={t('options_sites_note')}>
      <div class="row">
        <label for={id}>{t('options_default_mode')}</label>
        <ModeSelect
          id={id}
          name="default-mode"
          value={settings.defaultMode}
          onChange={(defaultMode) => update((now) => ({ ...now, defaultMode }))}
        />
      </div>
      <AddSite onAdd={(site, mode) => change(site, mode, { text: t('options_added', site) })} />
      <p class="news" role="status">
        {news.text && <span>{news.text}</span>}
        {undo && (
          <button type="button" onClick={() => change(undo.site, undo.mode, { text: t('options_added', undo.site) })}>
            {t('options_undo')}
          </button>
        )}
      </p>
      <SiteList
        sites={settings.sites}
        onMode={(site, mode) => change(site, mode, { text: '' })}
        onRemove={(site, mode) => change(site, null, { text: t('options_removed', site), undo: { site, mode } })}
      />
    </Section>
  );
}
