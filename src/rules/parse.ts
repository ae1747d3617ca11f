/**
 * The corrections as text. One line a rule: where, a verb, and what the verb needs.
 *
 *     example.com hide aside > section.promo
 *     example.com show .related "Read next"
 *     example.com keep comments
 *     example.com/2024/05/story not-copy
 *     example.com/2024/05/story original https://publisher.example/story
 *     example.com article div.story-text
 */
import { CLUTTER_KINDS, type ClutterKind } from '../engine/types.ts';
import { toUrl } from '../settings/site.ts';
import { Cursor, RuleSyntaxError } from './cursor.ts';
import { readDescription } from './description.ts';
import type { Correction, Rule, RuleScope, Verb } from './rule.ts';
import { whereIs } from './where.ts';

/** What a verb needs after it, read to the end of the line. */
const REST: { readonly [V in Verb]: (cursor: Cursor) => Correction } = {
  hide: (cursor) => ({ verb: 'hide', piece: onThePage(cursor) }),
  show: (cursor) => ({ verb: 'show', piece: readDescription(cursor) }),
  keep: (cursor) => ({ verb: 'keep', kind: readKind(cursor) }),
  copy: () => ({ verb: 'copy' }),
  'not-copy': () => ({ verb: 'not-copy' }),
  original: (cursor) => ({ verb: 'original', url: readAddress(cursor) }),
  article: (cursor) => ({ verb: 'article', piece: onThePage(cursor) }),
};

/**
 * Reads one line. `null` when there is nothing in it but white space or a remark after `#`.
 * @throws {RuleSyntaxError} when it is no rule
 */
export function parseRule(line: string): Rule | null {
  const cursor = new Cursor(line);
  cursor.take(/\s*/y);
  if (cursor.done || cursor.sees(/#/y)) return null;
  const where = readWhere(cursor);
  const start = cursor.at;
  const verb = cursor.take(/\S+/y)?.[0] ?? '';
  if (!isVerb(verb)) throw new RuleSyntaxError('verb', start, verb ? cursor.at : cursor.end);
  cursor.take(/\s+/y);
  const correction = REST[verb](cursor);
  cursor.take(/\s*/y);
  if (!cursor.done) throw new RuleSyntaxError('more', cursor.at, cursor.end);
  return { ...where, ...correction };
}

/** The words that say what a rule does, as they are listed for somebody who writes one. */
export const VERBS = Object.keys(REST).join(', ');

const isVerb = (word: string): word is Verb => Object.hasOwn(REST, word);

function readWhere(cursor: Cursor): RuleScope {
  const start = cursor.at;
  const word = cursor.take(/\S+/y)?.[0] ?? '';
  const address = `http://${word}`;
  // A host and perhaps a path, and nothing else that `URL` would make sense of.
  const isHost = /^(?!\w+:\/)[^/?#@\s]+(?:\/[^#]*)?$/.test(word);
  const where = isHost ? whereIs(address, word.includes('/') ? 'page' : 'site') : null;
  if (!where) throw new RuleSyntaxError('site', start, cursor.at);
  cursor.take(/\s+/y);
  return where;
}

/** A description of elements: words alone are none. */
function onThePage(cursor: Cursor) {
  const start = cursor.at;
  const piece = readDescription(cursor);
  if (piece.path.length === 0) throw new RuleSyntaxError('label', start, cursor.end);
  return piece;
}

function readKind(cursor: Cursor): ClutterKind {
  const start = cursor.at;
  const word = cursor.take(/\S+/y)?.[0];
  const kind = CLUTTER_KINDS.find((one) => one === word);
  if (!kind) throw new RuleSyntaxError('kind', start, cursor.at);
  return kind;
}

function readAddress(cursor: Cursor): string {
  const start = cursor.at;
  const url = toUrl(cursor.take(/\S+/y)?.[0] ?? '');
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new RuleSyntaxError('address', start, cursor.at);
  return url.href;
}

/** {@link parseRule}, with `null` for a line that is not a rule. */
export function ruleOf(line: string): Rule | null {
  try {
    return parseRule(line);
  } catch {
    return null;
  }
}
