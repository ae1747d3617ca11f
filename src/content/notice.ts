import type { Key } from '../locales/t.ts';
import type { Standing } from '../messages.ts';
import { isExtensionThere } from './api.ts';
import { writeToClipboard } from './clipboard.ts';
import { Layer } from './picker/layer.ts';
import { NOTICE } from './picker/style.ts';
import { counted, direction, word } from './picker/words.ts';
import { runningScript } from './running.ts';

/** Milliseconds. */
const SHOWN_MS = 6000;
/** Around the notice, so that its edge and shadow are seen. CSS pixels. */
const MARGIN = 12;

let latest: Layer | null = null;
let asked = 0;

function whatHappened({ loading, cleaning, hidden }: Standing): string {
  if (cleaning === 'paused') return word('notice_restored');
  if (hidden > 0) return counted('popup_hidden', hidden);
  return word(loading ? 'popup_loading' : 'popup_nothing_found');
}

/** The reader has had the page cleaned or restored. */
export const noticeDecision = (standing: () => Standing, undo: () => void): Promise<void> =>
  notice(() => whatHappened(standing()), undo);

/** The reader has had something shown again that may be out of sight. */
export const noticeReturn = (undo: () => void): Promise<void> => notice(() => word('notice_shown'), undo);

/** The tab has come by itself from a copy. */
export const noticeOriginal = (site: string, back: () => void): Promise<void> =>
  notice(() => word('notice_came_from', site), back, { name: 'back', label: 'notice_back' });

interface NoticeButton {
  readonly name: string;
  readonly label: Key;
}

const UNDO: NoticeButton = { name: 'undo', label: 'options_undo' };
const COPY: NoticeButton = { name: 'copy', label: 'popup_copy_menu' };

/**
 * What the reader wanted copied is, or is not, in the clipboard: then a button copies it, because a browser allows that to
 * one who has just pressed something. There may be no content script.
 */
export function noticeCopy(isCopied: boolean, text: string | null): void {
  const copy =
    isCopied || text === null ? null : () => void writeToClipboard(text).then((done) => noticeCopy(done, text));
  void notice(() => word(isCopied ? 'popup_copied' : 'popup_copy_failed'), copy, COPY, isExtensionThere);
}

/**
 * Says for a moment what happened to the page, to those who see it and to those who hear it, with what undoes it.
 * @param says asked again and again: while a page loads, more may be hidden
 * @param isWanted asked as often; then it goes
 */
async function notice(
  says: () => string,
  undo: (() => void) | null,
  shown = UNDO,
  isWanted = () => runningScript() !== undefined,
): Promise<void> {
  const own = ++asked;
  latest?.remove();
  const layer = await Layer.open(document, NOTICE);
  if (own !== asked) return layer.remove();
  latest = layer;
  const { document: ours } = layer;
  ours.documentElement.lang = word('language_tag');
  ours.documentElement.dir = direction();

  const text = ours.createElement('p');
  text.setAttribute('role', 'status');
  const box = ours.createElement('div');
  box.className = 'notice';
  box.append(text);
  if (undo)
    box.append(
      noticeButton(ours, shown, () => {
        undo();
        layer.remove();
      }),
    );
  ours.body.append(box);
  goAfterAWhile(layer, box);

  layer.eachFrame(() => {
    if (!isWanted()) return layer.remove();
    const now = says();
    // A screen reader says what changes in an element that is there.
    if (text.textContent !== now) text.textContent = now;
    leaveThePageFree(layer, box);
  });
}

function noticeButton(document: Document, { name, label }: NoticeButton, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.name = name;
  button.textContent = word(label);
  button.addEventListener('click', act);
  return button;
}

/** It stays while somebody points at it or has the focus in it. */
function goAfterAWhile(layer: Layer, notice: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hold = () => clearTimeout(timer);
  const go = () => {
    hold();
    timer = setTimeout(() => layer.remove(), SHOWN_MS);
  };
  for (const type of ['pointerenter', 'focusin']) notice.addEventListener(type, hold);
  for (const type of ['pointerleave', 'focusout']) notice.addEventListener(type, go);
  layer.document.addEventListener('keydown', ({ key }) => key === 'Escape' && layer.remove());
  go();
}

/** The layer is there for the reader only where the notice is. */
function leaveThePageFree({ frame }: Layer, notice: HTMLElement): void {
  const { left, top, right, bottom } = notice.getBoundingClientRect();
  const path = `M${left - MARGIN} ${top - MARGIN}H${right + MARGIN}V${bottom + MARGIN}H${left - MARGIN}z`;
  frame.style.setProperty('clip-path', `path("${path}")`, 'important');
}
