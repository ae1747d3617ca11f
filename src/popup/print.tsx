import { Fragment, h, render, type VNode } from 'preact';
import { t } from '../locales/t.ts';
import { ask, askReport } from './api.ts';
import { exportedArticle } from './formats/exported-article.ts';
import { articleTree } from './formats/html.ts';
import { attributesOf, type TreeNode } from './formats/tree.ts';

/** Elements of our own, made of what the tree holds and nothing else. */
function shown(leaf: TreeNode): VNode | string {
  if (typeof leaf === 'string') return leaf;
  const { tag, href, children } = leaf;
  return h(tag, { ...Object.fromEntries(attributesOf(leaf)), ...(href && { rel: 'noreferrer' }) }, children.map(shown));
}

/** Shows the clean article of a tab, from headline to source, and opens the print dialogue. */
export async function printArticle(tabId: number): Promise<void> {
  const root = document.documentElement;
  root.classList.add('paper');
  const [report, parts] = [await askReport(tabId), await ask(tabId, { type: 'export' })];
  if (!report?.article || !parts?.length) {
    render(<p>{t('popup_failed')}</p>, document.body);
    return;
  }
  const copy = exportedArticle(report, parts);
  root.lang = copy.language;
  root.dir = copy.dir;
  // The name that a saved PDF gets.
  document.title = copy.headline ?? copy.page?.hostname ?? '';
  render(<Fragment>{shown(articleTree(copy))}</Fragment>, document.body);
  performance.mark('final');
  // Not on every phone.
  window.print?.();
}
