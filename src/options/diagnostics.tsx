import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { t } from '../locales/t.ts';
import { forgetErrors, keptErrors, onErrors } from '../settings/errors.ts';
import { type Diagnosis, diagnosticsText } from './diagnostics-text.ts';
import { Group, type SectionProps } from './parts.tsx';

/** Only Firefox tells its name and version; others do in how they present themselves to websites. */
async function browserName(): Promise<string> {
  const info = await browser.runtime.getBrowserInfo?.();
  return info ? `${info.name} ${info.version}` : navigator.userAgent;
}

async function diagnose(): Promise<Omit<Diagnosis, 'settings'>> {
  const { version } = browser.runtime.getManifest();
  const start = performance.now();
  const errors = await keptErrors();
  const read = performance.now() - start;
  const [name, { os, arch }, scripts] = await Promise.all([
    browserName(),
    browser.runtime.getPlatformInfo(),
    browser.scripting.getRegisteredContentScripts(),
  ]);
  const drawn = performance.getEntriesByName('drawn')[0]?.startTime;
  return {
    version,
    browser: name,
    platform: `${os} ${arch}`,
    registered: scripts.length,
    timings: { 'reading from storage': read, ...(drawn !== undefined && { 'options drawn': drawn }) },
    errors,
  };
}

/** What the reader may want to send us, to be read in full and then copied. Nothing is sent. */
export function Diagnostics({ settings }: SectionProps) {
  const [diagnosis, setDiagnosis] = useState<Omit<Diagnosis, 'settings'> | null>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    const closed = new AbortController();
    const look = () => diagnose().then((made) => closed.signal.aborted || setDiagnosis(made));
    onErrors(look, closed.signal);
    look();
    return () => closed.abort();
  }, []);
  if (!diagnosis) return null;
  const text = diagnosticsText({ ...diagnosis, settings });
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Group title={t('options_diagnostics')} note={t('options_diagnostics_note')}>
      <pre class="diagnostics" dir="ltr">
        {text}
      </pre>
      <div class="row">
        <button type="button" name="copy-diagnostics" onClick={copy}>
          {t('options_diagnostics_copy')}
        </button>
        {diagnosis.errors.length > 0 && (
          <button type="button" name="forget-errors" onClick={forgetErrors}>
            {t('options_diagnostics_forget')}
          </button>
        )}
      </div>
      <p class="note" role="status">
        {copied !== null && t(copied ? 'popup_copied' : 'popup_copy_failed')}
      </p>
    </Group>
  );
}
