/** What can go wrong with the calls to a browser. */
import type { FakeBrowser } from '../fake-browser.ts';

export type Fault =
  /** It is refused. */
  | 'fails'
  /** There is no room. Only writing says that. */
  | 'full'
  /** It takes {@link SLOW}. */
  | 'slow'
  /** What comes back is rubbish; in storage it stays rubbish. */
  | 'rubbish'
  /** It is never answered, and does nothing. */
  | 'lost'
  /** It is done twice. */
  | 'twice';

type Area = 'local' | 'session' | 'sync';
export type Seam = `${Area}.${'get' | 'set'}` | 'changed' | 'tell' | 'inject' | 'register';

/** Milliseconds. */
const SLOW = 20_000;

const storageCalls = (area: Area, ...calls: string[]) => calls.map((call) => `storage.${area}.${call}`);

/** The calls that go through each seam. */
const CALLS: Readonly<Record<Seam, readonly string[]>> = {
  'local.get': storageCalls('local', 'get'),
  'local.set': storageCalls('local', 'set', 'remove'),
  'session.get': storageCalls('session', 'get'),
  'session.set': storageCalls('session', 'set', 'remove'),
  'sync.get': storageCalls('sync', 'get'),
  'sync.set': storageCalls('sync', 'set', 'remove'),
  changed: ['storage.onChanged'],
  tell: ['tabs.sendMessage'],
  inject: ['scripting.executeScript'],
  register: ['register', 'update', 'unregister'].map((verb) => `scripting.${verb}ContentScripts`),
};

const RUBBISH: unknown = { type: 7, pieces: 'none', cleaning: [] };

/** Rubbish beside what the tests look at, as no version of ours would write it. */
const SPOILT: Readonly<Record<Area, object>> = {
  local: { kinds: 7, look: ['pink'], counts: 'many', errors: { 0: 1 }, synced: [null], repostsBeforeAsking: {} },
  session: { applied: { sites: 3, rules: 'x' }, privateRules: [7, null], 'sync-status': 9 },
  sync: { 'log.abcdefgh.0': 'no base64 at all', 'log.abcdefgh.1': 5 },
};

async function goingWrong(kind: Fault, seam: Seam, act: () => unknown): Promise<unknown> {
  switch (kind) {
    case 'fails':
      throw new Error('An unexpected error occurred');
    case 'full':
      throw new Error('Resource::kQuotaBytes quota exceeded');
    case 'slow':
      await new Promise((done) => setTimeout(done, SLOW));
      return act();
    case 'rubbish':
      return seam === 'tell' ? RUBBISH : act();
    case 'lost':
      return new Promise(() => {});
    case 'twice':
      act();
      return act();
  }
}

/** From now on the calls through a seam go wrong, until `null` lifts it. */
export function goWrong(browser: FakeBrowser, fault: { readonly seam: Seam; readonly kind: Fault } | null): void {
  browser.intercept = (name, act) =>
    fault && CALLS[fault.seam].includes(name) ? goingWrong(fault.kind, fault.seam, act) : act();
  const [area] = (fault?.seam.split('.') ?? []) as [Area?];
  if (fault?.kind === 'rubbish' && area && area in browser.stored) Object.assign(browser.stored[area], SPOILT[area]);
}
