/** The sets of labelled pages, and the figures that are taken of each. All of them are the better the higher they are. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FURNITURE } from '../../../src/engine/types.ts';
import { type PageScore, scoreAll, scorePage } from '../extraction/metric.ts';
import type { AnalysisRecord, PageFile } from './records.ts';

/** By name: a share between 0 and 1, or a count. */
export type Figures = Readonly<Record<string, number>>;

export interface LabelledSet {
  readonly name: string;
  /** The pages of the set, and what to make of what is said of them. `null` where the set is not there. */
  readonly open: (shared: string) => OpenSet | null;
}

interface OpenSet {
  readonly pages: readonly PageFile[];
  readonly figures: (recordOf: (page: PageFile) => AnalysisRecord) => Figures;
}

/** Counts of what is right. */
class Tally {
  readonly #counts = new Map<string, [right: number, all: number]>();
  add(name: string, isRight: boolean): void {
    const [right, all] = this.#counts.get(name) ?? [0, 0];
    this.#counts.set(name, [right + Number(isRight), all + 1]);
  }
  figures(): Figures {
    return Object.fromEntries([...this.#counts].map(([name, [right, all]]) => [name, right / all]));
  }
}

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const isAccused = ({ verdict }: AnalysisRecord) => verdict.kind === 'repost' || verdict.kind === 'likely-repost';

interface Place {
  readonly selector: string;
  readonly text: string;
}
interface CorpusTruth {
  readonly file: string;
  readonly url: string;
  readonly verdictExpected: 'repost' | 'syndicated' | 'original' | 'not-article';
  readonly ambiguous: boolean;
  readonly originalUrl: string | null;
  readonly articleBlocks: readonly Place[];
  readonly clutter: readonly (Place & { readonly kind: string; readonly whole: boolean })[];
  readonly credits: readonly Place[];
  readonly protected: readonly Place[];
}

const covers = (found: string, selector: string) => selector === found || selector.startsWith(`${found} > `);

/** What was found at this element or around it, where it goes in the Mode `always`. */
const found = ({ clutter }: AnalysisRecord, selector: string) =>
  clutter.filter(
    (piece) =>
      !FURNITURE.some((kind) => kind === piece.kind) &&
      piece.selector.split(', ').some((place) => covers(place, selector)),
  );

const withoutBlanks = (text: string) => text.replace(/\s+/g, '');

/** A piece takes this text of this element away. */
const takes = (record: AnalysisRecord, { selector, text }: Place): boolean =>
  found(record, selector).some((piece) => withoutBlanks(piece.text).includes(withoutBlanks(text)));

const corpus: LabelledSet = {
  name: 'verdicts and cleaning',
  open(shared) {
    const folder = join(shared, 'corpus/dev');
    if (!existsSync(folder)) return null;
    const truths: CorpusTruth[] = readJson(join(folder, 'truth.json'));
    const pageOf = ({ file, url }: CorpusTruth): PageFile => ({ file: join(folder, file), url });
    return {
      pages: truths.map(pageOf),
      figures: (recordOf) => {
        const tally = new Tally();
        for (const truth of truths) {
          const record = recordOf(pageOf(truth));
          const { verdictExpected: wanted } = truth;
          if (!truth.ambiguous) {
            if (wanted === 'repost') tally.add('reposts found', isAccused(record));
            else tally.add('others not called reposts', !isAccused(record));
            if (wanted === 'syndicated') tally.add('syndicated found', record.verdict.kind === 'syndicated');
            if (wanted === 'not-article') tally.add('no article found', record.verdict.kind === 'not-article');
          }
          if (wanted === 'repost' && truth.originalUrl)
            tally.add('originals right', record.original?.url === truth.originalUrl);
          if (wanted === 'not-article') continue;
          for (const piece of truth.clutter)
            if (!FURNITURE.some((kind) => kind === piece.kind)) {
              const isHidden = piece.whole ? found(record, piece.selector).length > 0 : takes(record, piece);
              tally.add('litter hidden', isHidden);
            }
          for (const place of truth.articleBlocks) tally.add('article left', !takes(record, place));
          for (const place of [...truth.credits, ...truth.protected])
            tally.add('look-alikes left', !takes(record, place));
        }
        return tally.figures();
      },
    };
  },
};

interface RepostTruth {
  readonly file: string;
  readonly url: string;
  readonly label: 'repost' | 'not' | 'syndicated' | 'ambiguous';
  readonly original?: string | null;
  /** It names no source anywhere. */
  readonly traceless: boolean;
}

/** Host without `www.`, and path. Some originals are the redirect that the page links. */
function placeOf(address: string): string {
  const inner = /[?&]url=(https?:.*?)'?$/.exec(address)?.[1] ?? address;
  if (!URL.canParse(inner)) return inner;
  const { host, pathname } = new URL(inner);
  return host.replace(/^www\./, '') + decodeURI(pathname).replace(/\/$/, '');
}

const reposts: LabelledSet = {
  name: 'real reposts',
  open(shared) {
    const folder = join(shared, 'reposts');
    if (!existsSync(folder)) return null;
    const lines = readFileSync(join(folder, 'truth.jsonl'), 'utf8').trim().split('\n');
    const truths: RepostTruth[] = lines.map((line) => JSON.parse(line));
    const pageOf = ({ file, url }: RepostTruth): PageFile => ({ file: join(folder, file), url });
    return {
      pages: truths.map(pageOf),
      figures: (recordOf) => {
        const tally = new Tally();
        for (const truth of truths) {
          const record = recordOf(pageOf(truth));
          if (truth.label === 'not' || truth.label === 'syndicated')
            tally.add('others not called reposts', !isAccused(record));
          if (truth.label !== 'repost' || truth.traceless) continue;
          tally.add('reposts found', isAccused(record));
          if (truth.original)
            tally.add('originals right', placeOf(record.original?.url ?? '') === placeOf(truth.original));
        }
        return tally.figures();
      },
    };
  },
};

interface TextTruth {
  readonly url?: string;
  readonly articleBody?: string;
  readonly type?: string;
  /** Snippets that must be in the text, and that must not. */
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

/** The truths of `news` count the standfirst in, the one of `extraction` leaves it out. */
const textOf = ({ article }: AnalysisRecord, isWithStandfirst: boolean) =>
  [isWithStandfirst ? article?.standfirst : null, article?.text].filter(Boolean).join('\n');
/** Its words between blanks, for looking for the words of another text in it. */
const wordsOf = (text: string) =>
  ` ${(
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []
  ).join(' ')} `;

/** Texts of articles on real pages. Pages of other types than an article are there to show what breaks. */
const texts = (name: string, truthFile: string, pages: string): LabelledSet => ({
  name,
  open(shared) {
    if (!existsSync(join(shared, truthFile))) return null;
    const all: [string, TextTruth][] = Object.entries(readJson(join(shared, truthFile)));
    const pageOf = (id: string, { url }: TextTruth): PageFile => ({ file: join(shared, pages, `${id}.html.gz`), url });
    const truths = all.filter(([id, truth]) => existsSync(pageOf(id, truth).file));
    return {
      pages: truths.map(([id, truth]) => pageOf(id, truth)),
      figures: (recordOf) => {
        const tally = new Tally();
        const scores: PageScore[] = [];
        for (const [id, truth] of truths) {
          const text = textOf(recordOf(pageOf(id, truth)), name !== 'extraction');
          if (truth.articleBody && (truth.type ?? 'article').match(/^(?:article|news)$/))
            scores.push(scorePage(truth.articleBody, text));
          if (truth.articleBody) continue;
          const words = wordsOf(text);
          // Some of these were cut inside a word.
          for (const snippet of truth.with ?? []) tally.add('snippets there', words.includes(wordsOf(snippet).trim()));
          for (const snippet of truth.without ?? []) tally.add('snippets not there', !words.includes(wordsOf(snippet)));
        }
        return { ...(scores.length > 0 ? { F1: scoreAll(scores).f1 } : {}), ...tally.figures() };
      },
    };
  },
});

export const SETS: readonly LabelledSet[] = [
  corpus,
  reposts,
  texts('extraction', 'extraction/ground-truth.json', 'extraction/dev'),
  ...['fundus-dev', 'wcxb-dev', 'trafilatura-dev', 'newspaper4k'].map((set) =>
    texts(`news ${set}`, `news/${set}/truth.json`, `news/${set}/pages`),
  ),
];
