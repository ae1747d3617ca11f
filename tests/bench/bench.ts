import type { Target } from '../../scripts/paths.ts';
import type { Table } from './table.ts';

/** What the command line says. */
export interface BenchOptions {
  /** `--pages`: a folder with `dev/*.html.gz` and `ground-truth.json`. */
  readonly pages: string;
  /** `--most`: only so many pages, events that texts are made up about, or articles, for a quick look. */
  readonly most: number;
  /** `--beside NAME=DIR`, any number of times: built extensions of others that are measured in the same run. */
  readonly beside: readonly (readonly [name: string, folder: string])[];
  /** `--set NAME`, any number of times: only these sets of pages, where a benchmark has several. */
  readonly sets: readonly string[];
  /** `--without RULE`, any number of times: what each rule of the article stage adds; `all` for every one. */
  readonly without: readonly string[];
  /** `--disagree`: where the likelihood of Blocks and a rule disagree. */
  readonly disagree: boolean;
  /** `--browser`: one of them only, where a benchmark runs in both. */
  readonly browsers: readonly Target[];
  /** `--only KIND`, any number of times: cases of these kinds alone. */
  readonly only: readonly string[];
}

/** One benchmark: a file beside this one, and a line in the list in main.ts. */
export interface Bench {
  /** `npm run bench -- NAME` runs it alone. */
  readonly name: string;
  readonly run: (options: BenchOptions) => Promise<Table[]>;
}
