import { describe, expect, test } from 'vitest';
import { findArticle } from '../../../src/engine/article.ts';
import { readPage } from '../../../src/engine/blocks.ts';
import { makeContext } from '../../../src/engine/clutter/context.ts';
import { MAX_PROSE_CHARS, mayBeHidden } from '../../../src/engine/clutter/last-check.ts';
import { SkipList } from '../../../src/engine/clutter/removal.ts';
import type { ClutterContext, Reason } from '../../../src/engine/clutter/types.ts';
import { readMetadata } from '../../../src/engine/metadata.ts';
import type { Article, Block, Box, Verdict } from '../../../src/engine/types.ts';
import { openPage } from '../fixtures.ts';

const URL = 'https://reedwire.example/2026/05/lock/';
const PARAGRAPH =
  '<p>The lock keeper has been given a new pair of gates, eleven years after he first wrote that the old ones would not last another winter.</p>';
const SENTENCE = 'A boat went by. ';

/** A page whose last element is `tail`, with what the last check says of the Box of that element. */
function pageWith(tail: string) {
  const document = openPage(
    `<main><article><h1>New gates for the lock</h1><div class="text">${PARAGRAPH.repeat(4)}</div></article>${tail}</main>`,
    URL,
  );
  const page = readPage(document, URL);
  const article = findArticle(page, readMetadata(document, URL)) as Article;
  const verdict: Verdict = { kind: 'repost', confidence: 1, signals: [] };
  const subject = { page, article, verdict, original: null };
  const claimed = {
    blocks: new Set<Block>(),
    boxes: new Set<Box>(),
    lineBlocks: new SkipList(),
    nodes: new Set<Node>(),
    comments: new Set<Block>(),
  };
  return { page, article, subject, context: makeContext(subject, claimed), box: page.boxes.at(-1) as Box };
}

describe('the last check before hiding', () => {
  test('a class or id word alone hides nothing', () => {
    const { context, box } = pageWith('<div class="related">Two words</div>');
    expect(mayBeHidden(context, { boxes: [box], reasons: ['name'] })).toBe(false);
    expect(mayBeHidden(context, { boxes: [box], reasons: ['name', 'build'] })).toBe(true);
  });

  test('more running text than a sentence or two needs two reasons', () => {
    const short = pageWith(`<div class="related">${SENTENCE.repeat(5)}</div>`);
    const long = pageWith(`<div class="related">${SENTENCE.repeat(MAX_PROSE_CHARS / SENTENCE.length + 1)}</div>`);
    expect(mayBeHidden(short.context, { boxes: [short.box], reasons: ['build'] })).toBe(true);
    expect(mayBeHidden(long.context, { boxes: [long.box], reasons: ['build'] })).toBe(false);
    expect(mayBeHidden(long.context, { boxes: [long.box], reasons: ['build', 'wording'] })).toBe(true);
  });

  test('a paragraph of the article stays for any reason', () => {
    const { context, article } = pageWith('');
    const boxes = article.body.map(({ box }) => box);
    expect(boxes.length).toBeGreaterThan(0);
    for (const reasons of [['name', 'build'], ['build'], ['name']] as const)
      expect(mayBeHidden(context, { boxes, reasons })).toBe(false);
    expect(mayBeHidden(context, { boxes, reasons: ['wording', 'build'] })).toBe(false);
  });

  test('running text that is likely to be article stays, where the kind is not told by wording and build', () => {
    const isHidden = (text: Partial<Block>, likelihood: number, ...reasons: Reason[]) => {
      const block = { kind: 'paragraph', length: 60, linkLength: 0, stops: 1, ...text } as Block;
      const no = () => false;
      const context = {
        blocksOf: () => [block],
        isArticle: no,
        holdsArticle: no,
        likelihoodOfArticle: () => likelihood,
      };
      return mayBeHidden(context as unknown as ClutterContext, { boxes: [{} as Box], reasons });
    };
    expect(isHidden({}, 0.29, 'name', 'build')).toBe(true);
    expect(isHidden({}, 0.3, 'name', 'build')).toBe(false);
    expect(isHidden({}, 0.9, 'wording', 'build')).toBe(true);
    // A label is no running text.
    expect(isHidden({ stops: 0 }, 0.9, 'name', 'build')).toBe(true);
  });
});
