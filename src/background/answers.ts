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
import { current } from './current.ts';
import { recall } from './remembering.ts';
import { cleanOnce } from './tabs.ts';

type Answer<M> = (message: M, sender: Runtime.MessageSender) => Promise<unknown> | undefined;

/** From a page of the extension itself, not from a content script. */
const isOurs = (sender: Runtime.MessageSender) => sender.url?.startsWith(browser.runtime.getURL('')) === true;

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

const cleanTab: Answer<CleanTabMessage> = async ({ tabId }, sender) => {
  if (!isOurs(sender)) throw new Error('not for pages');
  await cleanOnce(tabId, await current());
};

const recalled: Answer<RecallMessage> = async ({ tabId }, sender) => {
  if (!isOurs(sender)) throw new Error('not for pages');
  return recall(tabId, await current());
};

/** What comes from a page is kept only when it reads as a rule. */
const corrected: Answer<CorrectMessage> = async ({ correction }, { tab }) => {
  const rule = ruleOf(printRule({ site: 'example.com', page: null, ...correction }));
  if (tab && rule) await correct(tab, correction);
};

const rules: Answer<RulesMessage> = async (_, { tab }) => (tab ? rulesIn(tab) : []);

/** A page came back from the back/forward cache, with the button as the page before left it. */
const shown: Answer<ShownMessage> = async (_, { tab }) => {
  if (tab?.id === undefined || tab.url === undefined) return undefined;
  const now = await current();
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

const ANSWERS: { readonly [Type in BackgroundMessage['type']]: Answer<Extract<BackgroundMessage, { type: Type }>> } = {
  changed,
  'clean-tab': cleanTab,
  recall: recalled,
  correct: corrected,
  rules,
  shown,
  'user-css': userCss,
};

/** Answers what is for the background, and leaves everything else to others. */
export function answer(message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined {
  const type = (message as { type?: unknown } | null)?.type;
  if (typeof type !== 'string' || !Object.hasOwn(ANSWERS, type)) return undefined;
  // The type was looked up, so the message is the one that this answer is for.
  return (ANSWERS[type as BackgroundMessage['type']] as Answer<unknown>)(message, sender);
}
