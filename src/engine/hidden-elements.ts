import { attribute, findAll, tagOf } from './dom.ts';

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/**
 * Elements that may be hidden by attribute or inline style. Finding them once is faster than asking each element, and
 * faster than a selector that is more precise.
 */
const HIDEABLE_SELECTOR = '[hidden],[style],dialog';

/** Hidden by attribute or inline style. A reader can open `hidden=until-found`: it does not count. */
function isHidden(element: Element): boolean {
  if (tagOf(element) === 'dialog' && attribute(element, 'open') === null) return true;
  const hidden = attribute(element, 'hidden');
  return (hidden !== null && hidden !== 'until-found') || HIDDEN_STYLE.test(attribute(element, 'style') ?? '');
}

/** Elements of a document or shadow root that hide what is in them, as far as they say so themselves. */
export const hiddenIn = (root: Document | ShadowRoot): Element[] => findAll(root, HIDEABLE_SELECTOR).filter(isHidden);
