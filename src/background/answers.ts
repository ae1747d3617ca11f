/** What the background does with each message that reaches it. */
import browser, { type Runtime, type Scripting } from 'webextension-polyfill';
import { CLUTTER_KINDS } from '../engine/types.ts';
import type {
  BackgroundMessage,
  ChangedMessage,
  CleanTabMessage,
  CorrectMessage,
  RecallMessage,
  RulesMessage,
  ShownMessage,
  UserCssMessage,
} from '../messages.ts';
import { ruleOf } from '../rules/parse.ts';
import { printRule } from '../rules/print.ts';
import { addCounts } from '../settings/counts.ts';
import { showHidden, showIfOff } from './badge.ts';
import { choiceFor } from './choice.ts';
import { correct, rulesIn } from './corrections.ts';
import { current, inForce } from './current.ts';
import { recall } from './remembering.ts';
import { cleanOnce } from './tabs.ts';

type Answer<M> = (message: M, sender: Runtime.MessageSender) => Promise<unknown> | undefined;

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
const changed: Answer<ChangedMessage> = async ({ hidden, fresh }, { tab }) => {
  const now = await current();
  if (tab?.id !== undefined && Number.isInteger(hidden)) await showHidden(tab.id, hidden, now);
  // Nothing of a private window is kept.
  const kinds = kindsIn(fresh);
  if (now.count && kinds.length > 0 && tab?.incognito === false) await addCounts(kinds);
};

/** What a reader chose to hide is no kind of Clutter, and is not counted. */
const kindsIn = (list: unknown) => (Array.isArray(list) ? list.filter((kind) => CLUTTER_KINDS.includes(kind)) : []);

const cleanTab: Answer<CleanTabMessage> = async ({ tabId }) => {
  await cleanOnce(tabId, await current());
};

const recalled: Answer<RecallMessage> = async ({ tabId }) => recall(tabId, await current());

/** What comes from a page is kept only when it reads as a rule. */
const corrected: Answer<CorrectMessage> = async ({ correction }, { tab }) => {
  const rule = ruleOf(printRule({ site: 'example.com', page: null, ...correction }));
  if (tab && rule) await correct(tab, correction);
};

const rules: Answer<RulesMessage> = async (_, { tab }) => (tab ? rulesIn(tab) : []);

/** A page came back from the back/forward cache, with the button as the page before left it. */
const shown: Answer<ShownMessage> = async (_, { tab }) => {
  if (tab?.id === undefined || tab.url === undefined) return undefined;
  const now = await inForce();
  await showIfOff({ id: tab.id, url: tab.url }, now);
  return choiceFor(tab.url, now);
};

const userCss: Answer<UserCssMessage> = async ({ attribute, on }, { tab, frameId }) => {
  if (tab?.id === undefined || !/^data-[a-z]{6,12}$/.test(attribute)) return;
  const style: Scripting.CSSInjection = {
    target: { tabId: tab.id, frameIds: [frameId ?? 0] },
    css: `[${attribute}]{display:none!important}`,
    origin: 'USER',
  };
  await (on ? browser.scripting.insertCSS(style) : browser.scripting.removeCSS(style));
};

const ANSWERS: {
  readonly [Type in BackgroundMessage['type']]: readonly [
    from: keyof typeof SENDERS,
    answer: Answer<Extract<BackgroundMessage, { type: Type }>>,
  ];
} = {
  changed: ['content', changed],
  'clean-tab': ['page', cleanTab],
  recall: ['page', recalled],
  correct: ['content', corrected],
  rules: ['content', rules],
  shown: ['content', shown],
  'user-css': ['content', userCss],
};

/**
 * Answers what is for the background, and leaves everything else to others. Rejects what comes from somebody who may not
 * say it.
 */
export function answer(message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined {
  const type = (message as { type?: unknown } | null)?.type;
  if (typeof type !== 'string' || !Object.hasOwn(ANSWERS, type)) return undefined;
  const [from, known] = ANSWERS[type as BackgroundMessage['type']];
  const isFrom = sender.id === browser.runtime.id && SENDERS[from](sender);
  if (!isFrom) return Promise.reject(new Error(`${type}: not from there`));
  // The type was looked up, so the message is the one that this answer is for.
  return (known as Answer<unknown>)(message, sender);
}
