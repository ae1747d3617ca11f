import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { language, number, t } from '../locales/t.ts';
import { onSyncStatus, type SyncStatus, syncStatus } from '../settings/sync/status.ts';
import { Check, Group, type SectionProps } from './parts.tsx';

const WHY = { rate: 'options_sync_rate', room: 'options_sync_room', other: 'options_sync_other' } as const;

function textOf({ state, at, retryAt, why = 'other' }: SyncStatus): string {
  const time = (ms: number) => new Intl.DateTimeFormat(language(), { timeStyle: 'short' }).format(ms);
  if (state === 'waiting') return t('options_sync_waiting');
  return state === 'done' ? t('options_sync_done', time(at)) : t(WHY[why], time(retryAt ?? at));
}

/** The browser's own sync, and how it goes. */
export function Sync({ settings, save }: SectionProps) {
  const [status, setStatus] = useState<SyncStatus | null>(null);
  useEffect(() => {
    onSyncStatus(setStatus);
    syncStatus().then(setStatus);
  }, []);

  if (!browser.storage.sync)
    return <Group title={t('options_sync')} note={t('options_sync_missing')} children={null} />;
  return (
    <Group title={t('options_sync')} note={t('options_sync_note')}>
      <Check
        name="sync"
        label={t('options_sync_on')}
        checked={settings.sync}
        onChange={(sync) => save((now) => ({ ...now, sync }))}
      />
      {settings.sync && (
        <Check
          name="sync-rules"
          label={t('options_sync_rules')}
          checked={settings.syncRules}
          onChange={(syncRules) => save((now) => ({ ...now, syncRules }))}
        />
      )}
      {settings.sync && status && (
        <div class={`sync ${status.state}`} role="status">
          <p>{textOf(status)}</p>
          {status.left > 0 && <p>{t('options_sync_left', number(status.left))}</p>}
          {status.unread > 0 && <p>{t('options_sync_unread', number(status.unread))}</p>}
        </div>
      )}
    </Group>
  );
}
