import type {
  Article,
  Decision,
  Metadata,
  Original,
  Page,
  Signal,
  UserOverride,
  Verdict,
  VerdictKind,
} from '../types.ts';
import { type Odds, oddsOf } from './odds.ts';
import { originalOf } from './original.ts';
import { makeSignalContext } from './signal-context.ts';
import { SIGNAL_RULES } from './signals/index.ts';
import type { Evidence, SignalNaming, SignalRule } from './types.ts';
import { MIN_LIKELY_REPOST, MIN_REPOST, START, WEIGHTS } from './weights.ts';

/** Whether the article is a repost, why, and where it came from. Yields between Signals. */
export function* judgeSteps(
  page: Page,
  metadata: Metadata,
  article: Article | null,
  userOverride?: UserOverride | undefined,
): Generator<undefined, { verdict: Verdict; original: Original | null }> {
  if (!article) {
    const verdict: Verdict = { kind: 'not-article', confidence: NOT_ARTICLE_CONFIDENCE, signals: [] };
    return { verdict, original: null };
  }
  const { evidence, named } = yield* collectEvidenceSteps(page, metadata, article);
  const signals = [...evidence].map(([rule, seen]) => signalOf(rule, seen));
  const likeliest = decide(oddsOf(signals, START.repost.fitted, START.syndicated.fitted));
  const isOffered = likeliest.kind === 'repost' && isDocumentOfOther(signals);
  const found: Decision = isOffered ? { ...likeliest, kind: 'likely-repost' } : likeliest;
  const decided = userOverride?.decided(found) ?? found;
  const original = decided.kind === 'none' ? null : originalOf(named, decided.kind);
  return { verdict: { ...decided, signals }, original: userOverride ? userOverride.original(original) : original };
}

/** How sure the engine is that a page is not an article. */
const NOT_ARTICLE_CONFIDENCE = 0.9;
const MAX_QUOTE_CHARS = 200;

/** What every Signal finds on the page, in the order of the list, and where they say the article came from. */
export function* collectEvidenceSteps(
  page: Page,
  metadata: Metadata,
  article: Article,
): Generator<undefined, { evidence: Map<SignalRule, Evidence>; named: SignalNaming[] }> {
  const context = makeSignalContext(page, metadata, article);
  const evidence = new Map<SignalRule, Evidence>();
  const named: SignalNaming[] = [];
  for (const rule of SIGNAL_RULES) {
    const found = rule.find(context, named);
    yield;
    if (!found) continue;
    evidence.set(rule, found);
    if (found.names) named.push({ id: rule.id, ...found.names });
  }
  return withoutCredits(evidence, named);
}

/** Whoever leaves a copying tool's token has no contract: credits were copied along. Fixture: repost/token-and-agency */
function withoutCredits(evidence: Map<SignalRule, Evidence>, named: SignalNaming[]) {
  const rules = [...evidence.keys()];
  if (!rules.some(({ id }) => id === 'template-token')) return { evidence, named };
  const credits = rules.filter(({ direction }) => direction === 'syndicated');
  for (const rule of credits) evidence.delete(rule);
  return { evidence, named: named.filter(({ id }) => !credits.some((rule) => rule.id === id)) };
}

const signalOf = ({ id, direction = 'repost' }: SignalRule, { quote, node }: Evidence): Signal => ({
  id,
  quote: quote.length > MAX_QUOTE_CHARS ? `${quote.slice(0, MAX_QUOTE_CHARS - 1)}…` : quote,
  node: node ?? null,
  weight: WEIGHTS[id].fitted,
  direction,
});

/** What a document states of itself, and a link of it that agrees. */
const STATED: ReadonlySet<string> = new Set([
  'canonical-elsewhere',
  'address-elsewhere',
  'publisher-elsewhere',
  'same-address',
]);
/** What agrees with that on a publisher's own document. */
const AGREES: ReadonlySet<string> = new Set(['links-elsewhere', 'pictures-elsewhere', 'pictures-of-original']);

/**
 * All that speaks for a repost is that the document states to be another site's: it may be that site's, at an address
 * that does not show it. Fixtures: repost/canonical-with-headline, repost/whole-document
 */
function isDocumentOfOther(signals: readonly Signal[]): boolean {
  const forRepost = signals.filter(({ direction }) => direction === 'repost');
  const stated = forRepost.filter(({ id }) => STATED.has(id));
  const isStatedTwice = stated.filter(({ id }) => id !== 'same-address').length > 1;
  return stated.length > 0 && forRepost.every(({ id }) => STATED.has(id) || (isStatedTwice && AGREES.has(id)));
}

/** The Verdict for probabilities. Only a `repost` is cleaned, so it takes more than being the likeliest. */
export function decide({ repost, syndicated, none }: Odds): { kind: VerdictKind; confidence: number } {
  if (repost >= MIN_REPOST) return { kind: 'repost', confidence: repost };
  if (repost >= MIN_LIKELY_REPOST) return { kind: 'likely-repost', confidence: repost };
  if (syndicated > none) return { kind: 'syndicated', confidence: syndicated };
  return { kind: 'none', confidence: none };
}
