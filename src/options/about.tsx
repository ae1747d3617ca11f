import browser from 'webextension-polyfill';
import { t } from '../locales/t.ts';
import { Diagnostics } from './diagnostics.tsx';
import { Group, type SectionProps } from './parts.tsx';

/** Which version this is, whose, and what to do when something is wrong. */
export function About(props: SectionProps) {
  return (
    <>
      <p>
        Clean Copy · {t('options_about_version', browser.runtime.getManifest().version)}
        <br />
        {t('options_about_licence')}
      </p>
      <p>
        <a href="welcome.html">{t('welcome_title')}</a>
      </p>
      <Group title={t('popup_report')} note={t('options_about_report')} children={null} />
      <Diagnostics {...props} />
    </>
  );
}
