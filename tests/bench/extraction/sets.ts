/** Sets of articles with ground truth, as they lie in `../shared`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../../../scripts/paths.ts';
import type { BenchPage } from '../pages.ts';

/** A folder of pages, and what its truth is like. */
export interface ArticleSet {
  readonly name: string;
  readonly truth: string;
  readonly pages: string;
  /** The truth counts the standfirst in. */
  readonly withStandfirst: boolean;
}

const news = (name: string): ArticleSet => ({
  name,
  truth: `news/${name}/truth.json`,
  pages: `news/${name}/pages`,
  withStandfirst: true,
});
export const ARTICLE_SETS: readonly ArticleSet[] = [
  { name: 'extraction', truth: 'extraction/ground-truth.json', pages: 'extraction/dev', withStandfirst: false },
  ...['fundus-dev', 'wcxb-dev', 'trafilatura-dev', 'newspaper4k'].map(news),
];

/** Those that are there, or of these the ones with some names. */
export const setsAt = (shared: string, names: readonly string[] = []): ArticleSet[] =>
  ARTICLE_SETS.filter(
    ({ name, truth }) => (names.length === 0 || names.includes(name)) && existsSync(join(shared, truth)),
  );

/** What is known of an article beside its text; `null` or nobody where it is not known. */
export interface KnownDetails {
  readonly headline: string | null;
  readonly authors: readonly string[];
  /** ISO 8601. */
  readonly date: string | null;
  /** BCP 47. */
  readonly language: string | null;
}

/** A page with what is known of its article. `truth` is empty where only snippets of the text are known. */
export interface KnownPage extends BenchPage {
  readonly set: ArticleSet;
  readonly details: KnownDetails;
  /** Snippets that must be in the text, and that must not. */
  readonly snippets: { readonly there: readonly string[]; readonly notThere: readonly string[] } | null;
}

interface Entry extends Partial<KnownDetails> {
  readonly url?: string;
  readonly articleBody?: string;
  readonly type?: string;
  readonly lang?: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

/**
 * The articles of a set; pages of other types are left out.
 * @param shared the folder with `extraction` and `news`
 * @throws where it is not there
 */
export function readSet(set: ArticleSet, shared: string): KnownPage[] {
  const file = join(shared, set.truth);
  if (!existsSync(file)) throw new Error(`no ${file}`);
  const entries: [string, Entry][] = Object.entries(JSON.parse(readFileSync(file, 'utf8')));
  return entries.flatMap(([id, entry]) => {
    const { url, articleBody = '', type = 'article', with: there = [], without: notThere = [] } = entry;
    const page = join(shared, set.pages, `${id}.html.gz`);
    if (!/^(?:article|news)$/.test(type) || !existsSync(page)) return [];
    return [
      {
        id,
        // Some are no address, and some are missing.
        url: url?.includes(':') ? url : `https://${url ?? `${id}.invalid/page`}`,
        html: gunzipSync(readFileSync(page)),
        truth: articleBody,
        set,
        details: {
          headline: entry.headline ?? null,
          authors: entry.authors ?? [],
          date: entry.date ?? null,
          language: entry.language ?? entry.lang ?? null,
        },
        snippets: articleBody === '' ? { there, notThere } : null,
      },
    ];
  });
}

const FIXTURES = join(ROOT, 'tests/fixtures');

/** The pages of our own that tests read the article of, without truth. */
export const readFixtures = (): BenchPage[] =>
  ['article', 'repost', 'clutter', 'copies'].flatMap((folder) =>
    readdirSync(join(FIXTURES, folder))
      .filter((name) => name.endsWith('.html'))
      .map((name) => {
        const id = `${folder}/${basename(name, '.html')}`;
        const stated = join(FIXTURES, `${id}.json`);
        const { url } = existsSync(stated) ? JSON.parse(readFileSync(stated, 'utf8')) : {};
        return {
          id,
          url: url ?? 'https://fixture.example/some/page',
          html: readFileSync(join(FIXTURES, folder, name)),
          truth: '',
        };
      }),
  );
