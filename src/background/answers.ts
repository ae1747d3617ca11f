/** What the background does with each message that reaches it. */
import browser, { type Runtime, type Scripting } from 'webextension-polyfill';
import { CLUTTER_KINDS } from '../engine/types.ts';
import type { BackgroundAnswer, BackgroundMessage, BackgroundProtocol } from '../messages.ts';
import { ruleOf } from '../rules/parse.ts';
import { printRule } from '../rules/print.ts';
import { addCounts } from '../settings/counts.ts';
import { showHidden, showMode } from './button.ts';
import { correct, takeBack } from './corrections.ts';
import { current } from './current.ts';
import { backToCopy, goToOriginal } from './original.ts';
import { recall } from './remembering.ts';
import { selectionIn } from './selection.ts';
import { CLEANER, stateOf } from './tab-state.ts';
import { asWebTab, cleanOnce, inject, type WebTab } from './tabs.ts';

type BackgroundMessageType = keyof BackgroundProtocol;

/** Answers one kind of message. What a content script sends may come from a page that broke into it: nothing is trusted. */
type Handler<T extends BackgroundMessageType> = (
  message: BackgroundMessage<T>,
  sender: Runtime.MessageSender,
) => Promise<BackgroundAnswer<T>>;

/** In a page of the extension itself, be it in a tab of its own. */
const isOurPage = ({ url }: Runtime.MessageSender) => url?.startsWith(browser.runtime.getURL('')) === true;

/** Who may send a message. The browser says who a sender is; nothing in the message does. */
const SENDERS = {
  /** Popup, options and what else is a page of ours. */
  page: isOurPage,
  /** Our content script, which runs in the pages of tabs and in none of their frames. */
  content: (sender: Runtime.MessageSender) => sender.tab !== undefined && sender.frameId === 0 && !isOurPage(sender),
};

/** Pieces were hidden or restored in a tab. */
const changed: Handler<'changed'> = async ({ hidden, fresh }, { tab }) => {
  const now = await current();
  if (tab?.id !== undefined && Number.isInteger(hidden)) await showHidden(tab.id, hidden, now);
  // Nothing of a private window is kept.
  const kinds = kindsIn(fresh);
  if (now.count && kinds.length > 0 && tab?.incognito === false) await addCounts(kinds);
};

/** What a reader chose to hide is no kind of Clutter, and is not counted. */
const kindsIn = (list: unknown) => (Array.isArray(list) ? list.filter((kind) => CLUTTER_KINDS.includes(kind)) : []);

const cleanTab: Handler<'clean-tab'> = async ({ tabId }) => cleanOnce(tabId, await current());

const selection: Handler<'selection'> = async ({ tabId }) => selectionIn(tabId).catch(() => null);

const recalled: Handler<'recall'> = async ({ tabId }) => recall(tabId, await current());

/** What comes from a page is kept only when it reads as a rule. */
const corrected: Handler<'correct'> = async ({ correction }, { tab }) => {
  const rule = ruleOf(printRule({ site: 'example.com', page: null, ...correction }));
  if (tab && rule) await correct(tab, correction);
};

/** Read as a rule like what is kept: only what reads as one can have been kept. */
const takenBack: Handler<'take-back'> = async ({ correction }, { tab }) => {
  if (tab) await takeBack(tab, correction);
};

const webTabOf = ({ tab }: Runtime.MessageSender): WebTab | null => (tab ? asWebTab(tab) : null);

/** A page from the back/forward cache comes with the toolbar button as the page before left it. */
const state: Handler<'get-state'> = async (_, from) => {
  const webTab = webTabOf(from);
  if (!webTab) return null;
  await showMode(webTab);
  return stateOf(webTab);
};

/** The page may be a repost. */
const bringCleaner: Handler<'bring-cleaner'> = async (_, { tab }) => {
  if (tab?.id === undefined) return false;
  await inject(tab.id, [CLEANER]);
  return true;
};

const toOriginal: Handler<'go-to-original'> = async ({ url }, from) => {
  const webTab = webTabOf(from);
  if (webTab) await goToOriginal(webTab, url);
};

const back: Handler<'back-to-copy'> = async (_, from) => {
  const webTab = webTabOf(from);
  if (webTab) await backToCopy(webTab);
};

const userCss: Handler<'user-css'> = async ({ attribute, on }, { tab, frameId }) => {
  if (tab?.id === undefined || !/^data-[a-z]{6,12}$/.test(attribute)) return;
  const style: Scripting.CSSInjection = {
    target: { tabId: tab.id, frameIds: [frameId ?? 0] },
    css: `[${attribute}]{display:none!important}`,
    origin: 'USER',
  };
  await (on ? browser.scripting.insertCSS(style) : browser.scripting.removeCSS(style));
};

const HANDLERS: { readonly [T in BackgroundMessageType]: readonly [from: keyof typeof SENDERS, handler: Handler<T>] } =
  {
    changed: ['content', changed],
    'clean-tab': ['page', cleanTab],
    recall: ['page', recalled],
    selection: ['page', selection],
    correct: ['content', corrected],
    'take-back': ['content', takenBack],
    'go-to-original': ['content', toOriginal],
    'back-to-copy': ['content', back],
    'bring-cleaner': ['content', bringCleaner],
    'get-state': ['content', state],
    'user-css': ['content', userCss],
  };

/**
 * Answers what is for the background, and leaves everything else to others. Rejects what comes from somebody who may not
 * say it.
 */
export function answer(message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined {
  const type = (message as { type?: unknown } | null)?.type;
  if (typeof type !== 'string' || !Object.hasOwn(HANDLERS, type)) return undefined;
  // The handler is looked up by the message's type, so it is the one for this message.
  const [from, handler] = HANDLERS[type as BackgroundMessageType] as [
    keyof typeof SENDERS,
    Handler<BackgroundMessageType>,
  ];
  const isFrom = sender.id === browser.runtime.id && SENDERS[from](sender);
  if (!isFrom) return Promise.reject(new Error(`${type}: not from there`));
  return handler(message as BackgroundMessage, sender);
}
