import { read } from '../engine/dom.ts';
import { NON_CONTENT_TAGS } from '../engine/repost/prefilter.ts';
import type { HiddenMarks } from './marks.ts';

/** A text this long can be part of an article. UTF-16 units. */
const MIN_CONTENT_CHARS = 80;

/** Whom the mutations of a page concern. */
export interface MutationHandlers {
  textArrived(node: Text): void;
  /** The page has put something else into these hidden elements. */
  hiddenChanged(elements: ReadonlySet<Element>): void;
  markRemoved(element: Element): void;
}

/** Whether a reader reads this text: a page's scripts may be longer than its article. */
export const isReadText = (text: Text): boolean => !NON_CONTENT_TAGS.has(text.parentElement?.localName ?? '');

/**
 * Tells what the page did to its texts and to our marks.
 * @returns whether it got new content, or lost something that was hidden
 */
export function readMutations(
  records: readonly MutationRecord[],
  marks: HiddenMarks,
  handlers: MutationHandlers,
): boolean {
  let hasContent = false;
  let hasMoved = false;
  /** Hidden elements in which the page changed something. */
  const changed = new Set<Element>();
  /** Elements under which the page changed something, and which were looked at. */
  const seen = new Set<Node>();
  const seeParent = (parent: Element | null) => {
    if (marks.isEmpty || !parent || seen.has(parent)) return;
    seen.add(parent);
    const hidden = marks.around(parent);
    if (hidden) changed.add(hidden);
  };
  const seeText = (text: Text) => {
    if (!isReadText(text)) return;
    handlers.textArrived(text);
    // A paragraph that waited for its words.
    hasContent ||= text.data.length >= MIN_CONTENT_CHARS;
  };
  // A parser reports each node that it adds, and each one inside it once more: those were read with the outer one.
  const readWhole = new Set<Node>();
  // There are as many records as nodes while a page loads: of each as little is asked as will do.
  for (const record of records) {
    const { type, target } = record;
    if (type === 'attributes') {
      if (marks.isMissingOn(target as Element)) handlers.markRemoved(target as Element);
    } else if (type === 'characterData') {
      if (target.nodeType !== 3) continue;
      seeText(target as Text);
      seeParent(target.parentElement);
    } else {
      hasMoved = true;
      const isRead = readWhole.has(target);
      const { addedNodes } = record;
      if (addedNodes.length > 0 && target.nodeType === 1) seeParent(target as Element);
      for (let i = 0; i < addedNodes.length; i++) {
        const node = addedNodes[i] as Node;
        const { nodeType } = node;
        if (nodeType === 1) readWhole.add(node);
        if (isRead) continue;
        if (nodeType === 3) seeText(node as Text);
        else if (nodeType === 1 && !NON_CONTENT_TAGS.has((node as Element).localName)) {
          hasContent = true;
          seeTextsIn(node, seeText);
        }
      }
    }
  }
  if (changed.size > 0) handlers.hiddenChanged(changed);
  return hasContent || (hasMoved && marks.hasDetached);
}

function seeTextsIn(node: Node, see: (text: Text) => void): void {
  const document = node.ownerDocument as Document;
  const walker = read(document, 'createTreeWalker').call(document, node, 4);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) see(text as Text);
}
