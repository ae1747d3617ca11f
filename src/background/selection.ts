/** What is selected on the page of a tab, to be copied and saved. The page is asked when the reader wants it, and not before. */
import browser from 'webextension-polyfill';
import { exportedSelection } from '../formats/exported-article.ts';
import { asMarkdown } from '../formats/markdown.ts';
import type { CopySource, SelectedPiece, SelectionCopy } from '../messages.ts';
import type { Settings } from '../settings/schema.ts';

/** What `src/content/selection.ts` leaves in a page's isolated world. */
interface World {
  readonly cleanCopySelection?: {
    piece(): SelectedPiece | null;
    source(): CopySource;
    copy(text: string): Promise<boolean>;
    tell(isCopied: boolean, text: string | null): void;
  };
}

/** Runs a function in a frame of a tab, beside the tools for the selection. */
async function inFrame<T, A extends unknown[]>(
  { tabId, frameId }: { readonly tabId: number; readonly frameId: number },
  func: (...args: A) => T,
  ...args: A
): Promise<Awaited<T> | undefined> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: ['selection.js'], injectImmediately: true });
  const [frame] = await browser.scripting.executeScript({
    target,
    func: func as (...args: unknown[]) => unknown,
    args,
    injectImmediately: true,
  });
  return frame?.result as Awaited<T> | undefined;
}

/**
 * What is selected in a frame of a tab. The page in the tab is its source, also where it is selected in a frame.
 * @returns `null` where nothing is selected, or in a field only
 * @throws where the browser does not let extensions in
 */
export async function selectionIn(tabId: number, frameId = 0): Promise<SelectionCopy | null> {
  const piece = await inFrame({ tabId, frameId }, () => (globalThis as World).cleanCopySelection?.piece() ?? null);
  if (!piece) return null;
  const source = await inFrame({ tabId, frameId: 0 }, () => (globalThis as World).cleanCopySelection?.source() ?? null);
  return source ? { ...piece, source } : null;
}

/**
 * "Copy selection as Markdown". The page says whether that worked. A browser lets it do so shortly after the reader has
 * pressed something there; later the page offers a button, rather than the extension a permission.
 */
export async function copySelection(tabId: number, settings: Settings, frameId = 0): Promise<void> {
  const selection = await selectionIn(tabId, frameId);
  const text = selection && asMarkdown(exportedSelection(selection, settings.pictures));
  const isCopied =
    text !== null &&
    (await inFrame(
      { tabId, frameId },
      (words: string) => (globalThis as World).cleanCopySelection?.copy(words) ?? false,
      text,
    )) === true;
  if (isCopied && !settings.notice) return;
  await inFrame(
    { tabId, frameId: 0 },
    (done: boolean, words: string | null) => (globalThis as World).cleanCopySelection?.tell(done, words),
    isCopied,
    text,
  );
}
