/** Which of its states the popup is in. Pure: everything it needs to know comes in. */
import { recalled } from '../memory/recalled.ts';
import type { Recollection, Report } from '../messages.ts';
import type { Area } from '../settings/area.ts';
import type { Mode } from '../settings/schema.ts';
import type { Site } from '../settings/site.ts';

/** What a tab that did not answer turned out to hold. */
export type TabEntry =
  /** Nobody has looked. */
  | 'unknown'
  /** The browser lets no extension in. */
  | 'barred'
  /** A document that can be entered, and was not yet. */
  | 'open'
  /** A picture, a text file and the like. */
  | 'not-html';

/** What is known of the tab. */
export interface TabFacts {
  /** Address, settings and access are known; before that the others are guesses. */
  readonly known: boolean;
  /** `null` where the browser does not tell the address, and off the web. */
  readonly site: Site | null;
  /** What the switch is for: the path of the Site whose Mode is in force, else the Site. `null` like `site`. */
  readonly area: Area | null;
  /** Paths that the page lies under, shortest first, where the Site's Mode is a choice and they could be exceptions to it. */
  readonly paths: readonly Area[];
  /** The Mode at the page's address in the settings. */
  readonly mode: Mode;
  /** The reader lets the extension read pages. */
  readonly access: boolean;
  /** An answer may still come: the tab is loading, or the popup waits for one. */
  readonly waiting: boolean;
  /** The reader has not waited for long: what has come of a page that goes on loading is not told yet. */
  readonly patient: boolean;
  readonly report: Report | null;
  readonly entry: TabEntry;
}

export type ArticleReport = Report & { readonly article: NonNullable<Report['article']> };

/** Why there is nothing to show, in the words of the messages `popup_…`. */
export type EmptyReason = 'loading' | 'no-article' | 'too-large' | 'off' | 'no-access' | 'barred' | 'unreachable';

export type PopupState = { readonly is: 'article'; readonly report: ArticleReport } | { readonly is: EmptyReason };

const hasArticle = (report: Report): report is ArticleReport => report.article !== null;

/** The first that holds counts. */
const EMPTY_REASONS: readonly (readonly [EmptyReason, (facts: TabFacts) => boolean])[] = [
  ['loading', ({ known }) => !known],
  ['too-large', ({ report }) => report?.tooLarge === true],
  ['loading', ({ report, patient, waiting }) => report?.loading === true && (patient || !waiting)],
  ['no-article', ({ report }) => report !== null],
  ['no-access', ({ access }) => !access],
  ['barred', ({ site, entry }) => site === null || entry === 'barred'],
  ['off', ({ mode }) => mode === 'off'],
  ['loading', ({ waiting }) => waiting],
  ['no-article', ({ entry }) => entry === 'not-html'],
  ['unreachable', () => true],
];

export function stateOf(facts: TabFacts): PopupState {
  const { report } = facts;
  if (report && hasArticle(report)) return { is: 'article', report };
  return { is: EMPTY_REASONS.find(([, holds]) => holds(facts))?.[0] ?? 'unreachable' };
}

/** The same state, with what the reader met before among the Signals. */
export function withMemory(
  state: PopupState,
  { recollection }: { readonly recollection: Recollection | null },
): PopupState {
  if (state.is !== 'article' || !recollection) return state;
  const { report } = state;
  return { ...state, report: { ...report, verdict: recalled(report, recollection.matches) } };
}
