/** The stretches of the page that are selected. Empty where nothing is, and in a field: its text is the browser's. */
export function selectedRanges(): Range[] {
  const selection = getSelection();
  if (!selection) return [];
  return Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at)).filter(
    (range) => !range.collapsed && (range.toString().trim() !== '' || hasPicture(range)),
  );
}

const hasPicture = (range: Range): boolean =>
  [...document.images].some((image) => range.intersectsNode(image) && image.checkVisibility());
