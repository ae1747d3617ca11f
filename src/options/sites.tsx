import { useState } from 'preact/hooks';
import { number, t } from '../locales/t.ts';
import { type Area, withModes } from '../settings/area.ts';
import type { Mode } from '../settings/schema.ts';
import { AddMany } from './add-many.tsx';
import { AddSite } from './add-site.tsx';
import type { SectionProps } from './parts.tsx';
import { SiteList } from './site-list.tsx';

/** Area → Mode, or `null` to take it off the list. */
export type Changes = ReadonlyMap<Area, Mode | null>;

/** What was done last, said aloud, and what undoes it. */
interface SitesNews {
  readonly text: string;
  readonly undo?: Changes;
}

/** What to say of a change, by what happens to the Areas. */
function textOf(changes: Changes, isNew: (area: Area) => boolean): string {
  const [[area, mode] = ['', null]] = changes;
  const count = changes.size;
  if (mode === null) return count === 1 ? t('options_removed', area) : t('options_sites_removed', number(count));
  if ([...changes.keys()].some(isNew))
    return count === 1 ? t('options_added', area) : t('options_sites_added', number(count));
  return t('options_sites_changed', number(count));
}

/** Areas with a Mode of their own: the exceptions. */
export function Sites({ settings, save }: SectionProps) {
  const [news, setNews] = useState<SitesNews>({ text: '' });

  async function change(changes: Changes): Promise<void> {
    if (changes.size === 0) return;
    const undo = new Map<Area, Mode | null>();
    const done = await save((now) => {
      for (const area of changes.keys())
        undo.set(area, Object.hasOwn(now.sites, area) ? (now.sites[area] ?? null) : null);
      return withModes(now, changes);
    });
    if (done) setNews({ text: textOf(changes, (area) => undo.get(area) === null), undo });
  }

  async function takeBack(changes: Changes): Promise<void> {
    if (await save((now) => withModes(now, changes))) setNews({ text: t('options_undone') });
  }

  const { text, undo } = news;
  return (
    <>
      <h3>{t('options_own_modes')}</h3>
      <p class="note">{t('options_sites_note')}</p>
      <p class="note">{t('options_paths_note')}</p>
      <p class="note">{t('options_original_note')}</p>
      <AddSite onAdd={(area, mode) => change(new Map([[area, mode]]))} />
      <AddMany onAdd={change} />
      <p class="news" role="status">
        {text && <span>{text}</span>}
        {undo && (
          <button type="button" onClick={() => takeBack(undo)}>
            {t('options_undo')}
          </button>
        )}
      </p>
      <SiteList sites={settings.sites} onChange={change} />
    </>
  );
}
