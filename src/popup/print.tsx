import { Fragment, h, render, type VNode } from 'preact';
import { type ExportedArticle, exportedArticle, exportedSelection } from '../formats/exported-article.ts';
import { articleTree } from '../formats/html.ts';
import { wordsOf } from '../formats/parts.ts';
import { attributesOf, type TreeNode } from '../formats/tree.ts';
import { t } from '../locales/t.ts';
import { ask, askReport, askSelection } from './api.ts';

/** Elements of our own, made of what the tree holds and nothing else. */
function shown(leaf: TreeNode): VNode | string {
  if (typeof leaf === 'string') return leaf;
  const { tag, href, children } = leaf;
  return h(tag, { ...Object.fromEntries(attributesOf(leaf)), ...(href && { rel: 'noreferrer' }) }, children.map(shown));
}

async function articleIn(tabId: number): Promise<ExportedArticle | null> {
  const [report, parts] = [await askReport(tabId), await ask(tabId, { type: 'export' })];
  return report?.article && parts?.length ? exportedArticle(report, parts) : null;
}

async function selectionIn(tabId: number): Promise<ExportedArticle | null> {
  const selection = await askSelection(tabId);
  return selection && exportedSelection(selection);
}

/**
 * Shows the clean article of a tab, from headline to source, or what is selected there, and opens the print dialogue. No
 * pictures: a page of ours loads nothing.
 */
export async function printArticle(tabId: number, isSelection: boolean): Promise<void> {
  const root = document.documentElement;
  root.classList.add('paper');
  const found = await (isSelection ? selectionIn(tabId) : articleIn(tabId));
  if (!found) {
    render(<p>{t('popup_failed')}</p>, document.body);
    return;
  }
  const copy = { ...found, parts: wordsOf(found) };
  root.lang = copy.language;
  root.dir = copy.dir;
  // The name that a saved PDF gets.
  document.title = copy.headline ?? copy.page?.hostname ?? '';
  render(<Fragment>{shown(articleTree(copy))}</Fragment>, document.body);
  performance.mark('final');
  // Not on every phone.
  window.print?.();
}
