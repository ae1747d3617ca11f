/**
 * `npm run browsers`: are Chromium and Firefox here? As root on Debian or Ubuntu, what is missing is installed.
 * CHROME_BIN and FIREFOX_BIN name a browser that is somewhere else.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TARGETS, type Target } from './paths.ts';

interface Places {
  /** Environment variable that names the program. */
  readonly variable: string;
  /** Names of the program on the PATH. */
  readonly names: readonly string[];
  /** Application names on macOS, and of the program inside. */
  readonly mac: readonly (readonly [string, string])[];
  /** Below a folder of programs on Windows. */
  readonly windows: readonly string[];
  /** Packages of Debian and Ubuntu. */
  readonly packages: readonly string[];
}

const PLACES: Readonly<Record<Target, Places>> = {
  chromium: {
    variable: 'CHROME_BIN',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    mac: [
      ['Chromium', 'Chromium'],
      ['Google Chrome', 'Google Chrome'],
      ['Microsoft Edge', 'Microsoft Edge'],
    ],
    windows: [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ],
    packages: ['chromium'],
  },
  firefox: {
    variable: 'FIREFOX_BIN',
    names: ['firefox', 'firefox-esr'],
    mac: [['Firefox', 'firefox']],
    windows: ['Mozilla Firefox/firefox.exe'],
    packages: ['firefox-esr'],
  },
};
/** Path of the browser's program, `undefined` when there is none. */
export function findBrowser(target: Target): string | undefined {
  const { variable, names, mac, windows } = PLACES[target];
  const named = process.env[variable];
  if (named) return existsSync(named) ? named : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...mac.map(([application, program]) => `/Applications/${application}.app/Contents/MacOS/${program}`),
    ...programs.flatMap((folder) => (folder ? windows.map((path) => join(folder, path)) : [])),
  ].find((path) => existsSync(path));
}

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Ubuntu's `firefox-esr` and `chromium` are missing or wrappers for a snap; then the plain name is tried. */
function packagesOf(targets: readonly Target[]): string[] {
  const exists = (name: string) =>
    /Candidate: (?!\(none\))/.test(spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout ?? '');
  return targets.flatMap((target) => [...PLACES[target].packages, target].find(exists) ?? PLACES[target].packages);
}

/**
 * Installs packages of Debian and Ubuntu, as root on such a machine.
 * @returns whether it was tried
 */
export function installPackages(packages: () => readonly string[]): boolean {
  if (!mayInstall()) return false;
  const run = (...args: string[]) =>
    spawnSync('apt-get', ['-q', '-y', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  run('update');
  const names = packages();
  console.log(`apt-get install ${names.join(' ')}`);
  run('install', '--no-install-recommends', ...names);
  return true;
}

/** The one line that says how a missing browser comes here. */
export function howToInstall(targets: readonly Target[]): string {
  const variables = targets.map((target) => PLACES[target].variable).join(' and ');
  const command = {
    darwin: `brew install --cask ${targets.map((target) => (target === 'chromium' ? 'google-chrome' : target)).join(' ')}`,
    win32: `winget install ${targets.map((target) => (target === 'chromium' ? 'Google.Chrome' : 'Mozilla.Firefox')).join(' ')}`,
  }[process.platform as string];
  const packages = targets.flatMap((target) => PLACES[target].packages).join(' ');
  return `No ${targets.join(' and no ')} found. Install with: ${command ?? `sudo apt-get install ${packages}`} (or set ${variables}).`;
}

/**
 * Sees to it that the browsers are here, by installing them where that is possible.
 * @returns those that are still missing
 */
export function provide(targets: readonly Target[]): Target[] {
  const missing = () => targets.filter((target) => !findBrowser(target));
  const wanted = missing();
  if (wanted.length > 0 && installPackages(() => packagesOf(wanted)))
    console.log(`${wanted.join(' and ')} installed with apt-get`);
  return missing();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const missing = provide(TARGETS);
  for (const target of TARGETS) if (!missing.includes(target)) console.log(`${target}: ${findBrowser(target)}`);
  if (missing.length > 0) {
    console.error(howToInstall(missing));
    process.exitCode = 1;
  }
}
