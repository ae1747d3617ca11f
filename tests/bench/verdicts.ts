import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inUse, oddsFor } from '../../scripts/fit/fit.ts';
import { type Labelled, PUBLISHER, readCorpus, readPublishers } from '../../scripts/fit/labelled.ts';
import { articlesOf, type Judged, judgedBy, leavingOut, logLoss, reliability } from '../../scripts/fit/score.ts';
import { ROOT } from '../../scripts/paths.ts';
import { LIKELY, SURE } from '../../src/engine/repost/weights.ts';
import type { Bench } from './bench.ts';
import { sum, type Table } from './table.ts';

const CORPUS = join(ROOT, '../shared/corpus/dev');
const KINDS = ['repost', 'likely-repost', 'syndicated', 'none', 'not-article'] as const;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** Verdicts on pages whose origin is known, how far they can be trusted, and whether the original is right. */
export const verdicts: Bench = {
  name: 'verdicts',
  async run({ pages: publishers }) {
    if (!existsSync(CORPUS)) throw new Error(`no labelled pages in ${CORPUS}`);
    const pages = [...readCorpus(CORPUS), ...readPublishers(publishers)];
    const model = inUse();
    const now = judgedBy(articlesOf(pages), ({ signals }) => oddsFor(signals, model));
    const ways: readonly (readonly [string, readonly Judged[]])[] = [
      ['weights in use', now],
      ['without its template', leavingOut(pages, 'template')],
      ['without its language', leavingOut(pages, 'language')],
    ];
    return [verdictTable(pages, ways), glances(pages), calibration(ways), originals(pages, now), speed(pages)];
  },
};

function verdictTable(pages: readonly Labelled[], ways: readonly (readonly [string, readonly Judged[]])[]): Table {
  const rows = ways.flatMap(([way, judged]) =>
    ['repost', 'syndicated', 'none', 'not-article', PUBLISHER].map((was) => {
      const all = pages.filter(
        (page) => !page.ambiguous && (page.template === PUBLISHER ? PUBLISHER : page.label) === was,
      );
      const kinds = all.map((page) => judged.find((one) => one.page === page)?.kind ?? verdictWithout(page));
      return [way, was, all.length, ...KINDS.map((kind) => kinds.filter((one) => one === kind).length)];
    }),
  );
  return {
    title: 'Verdicts by what the pages are labelled',
    columns: ['weights', 'labelled', 'pages', ...KINDS],
    rows,
    notes: [
      'Ambiguous pages are left out. Publishers: real pages of publishers, some of them wire stories; none may be a repost. Without its template or language: each page judged by weights that were fitted to the others.',
      'Pages labelled not-article on which an article was found are judged like articles with the weights in use.',
    ],
  };
}

/** Pages that are looked at in a browser, and those that a glance lets off. */
function glances(pages: readonly Labelled[]): Table {
  const rows = ['repost', 'syndicated', 'none', 'not-article', PUBLISHER].map((was) => {
    const all = pages.filter(({ template, label }) => (template === PUBLISHER ? PUBLISHER : label) === was);
    return [was, all.length, all.filter(({ lookedAt }) => lookedAt).length];
  });
  return {
    title: 'Pages that are looked at after a glance',
    columns: ['labelled', 'pages', 'looked at'],
    rows,
    notes: ['The others are not looked at before somebody asks about them.'],
  };
}

/** For pages that no model is asked about: no article was found, or the label says that there is none. */
function verdictWithout({ signals }: Labelled) {
  return signals
    ? judgedBy(articlesOf([{ ...NONE, signals }]), () => oddsFor(signals, inUse()))[0]?.kind
    : 'not-article';
}

const NONE: Labelled = {
  id: '',
  label: 'none',
  template: '',
  language: '',
  ambiguous: false,
  originalUrl: null,
  signals: null,
  original: null,
  lookedAt: true,
  blocks: 0,
  verdict: 0,
};

function calibration(ways: readonly (readonly [string, readonly Judged[]])[]): Table {
  return {
    title: 'How far the probability of a repost can be trusted',
    columns: ['weights', 'log loss', 'probability', 'pages', 'said', 'were reposts'],
    rows: ways.flatMap(([way, judged]) =>
      reliability(judged).map(({ from, to, pages, said, were }) => [
        way,
        logLoss(judged).toFixed(3),
        `${from}–${to}`,
        pages,
        percent(said),
        percent(were),
      ]),
    ),
    notes: [
      `likely-repost from ${LIKELY}, repost from ${SURE}. Log loss in nats; guessing the share of reposts gives about 0.6.`,
    ],
  };
}

function originals(pages: readonly Labelled[], judged: readonly Judged[]): Table {
  const given = pages.filter(({ label, originalUrl }) => label === 'repost' && originalUrl);
  const said = given.map((page) => {
    const kind = judged.find((one) => one.page === page)?.kind;
    return kind === 'repost' || kind === 'likely-repost' ? (page.original?.url ?? null) : null;
  });
  const exact = said.filter((url, i) => url === given[i]?.originalUrl).length;
  const missing = said.filter((url) => url === null).length;
  return {
    title: 'The original of reposts that give one',
    columns: ['pages', 'exact', 'missing', 'wrong', 'share exact'],
    rows: [[given.length, exact, missing, given.length - exact - missing, percent(exact / given.length)]],
  };
}

function speed(pages: readonly Labelled[]): Table {
  const articles = pages.filter(({ signals }) => signals);
  const [blocks, verdict] = [sum(articles.map((page) => page.blocks)), sum(articles.map((page) => page.verdict))];
  return {
    title: 'Time of Signals and Verdict beside the block pass',
    columns: ['pages', 'blocks ms', 'verdict ms', 'verdict / blocks'],
    rows: [[articles.length, blocks.toFixed(0), verdict.toFixed(0), (verdict / blocks).toFixed(2)]],
    notes: ['First call on each page, in jsdom, where a DOM is slow; the table of stages has real Chromium.'],
  };
}
