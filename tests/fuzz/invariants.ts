import { shouldAnalyzeWholePage } from '../../scripts/analyse/whole-page.ts';
import { analyze } from '../../src/engine/analyse.ts';
import { readDetails } from '../../src/engine/details.ts';
import { read } from '../../src/engine/dom.ts';
import { searchSentence } from '../../src/engine/search-sentence.ts';
import { summarize } from '../../src/engine/summary/summarize.ts';
import { articleText } from '../../src/engine/text.ts';
import type { Analysis } from '../../src/engine/types.ts';
import { collapseWhitespace } from '../../src/engine/whitespace.ts';

export const ADDRESS = 'https://paper.example/news/2024/story';

/** An Analysis as data, with everything read that is read when it is asked for. */
function outline(analysis: Analysis): string {
  const { page, metadata, article, verdict, original, clutter } = analysis;
  return JSON.stringify({
    page: [page.nodes, page.tooLarge, page.blocks.map(({ kind, text }) => [kind, text])],
    metadata: { ...metadata },
    article: article && {
      ...article,
      root: article.root.index,
      headlineBlock: null,
      standfirst: article.standfirst?.text,
      captions: article.captions.map(({ text }) => text),
      logOdds: [...article.logOdds],
      body: articleText(analysis),
    },
    verdict: { ...verdict, signals: verdict.signals.map(({ id, quote }) => [id, quote]) },
    original: original && { ...original, link: null },
    clutter: clutter.map(({ kind, text }) => [kind, text]),
    details: readDetails(analysis),
    told: [summarize(analysis), searchSentence(analysis)],
  });
}

const bare = (text: string) => text.replace(/\s+/g, '');

/** @throws with what does not hold */
export function insist(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}

/**
 * What must hold of any document, however it is made: the engine does not fail, says the same every time, changes
 * nothing, takes the article's words from the page, and is never kept by a glance from what it calls a repost.
 *
 * @throws with what does not hold
 */
export function examine(document: Document): Analysis {
  const watcher = new MutationObserver(() => {});
  watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const analysis = analyze(document, ADDRESS);
  const told = outline(analysis);
  insist(outline(analyze(document, ADDRESS)) === told, 'the same answer every time');
  insist(analysis.verdict.kind !== 'repost' || shouldAnalyzeWholePage(document, ADDRESS), 'a repost calls for a look');
  insist(watcher.takeRecords().length === 0, 'the document is left as it is');
  watcher.disconnect();
  insist((analysis.article === null) === (analysis.verdict.kind === 'not-article'), 'an article, or not-article');
  for (const { text, nodes } of analysis.article?.body ?? []) {
    insist(text === collapseWhitespace(text), 'white space is folded');
    insist(bare(text) === bare(nodes.map(({ data }) => data).join('')), 'the words are those of the nodes');
    for (const node of nodes)
      insist(read(node, 'isConnected') && node.ownerDocument === document, 'the nodes are the document’s');
  }
  return analysis;
}
