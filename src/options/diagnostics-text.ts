import type { KeptError } from '../settings/errors.ts';
import type { Settings } from '../settings/schema.ts';

export interface Diagnosis {
  readonly version: string;
  /** Name and version. */
  readonly browser: string;
  /** Operating system and processor. */
  readonly platform: string;
  readonly settings: Settings;
  /** Content scripts that are registered with the browser. */
  readonly registered: number;
  /** What was measured on this page, in milliseconds. */
  readonly timings: Readonly<Record<string, number>>;
  readonly errors: readonly KeptError[];
}

/** `a 1, b 2` */
const pairs = (record: Readonly<Record<string, unknown>>) =>
  Object.entries(record)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ') || 'none';

function countByMode({ sites }: Settings): string {
  const counts: Record<string, number> = {};
  for (const mode of Object.values(sites)) counts[mode] = (counts[mode] ?? 0) + 1;
  return pairs(counts);
}

const plain = (value: unknown) => String(value);

/** How each setting is told: those that may name a host by their number or their presence, the others as they are. */
const TOLD: { readonly [Key in keyof Settings]: (value: Settings[Key], settings: Settings) => string } = {
  version: plain,
  defaultMode: plain,
  sites: (_, settings) => countByMode(settings),
  kinds: pairs,
  badge: plain,
  notice: plain,
  look: plain,
  textSize: plain,
  pictures: plain,
  search: (search) => (search === null ? "the browser's" : "the reader's own"),
  adTokensAnywhere: plain,
  templates: plain,
  // Their texts may name anything.
  ownTemplates: (own) => Object.keys(own).join(', ') || 'none',
  rules: ({ length }) => plain(length),
  count: plain,
  sync: plain,
  syncRules: plain,
  remember: plain,
  rememberMost: plain,
};

const tell = <Key extends keyof Settings>(key: Key, settings: Settings) => TOLD[key](settings[key], settings);

const errorLine = ({ time, where, message }: KeptError) => `  ${new Date(time).toISOString()} ${where}: ${message}`;

/** The text that a reader can send to those who mend faults: nothing in it names a Site or a page. */
export function diagnosticsText({ settings, errors, timings, registered, ...about }: Diagnosis): string {
  const lines = [
    `Clean Copy ${about.version}`,
    about.browser,
    about.platform,
    'Settings',
    ...(Object.keys(TOLD) as (keyof Settings)[]).map((key) => `  ${key}: ${tell(key, settings)}`),
    `Registered content scripts: ${registered}`,
    'Timings',
    ...Object.entries(timings).map(([name, ms]) => `  ${name}: ${ms.toFixed(0)} ms`),
    `Errors: ${errors.length || 'none'}`,
    ...errors.map(errorLine),
  ];
  return `${lines.join('\n')}\n`;
}
