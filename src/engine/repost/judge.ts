import type { Article, Metadata, Original, Page, Signal, Told, Verdict, VerdictKind } from '../types.ts';
import { type Odds, oddsOf } from './odds.ts';
import { originalOf } from './original.ts';
import { LIKELY, STARTS, SURE, WEIGHS } from './printed.ts';
import type { Naming, Sighting } from './rule.ts';
import { makeScene } from './scene.ts';
import { RULES } from './signals/index.ts';

/** Whether the article is a repost, why, and where it came from. Yields between Signals. */
export function* judging(
  page: Page,
  metadata: Metadata,
  article: Article | null,
  told?: Told | undefined,
): Generator<undefined, { verdict: Verdict; original: Original | null }> {
  if (!article) return { verdict: { kind: 'not-article', confidence: NO_ARTICLE, signals: [] }, original: null };
  const { sightings, named } = yield* looking(page, metadata, article);
  const signals = [...sightings].map(([id, sighting]) => signal(id, sighting));
  const odds = oddsOf(signals, STARTS.repost, STARTS.syndicated);
  const found = decide(odds);
  const decided = told?.decided(found) ?? found;
  const original = decided.kind === 'none' ? null : originalOf(named, decided.kind);
  return { verdict: { ...decided, signals }, original: told ? told.original(original) : original };
}

/** How sure the engine is of a page's not being an article. */
const NO_ARTICLE = 0.9;
const LONGEST_QUOTE = 200;

/** What every Signal sees on the page, in the order of the list, and whom it names. */
export function* looking(
  page: Page,
  metadata: Metadata,
  article: Article,
): Generator<undefined, { sightings: Map<string, Sighting>; named: (Naming & { readonly id: string })[] }> {
  const scene = makeScene(page, metadata, article);
  const sightings = new Map<string, Sighting>();
  const named: (Naming & { readonly id: string })[] = [];
  for (const { id, find } of RULES) {
    const seen = find(scene, named);
    yield;
    if (!seen) continue;
    sightings.set(id, seen);
    if (seen.names) named.push({ id, ...seen.names });
  }
  return { sightings, named };
}

function signal(id: string, { quote, node }: Sighting): Signal {
  const place = RULES.findIndex((rule) => rule.id === id);
  return {
    id,
    quote: quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE - 1)}…` : quote,
    node: node ?? null,
    weight: WEIGHS[place] ?? 0,
    direction: RULES[place]?.direction ?? 'repost',
  };
}

/** The Verdict for probabilities. Hiding is for `repost` alone, so it takes more than being the likeliest. */
export function decide({ repost, syndicated, none }: Odds): { kind: VerdictKind; confidence: number } {
  if (repost >= SURE) return { kind: 'repost', confidence: repost };
  if (repost >= LIKELY) return { kind: 'likely-repost', confidence: repost };
  if (syndicated > none) return { kind: 'syndicated', confidence: syndicated };
  return { kind: 'none', confidence: none };
}
