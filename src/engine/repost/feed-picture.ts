import { findAll } from '../dom.ts';

/** Pictures by which feed services count readers. They stand in each entry of a feed. */
const FEED_PICTURES = ['.feedsportal.com/c/', '//feeds.feedburner.com/~', '//feeds.wordpress.com/1.0/']
  .map((part) => `img[src*="${part}"]`)
  .join();

/** The picture by which a feed service counts the readers of an entry; it stands in a text that was taken from a feed. */
export const feedPicture = (root: Document | Element): Element | null => findAll(root, FEED_PICTURES)[0] ?? null;
