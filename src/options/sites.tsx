import { useState } from 'preact/hooks';
import { number, t } from '../locales/t.ts';
import type { Mode } from '../settings/schema.ts';
import { type Site, withModes } from '../settings/site.ts';
import { AddMany } from './add-many.tsx';
import { AddSite } from './add-site.tsx';
import type { SectionProps } from './parts.tsx';
import { SiteList } from './site-list.tsx';

/** Site → Mode, or `null` to take it off the list. */
export type Changes = ReadonlyMap<Site, Mode | null>;

/** What was done last, said aloud, and what undoes it. */
interface SitesNews {
  readonly text: string;
  readonly undo?: Changes;
}

/** What to say of a change, by what happens to the Sites. */
function textOf(changes: Changes, isNew: (site: Site) => boolean): string {
  const [[site, mode] = ['', null]] = changes;
  const count = changes.size;
  if (mode === null) return count === 1 ? t('options_removed', site) : t('options_sites_removed', number(count));
  if ([...changes.keys()].some(isNew))
    return count === 1 ? t('options_added', site) : t('options_sites_added', number(count));
  return t('options_sites_changed', number(count));
}

/** Sites with a Mode of their own. */
export function Sites({ settings, save }: SectionProps) {
  const [news, setNews] = useState<SitesNews>({ text: '' });

  async function change(changes: Changes): Promise<void> {
    if (changes.size === 0) return;
    const undo = new Map<Site, Mode | null>();
    const done = await save((now) => {
      for (const site of changes.keys())
        undo.set(site, Object.hasOwn(now.sites, site) ? (now.sites[site] ?? null) : null);
      return withModes(now, changes);
    });
    if (done) setNews({ text: textOf(changes, (site) => undo.get(site) === null), undo });
  }

  async function takeBack(changes: Changes): Promise<void> {
    if (await save((now) => withModes(now, changes))) setNews({ text: t('options_undone') });
  }

  const { text, undo } = news;
  return (
    <>
      <h3>{t('options_own_modes')}</h3>
      <p class="note">{t('options_sites_note')}</p>
      <AddSite onAdd={(site, mode) => change(new Map([[site, mode]]))} />
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
