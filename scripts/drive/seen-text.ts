/**
 * What is seen of the page: by layout, and without the words that a highlight paints in no color. Runs in the page, and
 * names nothing from around it.
 */
export function seenText(): string {
  let text = document.querySelector('body')?.innerText ?? '';
  for (const [name, highlight] of CSS.highlights)
    for (const range of highlight as unknown as Iterable<Range>) {
      const around = range.startContainer.parentElement;
      const words = range.toString().trim();
      if (around && words && getComputedStyle(around, `::highlight(${name})`).color === 'rgba(0, 0, 0, 0)')
        text = text.replace(words, '');
    }
  return text;
}
