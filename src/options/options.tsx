import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Key, t } from '../locales/t.ts';
import { type Loaded, update } from '../settings/store.ts';
import { About } from './about.tsx';
import { Access } from './access.tsx';
import { Backup } from './backup.tsx';
import { Corrections } from './corrections.tsx';
import { General } from './general.tsx';
import { Hidden } from './hidden.tsx';
import { Looks } from './looks.tsx';
import type { SectionProps } from './parts.tsx';
import { Remembering } from './remembering.tsx';
import { SECTION_IDS, type SectionId, useSectionId } from './section-id.ts';
import { Sites } from './sites.tsx';

const SECTIONS: Readonly<Record<SectionId, readonly [title: Key, Content: ComponentType<SectionProps>]>> = {
  general: ['options_general', General],
  sites: ['options_sites', Sites],
  hidden: ['options_kinds', Hidden],
  corrections: ['options_rules', Corrections],
  history: ['options_remember', Remembering],
  appearance: ['options_look', Looks],
  backup: ['options_backup', Backup],
  about: ['options_about', About],
};

/** Everything on the page; drawn anew whenever the stored settings change, from here or elsewhere. */
export function Options({ settings, problems }: Loaded) {
  const shown = useSectionId();
  /** In a row. Each has the page drawn again: what was clicked shows what is stored. */
  const [failures, setFailures] = useState(0);
  const save: SectionProps['save'] = (change) =>
    update(change).then(
      () => {
        setFailures(0);
        return true;
      },
      () => {
        setFailures((before) => before + 1);
        return false;
      },
    );
  return (
    <div class="page">
      <header>
        <h1>
          <img src="icons/icon-48.png" alt="" width="32" height="32" />
          <span>{t('options_title')}</span>
        </h1>
        <Navigation shown={shown} />
      </header>
      <main>
        {problems.length > 0 && (
          <p class="box warning" role="status">
            {t('options_problems', problems.map(({ at }) => at).join(', '))}
          </p>
        )}
        <Access />
        <Shown id={shown} />
        {SECTION_IDS.map((id) => {
          const [title, Content] = SECTIONS[id];
          return (
            // What is typed in a section, and what can be undone there, stays while another is looked at.
            <section key={id} class="section" aria-labelledby={`title-${id}`} hidden={id !== shown}>
              <h2 id={`title-${id}`} tabIndex={-1}>
                {t(title)}
              </h2>
              <Content settings={settings} save={save} />
            </section>
          );
        })}
        <p class="failed" role="alert" key={failures}>
          {failures > 0 && t('options_failed')}
        </p>
      </main>
    </div>
  );
}

function Navigation({ shown }: { shown: SectionId }) {
  return (
    <nav aria-label={t('options_nav')}>
      <ul>
        {SECTION_IDS.map((id) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === shown ? 'page' : undefined}>
              {t(SECTIONS[id][0])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Brings a section that was asked for to whoever asked: its title is read aloud, and the keyboard goes on from there. */
function Shown({ id }: { id: SectionId }) {
  const last = useRef(id);
  useEffect(() => {
    document.title = `${t(SECTIONS[id][0])} – ${t('options_title')}`;
    if (last.current === id) return;
    last.current = id;
    scrollTo(0, 0);
    document.getElementById(`title-${id}`)?.focus({ preventScroll: true });
  }, [id]);
  return null;
}
