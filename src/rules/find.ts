import { findAll } from '../engine/dom.ts';
import { hasLabel } from './label.ts';
import type { Description } from './rule.ts';

/** What on the page a description is about, in document order. */
export function find(document: Document, { path, label }: Description): Element[] {
  let roots: (Document | ShadowRoot)[] = [document];
  let found: Element[] = [];
  for (const selector of path) {
    found = roots.flatMap((root) => findAll(root, selector));
    roots = found.flatMap(({ shadowRoot }) => shadowRoot ?? []);
  }
  return label === null ? found : found.filter((element) => hasLabel(element, label));
}
