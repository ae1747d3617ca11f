/** Runs in the page: the article's text with each rule left out in turn. */
import { analyze } from '../../../src/engine/analyse.ts';
import { findArticle } from '../../../src/engine/article.ts';
import { readPage } from '../../../src/engine/blocks.ts';
import { readMetadata } from '../../../src/engine/metadata.ts';
import { articleText } from '../../../src/engine/text.ts';
import type { ReadText } from './reading.ts';
import { limitNames, state, without } from './rules.ts';
import { WANTED } from './wanted.ts';

export interface TextsWithout {
  /** All rules that were asked about. */
  readonly names: readonly string[];
  readonly with: ReadText;
  /** By rule, where something else is read without it. */
  readonly without: Readonly<Record<string, ReadText>>;
}

function readText(url: string): ReadText {
  const analysis = analyze(document, url);
  return { text: articleText(analysis), standfirst: analysis.article?.standfirst?.text ?? null };
}

export function measure(url: string): TextsWithout {
  const page = readPage(document, url);
  const metadata = readMetadata(document, url);
  const taken = () => {
    const article = findArticle(page, metadata);
    return [article?.standfirst, ...(article?.body ?? [])].map((block) => block?.index).join();
  };
  state.asked.clear();
  const all = taken();
  const isWanted = (rule: string) => WANTED.some((start) => rule.startsWith(start));
  const rules = [...state.asked, ...limitNames()].filter(isWanted);
  const changing = rules.filter((rule) => without(rule, taken) !== all);
  return {
    names: [...state.names].filter(isWanted),
    with: readText(url),
    without: Object.fromEntries(changing.map((rule) => [rule, without(rule, () => readText(url))])),
  };
}
