import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { t } from '../locales/t.ts';
import type { Report } from '../messages.ts';
import type { Correcting } from './correcting.ts';
import { reportText } from './report-text.ts';

/** What the reader may want to send us, to be read in full and then copied. Nothing is sent. */
export function ReportView({ report, correcting }: { report: Report; correcting: Correcting }) {
  const root = useRef<HTMLElement>(null);
  const [withAddress, setWithAddress] = useState(true);
  const [outlines, setOutlines] = useState<readonly string[] | null>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    correcting.outlines().then(setOutlines);
  }, [correcting, report]);
  // It comes below everything else.
  useEffect(() => {
    root.current?.scrollIntoView({ block: 'end' });
    root.current?.querySelector('input')?.focus({ preventScroll: true });
  }, [outlines === null]);
  if (!outlines) return null;
  const { version } = browser.runtime.getManifest();
  const text = reportText({ report, version, browser: navigator.userAgent, outlines, withAddress });
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section class="report" ref={root}>
      <label>
        <input type="checkbox" checked={withAddress} onChange={() => setWithAddress(!withAddress)} />
        {t('popup_report_address')}
      </label>
      <textarea readOnly rows={12} dir="ltr" aria-label={t('popup_report')} value={text} />
      <div class="buttons">
        <button type="button" name="copy-report" onClick={copy}>
          {t('popup_copy_report')}
        </button>
      </div>
      <p class="note" role="status">
        {copied !== null && t(copied ? 'popup_copied' : 'popup_copy_failed')}
      </p>
    </section>
  );
}
