/** Reads and changes the stored corrections, as lines. Those of private windows last only as long as the windows. */
import browser from 'webextension-polyfill';
import { LINES } from './schema.ts';
import { load, update } from './store.ts';

/** In the session's storage, which never reaches a disk. */
export const PRIVATE_RULES = 'privateRules';

const MAX_RULES = LINES.rules?.most ?? 0;

/** Corrections of private windows alone. */
export async function privateRules(): Promise<readonly string[]> {
  const stored = (await browser.storage.session.get(PRIVATE_RULES))[PRIVATE_RULES];
  return Array.isArray(stored) ? stored.filter((line) => typeof line === 'string') : [];
}

/** Everything that holds in a private window, or in others. In a private window its own come last. */
export async function rulesIn(isPrivate: boolean): Promise<readonly string[]> {
  const { rules } = (await load()).settings;
  return isPrivate ? [...rules, ...(await privateRules())] : rules;
}

/**
 * Changes the corrections, those of private windows or the others.
 * @throws where there are too many, or the browser cannot write
 */
export async function changeRules(
  isPrivate: boolean,
  change: (lines: readonly string[]) => readonly string[],
): Promise<void> {
  const changed = (lines: readonly string[]) => {
    const next = change(lines);
    if (next.length > MAX_RULES) throw new Error('too many corrections');
    return next;
  };
  if (!isPrivate) await update((settings) => ({ ...settings, rules: changed(settings.rules) }));
  else
    await navigator.locks.request('private-rules', async () =>
      browser.storage.session.set({ [PRIVATE_RULES]: changed(await privateRules()) }),
    );
}

/** After the last private window. */
export const forgetPrivateRules = (): Promise<void> => browser.storage.session.remove(PRIVATE_RULES);
