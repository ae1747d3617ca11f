import { expect, test } from 'vitest';
import { manifestOf } from '../../../scripts/manifest.ts';

test('Chromium gets a service worker and nothing of Firefox’s', () => {
  const manifest = manifestOf('chromium');
  expect(manifest.background).toEqual({ service_worker: 'background.js' });
  expect(manifest).not.toHaveProperty('browser_specific_settings');
  expect(manifest.minimum_chrome_version).toBe('148');
});

test('Firefox gets scripts, its own settings, and no permission that it does not know', () => {
  const manifest = manifestOf('firefox');
  expect(manifest.background).toEqual({ scripts: ['background.js'] });
  expect(manifest).not.toHaveProperty('minimum_chrome_version');
  expect(manifest.permissions).not.toContain('favicon');
  expect(manifest.browser_specific_settings).toMatchObject({
    gecko: { strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
    gecko_android: { strict_min_version: '142.0' },
  });
});

test('the permissions are these and no others', () => {
  const { permissions, host_permissions: hosts } = manifestOf('chromium');
  expect(permissions).toEqual(['storage', 'scripting', 'activeTab', 'contextMenus', 'search', 'favicon']);
  expect(hosts).toEqual(['<all_urls>']);
});
