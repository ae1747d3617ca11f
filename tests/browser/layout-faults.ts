import type { View } from './rig.ts';

/** A word that is longer may be broken where there is no room. */
const LONGEST_WORD = 20;

/**
 * What a reader cannot read in full on a page of the extension as it is laid out now: text that runs out of the window
 * or out of a box that hides what runs over, choices that are wider than their list, words broken in two, full stops that
 * begin a line. A line each.
 */
export const layoutFaults = (view: View): Promise<string[]> =>
  view.evaluate((longestWord) => {
    const found = new Set<string>();
    const window_ = document.documentElement;
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}${element.className && `.${element.className}`}`;
    if (window_.scrollWidth > window_.clientWidth)
      found.add(`the page is ${window_.scrollWidth} wide, the window ${window_.clientWidth}`);

    /** The boxes around an element that hide what runs over. */
    const clippers = (element: Element): Element[] => {
      const boxes: Element[] = [];
      for (let at: Element | null = element; at && at !== window_; at = at.parentElement)
        if (getComputedStyle(at).overflowX !== 'visible') boxes.push(at);
      return boxes;
    };
    /** Moved out of sight on purpose, for those who hear the page. */
    const isUnseen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width <= 1 || height <= 1;
    };

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement as Element;
      const words = (text.textContent ?? '').trim();
      if (!words || element.closest('select, script') || !element.checkVisibility({ visibilityProperty: true }))
        continue;
      const boxes = clippers(element);
      if ([element, ...boxes].some(isUnseen)) continue;
      // Words of the page may be shortened where dots say so.
      const hasDots = (box: Element) => {
        const { textOverflow, webkitLineClamp } = getComputedStyle(box);
        return textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
      };
      const isShortened = element.closest('bdi, q, [lang]:not(:root)') && boxes.some(hasDots);
      if (isShortened) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        if (left < -1 || right > window_.clientWidth + 1) found.add(`out of the window: ${name(element)} “${words}”`);
        for (const box of boxes) {
          const edge = box.getBoundingClientRect();
          const { overflowY } = getComputedStyle(box);
          const over = left < edge.left - 1 || right > edge.right + 1;
          const below = overflowY === 'hidden' && (bottom > edge.bottom + 3 || top < edge.top - 3);
          if (over || below) found.add(`cut by ${name(box)}: “${words}”`);
        }
      }
      const [behind] = /^\S{1,2}(?!\S)/.exec(text.textContent ?? '') ?? [];
      if (behind && text.previousSibling instanceof Element) {
        range.setStart(text, 0);
        range.setEnd(text, behind.length);
        if (range.getBoundingClientRect().top >= text.previousSibling.getBoundingClientRect().bottom - 2)
          found.add(`begins a line: ${name(element)} “${behind}”`);
      }
      for (const { 0: word, index } of (text.textContent ?? '').matchAll(/[^\s-]+/g)) {
        if (word.length > longestWord) continue;
        // An address may go on in the next line behind a slash.
        for (const part of word.matchAll(/[^/]+/g)) {
          range.setStart(text, index + part.index);
          range.setEnd(text, index + part.index + part[0].length);
          const lines = [...range.getClientRects()]
            .filter(({ width }) => width > 1)
            .map(({ top }) => Math.round(top / 4));
          if (new Set(lines).size > 1) found.add(`broken in two: ${name(element)} “${word}” of “${words}”`);
        }
      }
    }

    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    for (const field of document.querySelectorAll('select, input[placeholder]')) {
      if (!field.checkVisibility()) continue;
      const style = getComputedStyle(field);
      pen.font = style.font;
      const words =
        field instanceof HTMLSelectElement || field.tagName === 'SELECT'
          ? [...(field as HTMLSelectElement).options].map(({ label }) => label)
          : [(field as HTMLInputElement).placeholder];
      const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      for (const word of words)
        if (pen.measureText(word).width > room + 1) found.add(`wider than its field: ${name(field)} “${word}”`);
    }
    for (const box of document.querySelectorAll('button, summary, label, legend, h1, h2, p, output'))
      if (box.clientWidth > 1 && box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== 'inline')
        found.add(`runs over: ${name(box)} “${(box.textContent ?? '').trim()}”`);
    return [...found];
  }, LONGEST_WORD);
