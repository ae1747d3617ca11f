/** On a Site in Mode `original`: whether the tab is to go to the original, and where that is. */
import { read } from '../engine/dom.ts';
import { withoutTracking } from '../engine/repost/tracking.ts';
import { send } from './api.ts';
import type { Cleaner } from './cleaner.ts';
import type { RunningScript } from './running.ts';

/** What the browser knows of how the reader came, and of what they have done since. */
export interface ReadersVisit {
  /** How the document was loaded, and from where. */
  readonly navigation: Pick<PerformanceNavigationTiming, 'type' | 'name'> | undefined;
  /** The reader has pressed something in the page. */
  readonly hasPressed: boolean;
}

function visit(): ReadersVisit {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return { navigation, hasPressed: navigator.userActivation?.hasBeenActive ?? false };
}

const pageOf = (address: string): string => Object.assign(withoutTracking(new URL(address)), { hash: '' }).href;

/**
 * The address to go to. `null` where the tab is to stay: always when the reader came by Back or loaded the page again,
 * has begun to use it, or is elsewhere in the same document by now; and when anything about the original is a guess.
 */
export function addressToGoTo(
  { hasScrolled, beganInMode }: Pick<RunningScript, 'hasScrolled' | 'beganInMode'>,
  cleaner: Pick<Cleaner, 'settings' | 'standing' | 'analysis'>,
  address: string,
  { navigation, hasPressed }: ReadersVisit,
): string | null {
  if (beganInMode !== 'original' || cleaner.settings.mode !== 'original' || cleaner.standing.loading) return null;
  if (navigation?.type !== 'navigate' || hasPressed || hasScrolled) return null;
  if (pageOf(navigation.name) !== pageOf(address)) return null;
  const { verdict, original } = cleaner.analysis ?? {};
  if (verdict?.kind !== 'repost' || !original?.isCertain || original.url === null) return null;
  return withoutTracking(new URL(original.url)).href;
}

/** @returns what is called whenever more is known of the page; it asks the background once */
export function goerToOriginal(script: RunningScript, cleaner: Cleaner): () => void {
  let hasAsked = script.beganInMode !== 'original';
  return () => {
    if (hasAsked) return;
    const url = addressToGoTo(script, cleaner, read(document, 'URL'), visit());
    if (url === null) return;
    hasAsked = true;
    void send({ type: 'go-to-original', url });
  };
}
