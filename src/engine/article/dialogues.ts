import { attribute } from '../dom.ts';
import type { Box, Page } from '../types.ts';
import { CONSENT_WORDS } from '../vocabulary.ts';

const DIALOGUE_ROLE = /^(?:alert)?dialog$/;
const MAY_BE_CALLED = /^(?:div|section|aside|dialog|form|p)$|-/;
/** What holds one of these is the page, with a class that says that a dialogue is open. */
const PAGE_TAGS = /^(?:main|article|h1)$/;
/** Running text of a page with an article, at least. */
const MIN_PROSE = 100;

/**
 * Dialogues, about cookies and anything else: they lie over the page, wherever they stand in it, and are never its
 * article. Only Boxes with running text are asked. Fixtures: consent-named, dialogue-inside.
 *
 * @param proseIn running text of each Box
 * @returns for each Box 1 where it is in a dialogue (or is one)
 */
export function findDialogues({ boxes }: Page, proseIn: Float64Array): Uint8Array {
  const dialogues = new Uint8Array(boxes.length);
  const whole = proseIn[0] ?? 0;
  for (let at = 1; at < boxes.length; at++) {
    const box = boxes[at] as Box;
    const prose = proseIn[at] as number;
    if (prose === 0 || dialogues[at]) continue;
    const isCalled = MAY_BE_CALLED.test(box.tag) && CONSENT_WORDS.test(box.words) && whole - prose >= MIN_PROSE;
    if ((isCalled || isDialogue(box)) && !boxes.slice(at, box.endBox).some(({ tag }) => PAGE_TAGS.test(tag)))
      dialogues.fill(1, at, box.endBox);
  }
  return dialogues;
}

const isDialogue = ({ tag, element }: Box): boolean =>
  tag === 'dialog' ||
  DIALOGUE_ROLE.test(attribute(element, 'role') ?? '') ||
  attribute(element, 'aria-modal') === 'true';
