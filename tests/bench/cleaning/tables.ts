import type { Target } from '../../../scripts/paths.ts';
import type { Cleaned } from '../cleaning.ts';
import type { Table } from '../table.ts';

const isRepost = ({ page }: Cleaned) => page.verdictExpected === 'repost';
const isClean = ({ pieces }: Cleaned) => pieces.every(({ seen }) => !seen);
const isWhole = ({ lost }: Cleaned) => lost.length === 0;

const share = (part: number, all: number) => (all === 0 ? '–' : `${part}/${all}`);
const shareOf = <T>(all: readonly T[], is: (one: T) => boolean) => share(all.filter(is).length, all.length);

/** The figures of all pages in all browsers. */
export function cleaningTables(all: readonly Cleaned[], browsers: readonly Target[]): Table[] {
  const reposts = all.filter(isRepost);
  return [
    total(all, browsers),
    byKind(reposts, browsers),
    ...(['lang', 'theme', 'template'] as const).map((what) => byPage(what, reposts, browsers)),
    column(reposts.filter(({ page }) => /^(?:seed|wpauto)/.test(page.template))),
    misses(all),
  ];
}

function total(all: readonly Cleaned[], browsers: readonly Target[]): Table {
  const rows: readonly (readonly [string, (of: readonly Cleaned[]) => string | number])[] = [
    [
      'pieces gone of reposts',
      (of) =>
        shareOf(
          of.filter(isRepost).flatMap(({ pieces }) => pieces),
          ({ seen }) => !seen,
        ),
    ],
    ['reposts clean and whole', (of) => shareOf(of.filter(isRepost), (one) => isClean(one) && isWhole(one))],
    ['reposts from which something is lost', (of) => shareOf(of.filter(isRepost), (one) => !isWhole(one))],
    [
      'other pages on which more than ad tokens went',
      (of) =>
        shareOf(
          of.filter((one) => !isRepost(one)),
          (one) => !isWhole(one),
        ),
    ],
    [
      'originals right',
      (of) =>
        shareOf(
          of.filter((one) => isRepost(one) && one.page.originalUrl),
          ({ page, report }) => report.original?.url === page.originalUrl,
        ),
    ],
  ];
  return {
    title: 'Cleaning: labelled pages by what is visible',
    columns: ['', ...browsers],
    rows: rows.map(([name, figure]) => [
      name,
      ...browsers.map((target) => figure(all.filter((one) => one.target === target))),
    ]),
    notes: [
      'Pages with their styles and without their scripts, at their own addresses, each opened without the extension and with it. Gone: neither the element nor anything in it takes up room. Lost: seen without the extension and not with it, of the headline, the article, its captions, the page’s navigation and furniture.',
    ],
  };
}

function byKind(reposts: readonly Cleaned[], browsers: readonly Target[]): Table {
  const pieces = reposts.flatMap((one) =>
    one.pieces.map(({ piece, seen }) => ({ kind: piece.kind, seen, target: one.target })),
  );
  return {
    title: 'Pieces gone, by kind',
    columns: ['kind', ...browsers],
    rows: groups(pieces, ({ kind }) => kind).map(([kind, of]) => [
      kind,
      ...browsers.map((target) =>
        shareOf(
          of.filter((one) => one.target === target),
          ({ seen }) => !seen,
        ),
      ),
    ]),
  };
}

function byPage(what: 'lang' | 'theme' | 'template', reposts: readonly Cleaned[], browsers: readonly Target[]): Table {
  return {
    title: `Reposts by ${what}`,
    columns: [what, ...browsers.flatMap((target) => [`${target}: pieces gone`, 'clean and whole'])],
    rows: groups(reposts, ({ page }) => page[what]).map(([name, of]) => [
      name,
      ...browsers.flatMap((target) => {
        const here = of.filter((one) => one.target === target);
        return [
          shareOf(
            here.flatMap(({ pieces }) => pieces),
            ({ seen }) => !seen,
          ),
          shareOf(here, (one) => isClean(one) && isWhole(one)),
        ];
      }),
    ]),
  };
}

/** No empty gaps where something stood. */
function column(reposts: readonly Cleaned[]): Table {
  return {
    title: 'Tallest empty stretch in the column of the article, px',
    columns: ['page', 'browser', 'without us', 'cleaned'],
    rows: reposts.map(({ page, target, gap }) => [`${page.id} (${page.template})`, target, gap.before, gap.after]),
  };
}

function misses(all: readonly Cleaned[]): Table {
  return {
    title: 'What is still seen, and what went that should not have',
    columns: ['page', 'browser', 'what', 'kind', 'text'],
    rows: all.flatMap((one) => {
      const row = (what: string, kind: string, text: string) => [
        one.page.id,
        one.target,
        what,
        kind,
        text.replaceAll('|', '¦').slice(0, 60),
      ];
      const { kind } = one.report.verdict;
      return [
        ...(isRepost(one) && one.report.cleaning !== 'cleaned' ? [row('not cleaned', kind, '')] : []),
        ...one.lost.map((gone) => row('lost', gone.kind, gone.text)),
        ...(isRepost(one)
          ? one.pieces.filter(({ seen }) => seen).map(({ piece }) => row('seen', piece.kind, piece.text))
          : []),
        ...one.further.map((gone) => row('went too', gone.kind, gone.text)),
      ];
    }),
  };
}

function groups<T>(all: readonly T[], of: (one: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(of(one), [...(found.get(of(one)) ?? []), one]);
  return [...found].sort(([a], [b]) => a.localeCompare(b));
}
