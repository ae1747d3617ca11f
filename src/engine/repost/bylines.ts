import { hashOf, printedSet } from '../fingerprint.ts';
import { normalise } from '../phrases/normalise.ts';
import { rememberFor } from '../remember.ts';
import type { Block } from '../types.ts';
import { ACCOUNTS } from './printed.ts';
import type { Scene } from './scene.ts';

const BEFORE = 3;
const AROUND = 12;
const LONGEST = 250;
const MOST_LINKS = 8;
const LONGEST_NAME = 60;

/** What could be a byline: a short line near headline or text, or the words of a link in it. */
export interface Name {
  readonly name: string;
  readonly block: Block;
}

/** All of them, without the word for "By" before them. */
export const namesNear = rememberFor(({ article, page }: Scene): readonly Name[] => {
  const { root, headlineBlock } = article;
  const { blocks } = page;
  const after = blocks.slice(root.end, root.end + AROUND);
  const comments = after.findIndex(isComments);
  return [
    ...blocks.slice(Math.max(0, (headlineBlock?.index ?? root.first) - BEFORE), root.first + BEFORE),
    ...(comments < 0 ? after : after.slice(0, comments)),
  ].flatMap(namesIn);
});

/** Words before a name. */
export const BY = /^(?:by|von|par|por|di|door|av|oleh|от|автор)[\s:]+/i;

function namesIn(block: Block): Name[] {
  const { kind, length, links, text } = block;
  if (length > LONGEST || links.length > MOST_LINKS || kind === 'control' || kind === 'heading') return [];
  const said = links.map((link) => link.textContent ?? '').filter((words) => words.length < length);
  return [text, ...said]
    .map((name) => name.replace(BY, '').trim())
    .filter((name) => name !== '' && name.length <= LONGEST_NAME)
    .map((name) => ({ name, block }));
}

const accounts = printedSet(ACCOUNTS);

/** Where the byline is the name of an account: "admin". */
export const accountByline = (scene: Scene): Name | null =>
  namesNear(scene).find(({ name }) => isAccount(name)) ?? null;

const isAccount = (name: string): boolean => accounts.has(hashOf(normalise(name)));

const isComments = (block: Block): boolean => /(?:^|[\s_-])comments?(?:$|[\s_-])/.test(block.box.words);
