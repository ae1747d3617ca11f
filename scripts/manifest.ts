import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, type Target } from './paths.ts';

type Json = { [key: string]: Json | Json[] | string | number | boolean };

/** What a browser's manifest leaves out of the one source: keys, or values of lists. */
const LEFT_OUT: Readonly<Record<Target, readonly (readonly string[])[]>> = {
  // Shown as an error in its extension page.
  chromium: [['background', 'scripts'], ['browser_specific_settings']],
  // The icon of a page comes from `tab.favIconUrl` there.
  firefox: [['background', 'service_worker'], ['minimum_chrome_version'], ['permissions', 'favicon']],
};

const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

/** The extension's id in Firefox. */
export const geckoId = (): string => read('manifest.json').browser_specific_settings.gecko.id;

/** The manifest of one browser, from `manifest.json` and the version in `package.json`. */
export function manifestOf(target: Target): Json {
  const manifest: Json = read('manifest.json');
  for (const path of LEFT_OUT[target]) {
    const last = path.at(-1) as string;
    const holder = path.slice(0, -1).reduce<Json | Json[]>((at, key) => (at as Json)[key] as Json, manifest);
    if (Array.isArray(holder)) holder.splice((holder as unknown as string[]).indexOf(last), 1);
    else delete holder[last];
  }
  return { ...manifest, version: read('package.json').version };
}
