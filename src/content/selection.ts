/**
 * What is selected on the page, read once when the reader wants it copied or saved. A file of its own, which the
 * background injects for that: nothing of it is on the page before, and nothing stays. Works also where no content script
 * runs.
 */
import { analyze } from '../engine/analyse.ts';
import { readPage } from '../engine/blocks.ts';
import { readDetails } from '../engine/details.ts';
import { read } from '../engine/dom.ts';
import { selectedParts } from '../engine/selection.ts';
import { summarize } from '../engine/summary/summarize.ts';
import type { Analysis } from '../engine/types.ts';
import type { CopySource, SelectedPiece } from '../messages.ts';
import { writeToClipboard } from './clipboard.ts';
import { computedStyle, isRendered, isSelectable } from './nodes.ts';
import { noticeCopy } from './notice.ts';
import { factsOf, pageAddress } from './report.ts';
import { cleaningScript, runningScript } from './running.ts';
import { selectedRanges } from './selected-ranges.ts';

/** What the background calls, in the isolated world, where no page sees it. */
interface SelectionTools {
  /** `null` where nothing is selected. */
  piece(): SelectedPiece | null;
  source(): CopySource;
  /** @returns whether it worked */
  copy(text: string): Promise<boolean>;
  /** Says on the page whether it was copied, and offers to copy the text where it was not. */
  tell(isCopied: boolean, text: string | null): void;
}

/** What the content script found, where it has looked; else it is found now, and nothing is done about it. */
function analysisNow(url: string): Analysis {
  const known = cleaningScript()?.cleaner.analysis;
  return known?.page.url === url ? known : analyze(document, url, { visible: isRendered, style: computedStyle });
}

function source(): CopySource {
  const url = read(document, 'URL');
  const analysis = analysisNow(url);
  const { article, metadata } = analysis;
  const { original } = readDetails(analysis);
  return {
    url: pageAddress(url),
    verdict: { kind: analysis.verdict.kind },
    summary: article && summarize(analysis),
    original: article && original ? { url: original.url, publisher: original.publisher, via: original.via } : null,
    article: article
      ? factsOf(analysis, article)
      : {
          headline: metadata.title,
          publisher: metadata.siteName ?? metadata.publisher,
          byline: null,
          published: null,
          language: metadata.language ?? 'und',
          dir: 'ltr',
        },
  };
}

function piece(): SelectedPiece | null {
  const ranges = selectedRanges();
  const [first] = ranges;
  if (!first) return null;
  const page = readPage(document, read(document, 'URL'));
  const parts = selectedParts(ranges, {
    reader: { page, style: computedStyle },
    hidden: runningScript()?.hiding.pieces ?? [],
    isShown: isRendered,
    isSelectable,
  });
  const { commonAncestorContainer: around } = first;
  const element = around.nodeType === 1 ? (around as Element) : around.parentElement;
  const dir = element && getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
  return parts.length > 0 ? { parts, dir } : null;
}

const world = globalThis as { cleanCopySelection?: SelectionTools };
world.cleanCopySelection = { piece, source, copy: writeToClipboard, tell: noticeCopy };
